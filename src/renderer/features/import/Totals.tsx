import type { ImportState } from '../../../contract';
import { type Verdict, verdicts } from '../../../core/importing/model';
import type { Wish } from '../../../core/importing/take';
import { importWords, verdictWords, wishWords } from '../../../core/words/importScreen';
import { useStudio, useWords } from '../../state/StudioProvider';
import look from '../../ui/dryRun/dryRun.module.css';
import { takeable, verdictTone, type Wishes } from './importView';

/** The left column: how many of each, what to do with them, where they belong. */
export function Totals({
  state,
  wishes,
  onWishes,
  verdict,
  onVerdict,
}: {
  readonly state: ImportState;
  readonly wishes: Wishes;
  readonly onWishes: (wishes: Wishes) => void;
  readonly verdict: Verdict | null;
  readonly onVerdict: (verdict: Verdict | null) => void;
}) {
  const t = useWords(importWords);
  const v = useWords(verdictWords);
  const w = useWords(wishWords);
  const { totals, left } = state;
  const campaigns = useStudio((one) => one.outline?.campaign ?? none);
  const personas = useStudio((one) => one.outline?.persona ?? none);
  const shown = verdicts.filter((one) => totals[one] > 0);
  return (
    <div className={look.totals}>
      <section aria-label={t('totals')}>
        <h2>{t('totals')}</h2>
        <ul>
          <li>
            <button type="button" aria-pressed={verdict === null} onClick={() => onVerdict(null)}>
              <span>{t('totals.all')}</span>
              <b>{totals.rows}</b>
            </button>
          </li>
          {shown.map((one) => (
            <li key={one}>
              <button
                type="button"
                aria-pressed={verdict === one}
                data-verdict={one}
                onClick={() => onVerdict(verdict === one ? null : one)}
              >
                <span className={look.badge} data-tone={verdictTone[one]}>
                  {v(one)}
                </span>
                <b>{totals[one]}</b>
              </button>
            </li>
          ))}
        </ul>
        <p className={look.quiet}>
          {[
            totals.images > 0 ? t('totals.images', { count: totals.images }) : '',
            totals.placements > 0 ? t('totals.placements', { count: totals.placements }) : '',
            left > 0 ? t('totals.left', { count: left }) : '',
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
      </section>
      <section aria-label={t('wishes')}>
        <h2>{t('wishes')}</h2>
        {takeable
          .filter((one) => totals[one] > 0)
          .map((one) => (
            <label key={one} className={look.field}>
              <span>{v(one)}</span>
              <select
                value={wishes.usual[one]}
                onChange={({ currentTarget }) =>
                  onWishes({ ...wishes, usual: { ...wishes.usual, [one]: currentTarget.value as Wish } })
                }
              >
                {(one === 'changed' ? all : some).map((wish) => (
                  <option key={wish} value={wish}>
                    {w(wish)}
                  </option>
                ))}
              </select>
            </label>
          ))}
      </section>
      {campaigns.length + personas.length > 0 && (
        <section aria-label={t('target')}>
          <h2>{t('target')}</h2>
          <Target
            label={t('target.campaign')}
            list={campaigns}
            value={wishes.campaignId}
            onChange={(campaignId) => onWishes({ ...wishes, campaignId })}
          />
          <Target
            label={t('target.persona')}
            list={personas}
            value={wishes.personaId}
            onChange={(personaId) => onWishes({ ...wishes, personaId })}
          />
          <p className={look.quiet}>{t('target.note')}</p>
        </section>
      )}
    </div>
  );
}

const none: readonly never[] = [];
const all: readonly Wish[] = ['skip', 'new', 'update'];
const some: readonly Wish[] = ['skip', 'new'];

function Target({
  label,
  list,
  value,
  onChange,
}: {
  readonly label: string;
  readonly list: readonly { readonly id: string; readonly name: string }[];
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}) {
  const t = useWords(importWords);
  if (list.length === 0) return null;
  return (
    <label className={look.field}>
      <span>{label}</span>
      <select value={value ?? ''} onChange={({ currentTarget }) => onChange(currentTarget.value || null)}>
        <option value="">{t('target.none')}</option>
        {list.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

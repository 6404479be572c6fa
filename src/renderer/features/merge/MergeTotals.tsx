import type { CompareSummary, MergeAuthor, MergeState } from '../../../contract';
import { compareGroups } from '../../../core/plan/comparing/types';
import { sayKeptAside } from '../../../core/words/planFile';
import { compareGroupWords, receivedPlanWords } from '../../../core/words/receivedPlan';
import { sayRecordType } from '../../../core/words/recordTypes';
import { useLang, useStudioHandle, useWords } from '../../state/StudioProvider';
import look from '../../ui/dryRun/dryRun.module.css';
import { colleagueName } from '../../ui/people/colleagueName';
import { sayWhen } from '../../ui/sayWhen';
import { type Shown, totalOf } from './DryRun';
import { groupTone } from './groupTone';
import classes from './Merge.module.css';

/** The left column: how many of each, of which kind, by whom and when, and what is kept aside. */
export function MergeTotals({
  state,
  summary,
  shown,
  onShow,
}: {
  readonly state: MergeState;
  readonly summary: CompareSummary;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
}) {
  const t = useWords(receivedPlanWords);
  const g = useWords(compareGroupWords);
  const lang = useLang();
  const groups = compareGroups.filter((group) => totalOf(summary, { group, type: shown.type }) > 0);
  const kept = state.kept === null ? [] : sayKeptAside(lang, state.kept);
  return (
    <div className={look.totals}>
      <section aria-label={t('filter.group')}>
        <h2>{t('filter.group')}</h2>
        <ul>
          <li>
            <button type="button" aria-pressed={shown.group === null} onClick={() => onShow({ ...shown, group: null })}>
              <span>{t('filter.all')}</span>
              <b>{totalOf(summary, { group: null, type: shown.type })}</b>
            </button>
          </li>
          {groups.map((group) => (
            <li key={group}>
              <button
                type="button"
                aria-pressed={shown.group === group}
                onClick={() => onShow({ ...shown, group: shown.group === group ? null : group })}
              >
                <span className={look.badge} data-group={group} data-tone={groupTone[group]}>
                  {g(group)}
                </span>
                <b>{totalOf(summary, { group, type: shown.type })}</b>
              </button>
            </li>
          ))}
        </ul>
        <label className={look.field}>
          <span>{t('filter.type')}</span>
          <select
            value={shown.type ?? ''}
            onChange={({ currentTarget }) => onShow({ group: null, type: currentTarget.value || null })}
          >
            <option value="">{t('filter.type_all')}</option>
            {summary.types.map(({ type }) => (
              <option key={type} value={type}>
                {sayRecordType(lang, type)}
              </option>
            ))}
          </select>
        </label>
      </section>
      <section aria-label={t('authors')}>
        <h2>{t('authors')}</h2>
        <ul className={classes.authors}>
          {state.authors.map((author) => (
            <Author key={author.node} author={author} />
          ))}
        </ul>
      </section>
      {state.part && <p className={classes.told}>{t('part')}</p>}
      {(summary.held > 0 || summary.copied > 0) && (
        <section>
          {summary.held > 0 && <p className={classes.told}>{t('held', { count: summary.held })}</p>}
          {summary.copied > 0 && <p className={classes.told}>{t('copied', { count: summary.copied })}</p>}
        </section>
      )}
      {kept.length > 0 && (
        <section aria-label={t('kept.title')} data-testid="kept-aside">
          <h2>{t('kept.title')}</h2>
          <p className={classes.told}>{kept[0]}</p>
          <ul className={classes.lines}>
            {kept.slice(1).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Author({ author }: { readonly author: MergeAuthor }) {
  const t = useWords(receivedPlanWords);
  const lang = useLang();
  const { world } = useStudioHandle();
  const { name, mine, records, from, to } = author;
  const [first, last] = [sayWhen(lang, from, world.now()), sayWhen(lang, to, world.now())];
  return (
    <li>
      <b>{mine ? t('author.mine') : (colleagueName(name) ?? t('author.unknown'))}</b>
      <span>{t('author.records', { count: records })}</span>
      <span className={look.quiet}>{first === last ? first : t('author.span', { from: first, to: last })}</span>
    </li>
  );
}

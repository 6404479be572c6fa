import { type ReactNode, useId, useMemo } from 'react';
import { proposeWords } from '../../../core/words/propose';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { type Hours, noHours } from './draft';
import classes from './Form.module.css';
import frame from './Propose.module.css';
import type { DraftProps } from './ProposeForm';

/** When somebody is there to hand over: hours for all platforms, and others for single ones. */
export function HandOverPick({ draft, setDraft }: DraftProps) {
  const t = useWords(proposeWords);
  const id = useId();
  const lang = useLang();
  const packs = useStudio((state) => state.packs);
  const accounts = useStudio((state) => state.outline?.account);
  const platforms = useMemo(
    () => [
      ...new Set(
        (accounts ?? []).flatMap(({ id: account, platform }) => (draft.accountIds.has(account) ? platform : [])),
      ),
    ],
    [accounts, draft.accountIds],
  );
  const nameOf = (platform: string): string => packs?.get(platform)?.[lang] ?? platform;
  const own = Object.keys(draft.handOverBy);
  const open = platforms.filter((platform) => !own.includes(platform));
  const later = platforms.filter(
    (platform) => packs?.get(platform)?.scheduler !== undefined && !own.includes(platform),
  );
  const setOwn = (platform: string, hours: Hours | null) =>
    setDraft((now) => {
      const { [platform]: _, ...others } = now.handOverBy;
      return { ...now, handOverBy: hours === null ? others : { ...now.handOverBy, [platform]: hours } };
    });
  return (
    <>
      <HoursPick
        legend={t('rules.hand_over')}
        hours={draft.handOver}
        onChange={(handOver) => setDraft((now) => ({ ...now, handOver }))}
      />
      <p className={frame.note}>{t('rules.hand_over_note')}</p>
      {later.length > 0 && (
        <p className={frame.note}>
          {t('rules.hand_over_later', { platforms: later.map(nameOf).join(lang === 'zh' ? '、' : ', ') })}
        </p>
      )}
      {own.map((platform) => (
        <HoursPick
          key={platform}
          legend={t('rules.hand_over_on', { platform: nameOf(platform) })}
          hours={draft.handOverBy[platform] ?? noHours}
          onChange={(hours) => setOwn(platform, hours)}
        >
          <button
            type="button"
            className={frame.small}
            aria-label={t('rules.hand_over_remove', { platform: nameOf(platform) })}
            onClick={() => setOwn(platform, null)}
          >
            ×
          </button>
        </HoursPick>
      ))}
      {open.length > 0 && (
        <div className={classes.line}>
          <label htmlFor={id}>{t('rules.hand_over_by')}</label>
          <select id={id} value="" onChange={({ target }) => setOwn(target.value, draft.handOver)}>
            <option value="">{t('rules.hand_over_pick')}</option>
            {open.map((platform) => (
              <option key={platform} value={platform}>
                {nameOf(platform)}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}

function HoursPick({
  legend,
  hours,
  onChange,
  children,
}: {
  readonly legend: string;
  readonly hours: Hours;
  readonly onChange: (hours: Hours) => void;
  readonly children?: ReactNode;
}) {
  const t = useWords(proposeWords);
  return (
    <fieldset className={classes.sub}>
      <legend className={classes.wide}>{legend}</legend>
      <div className={classes.pair}>
        {(['from', 'to'] as const).map((end) => (
          <label key={end} className={classes.inline}>
            {t(`days.${end}`)}
            <input
              type="time"
              value={hours[end]}
              onChange={({ target }) => onChange({ ...hours, [end]: target.value })}
            />
          </label>
        ))}
        {children}
      </div>
    </fieldset>
  );
}

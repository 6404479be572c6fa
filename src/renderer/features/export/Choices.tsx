import { Checkbox } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import type { ExportKind } from '../../../contract';
import { exportKinds } from '../../../contract/exports';
import { langs } from '../../../core/model/records';
import { wallDateSchema } from '../../../core/time/wall';
import { exportWords } from '../../../core/words/export';
import { kindWords } from '../../../core/words/kinds';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { PlatformTile } from '../../ui/PlatformTile';
import { Segments } from '../../ui/Segments';
import classes from './Choices.module.css';
import { type ExportView, type Kept, type RangeKind, rangeKinds, wrongWith } from './exportView';
import { KindOptions } from './KindOptions';

/** The left column: which days, which platforms, what to write. */
export function Choices({
  view,
  seen,
  presets,
  onChange,
}: {
  readonly view: ExportView;
  readonly seen: Kept;
  readonly presets: ReactNode;
  readonly onChange: (change: Partial<ExportView>) => void;
}) {
  const t = useWords(exportWords);
  const k = useWords(kindWords);
  const accounts = useStudio((state) => state.outline?.account.length ?? 0);
  return (
    <div className={classes.choices}>
      {presets}
      <section aria-label={t('range')}>
        <h2>{t('range')}</h2>
        <Ranges view={view} seen={seen} onChange={onChange} />
      </section>
      {accounts > 0 && (
        <section aria-label={t('platforms')}>
          <h2>{t('platforms')}</h2>
          <Platforms view={view} onChange={onChange} />
        </section>
      )}
      <section aria-label={t('kinds')}>
        <h2>{t('kinds')}</h2>
        {exportKinds.map((kind) => (
          <Fragment key={kind}>
            <Checkbox
              classNames={kindClasses}
              size="xs"
              checked={view.kinds.includes(kind)}
              label={t(`kind.${kind}`)}
              description={t(`kind.${kind}_note`)}
              onChange={() => onChange({ kinds: flip(view.kinds, kind, exportKinds) })}
            />
            {view.kinds.includes(kind) && <KindOptions kind={kind} view={view} onChange={onChange} />}
          </Fragment>
        ))}
      </section>
      <section aria-label={t('lang')}>
        <h2>{t('lang')}</h2>
        <Segments
          label={t('lang')}
          value={view.lang}
          options={langs.map((lang) => ({ value: lang, label: k(`lang.${lang}`) }))}
          onChange={(lang) => onChange({ lang })}
        />
      </section>
    </div>
  );
}

function Ranges({
  view,
  seen,
  onChange,
}: {
  readonly view: ExportView;
  readonly seen: Kept;
  readonly onChange: (change: Partial<ExportView>) => void;
}) {
  const t = useWords(exportWords);
  const campaigns = useStudio((state) => state.outline?.campaign ?? none);
  const backwards = wrongWith(view, seen) === 'range.backwards';
  const { placementIds, pieces } = view.kept ?? seen;
  const names: Readonly<Record<RangeKind, string>> = {
    campaign: t('range.campaign'),
    week: t('range.week'),
    two_weeks: t('range.two_weeks'),
    custom: t('range.custom'),
    shown: t('range.shown'),
    picked: t('range.picked', { count: placementIds.length }),
    library: pieces?.kind === 'ids' ? t('range.library_picked', { count: pieces.ids.length }) : t('range.library'),
  };
  const isOffered = (range: RangeKind): boolean =>
    range === 'campaign'
      ? campaigns.length > 0
      : range !== 'picked' || placementIds.length > 0 || view.range === 'picked';
  const setDay = (name: 'from' | 'to', text: string): void => {
    const day = wallDateSchema.safeParse(text);
    if (day.success) onChange({ [name]: day.data });
  };
  return (
    <>
      <div className={classes.ranges} role="radiogroup" aria-label={t('range')}>
        {rangeKinds.filter(isOffered).map((range) => (
          <label key={range} className={classes.range} data-on={view.range === range || undefined}>
            <input
              type="radio"
              name="range"
              checked={view.range === range}
              onChange={() => onChange({ range, kept: null })}
            />
            {names[range]}
          </label>
        ))}
      </div>
      {hints.has(view.range) && (
        <p className={classes.rangeHint}>
          {t(view.kept === null ? `range.${view.range as Hinted}_note` : `range.${view.range as Hinted}_kept`)}
        </p>
      )}
      {view.range === 'campaign' && (
        <select
          className={classes.input}
          aria-label={t('campaign')}
          value={view.campaignId ?? ''}
          onChange={(event) => onChange({ campaignId: event.currentTarget.value || null })}
        >
          <option value="">{t('campaign.any')}</option>
          {campaigns.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      {view.range === 'custom' && (
        <div className={classes.days}>
          {(['from', 'to'] as const).map((name) => (
            <label key={name}>
              {t(`range.${name}`)}
              <input
                className={classes.input}
                type="date"
                value={view[name]}
                aria-invalid={backwards || undefined}
                onChange={(event) => setDay(name, event.currentTarget.value)}
              />
            </label>
          ))}
          {backwards && <p className={classes.wrong}>{t('range.backwards')}</p>}
        </div>
      )}
    </>
  );
}

function Platforms({
  view,
  onChange,
}: {
  readonly view: ExportView;
  readonly onChange: (change: Partial<ExportView>) => void;
}) {
  const t = useWords(exportWords);
  const lang = useLang();
  const packs = useStudio((state) => state.packs);
  const accounts = useStudio((state) => state.outline?.account ?? none);
  const used = [...(packs?.values() ?? [])].filter(({ id }) => accounts.some(({ platform }) => platform === id));
  const ids = used.map(({ id }) => id);
  const shown = view.platforms.length === 0 ? ids : view.platforms;
  return (
    <div className={classes.platforms}>
      {used.map((pack) => {
        const on = shown.includes(pack.id);
        return (
          <button
            key={pack.id}
            type="button"
            className={classes.platform}
            aria-pressed={on}
            onClick={() => {
              const next = flip(shown, pack.id, ids);
              onChange({ platforms: next.length === ids.length ? [] : next });
            }}
          >
            <PlatformTile size="small" glyph={pack.glyph} />
            {pack[lang]}
          </button>
        );
      })}
      {view.platforms.length > 0 && (
        <button type="button" className={classes.all} onClick={() => onChange({ platforms: [] })}>
          {t('platforms.all')}
        </button>
      )}
    </div>
  );
}

type Hinted = 'shown' | 'library';
const hints: ReadonlySet<RangeKind> = new Set<Hinted>(['shown', 'library']);
const none: readonly never[] = [];
const kindClasses = { root: classes.kind ?? '', label: classes.kindLabel ?? '', description: classes.kindNote ?? '' };

/** Switches one and keeps the given order. The last platform cannot be switched off: that would mean all of them. */
function flip<T extends string>(list: readonly T[], one: T, order: readonly T[]): readonly T[] {
  const next = list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
  return order.filter((item) => next.includes(item));
}

export type { ExportKind };

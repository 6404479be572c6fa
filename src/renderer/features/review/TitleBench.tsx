import { IconArrowBackUp, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { memo, useMemo, useState } from 'react';
import { count } from '../../../core/platforms/counters';
import { sayUnit } from '../../../core/words/platforms';
import { reviewWords } from '../../../core/words/review';
import type { AdaptTask, Outcome } from '../../state/adapting/adaptTask';
import { useLang, useWords } from '../../state/StudioProvider';
import { formatName, htmlLang } from '../../ui/adapted/names';
import { IconButton } from '../../ui/IconButton';
import { PlatformTile } from '../../ui/PlatformTile';
import { splitAt } from '../../ui/plan/fold';
import { useDraft } from '../../ui/useDraft';
import bench from './Bench.module.css';
import { type BenchRow, benchRows, isTooLong } from './benchRows';
import classes from './Review.module.css';
import { tabName } from './Tabs';

/** One piece, all its titles: as each platform counts and cuts them, written in place, Tab from one to the next. */
export function TitleBench({
  tasks,
  outcomes,
  open,
  onOpen,
  onTitle,
}: {
  readonly tasks: readonly AdaptTask[];
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** Writes a title by hand; null gives it back to the source. */
  readonly onTitle: (task: AdaptTask, title: string | null) => void;
}) {
  const t = useWords(reviewWords);
  const rows = useMemo(() => benchRows(tasks, outcomes), [tasks, outcomes]);
  const over = rows.filter((row) => isTooLong(row, row.title)).length;
  const twins = rows.filter(({ twin }) => twin !== null).length;
  const said = [t('bench.over', { count: over }), t('bench.twins', { count: twins })].filter((word) => word !== '');
  const half = Math.ceil(rows.length / 2);
  return (
    <section className={bench.bench} aria-label={t('bench.title')} data-bench data-pane="bench">
      <header className={bench.head}>
        <button type="button" className={bench.fold} aria-expanded={open} onClick={() => onOpen(!open)}>
          {open ? (
            <IconChevronDown size={14} stroke={1.6} aria-hidden="true" />
          ) : (
            <IconChevronRight size={14} stroke={1.6} aria-hidden="true" />
          )}
          <h2>{t('bench.title')}</h2>
        </button>
        {open && rows.length > 0 && <span className={bench.hint}>{t('bench.hint')}</span>}
        <span className={bench.tally} data-over={over > 0 || undefined}>
          {rows.length === 0 ? '' : said.length === 0 ? t('bench.fine') : said.join(' · ')}
        </span>
      </header>
      {open && rows.length === 0 && <p className={classes.note}>{t('bench.none')}</p>}
      {open && rows.length > 0 && (
        <ul className={bench.grid} style={{ gridTemplateRows: `repeat(${half}, auto)` }}>
          {rows.map((row) => (
            <Row key={row.key} row={row} tasks={tasks} onTitle={onTitle} />
          ))}
        </ul>
      )}
    </section>
  );
}

const Row = memo(function Row({
  row,
  tasks,
  onTitle,
}: {
  readonly row: BenchRow;
  readonly tasks: readonly AdaptTask[];
  readonly onTitle: (task: AdaptTask, title: string | null) => void;
}) {
  const t = useWords(reviewWords);
  const lang = useLang();
  const { task, title, unit, limit, shorter, twin, isTwinBySource, isEdited, isFirstLine, outcome } = row;
  const [focused, setFocused] = useState(false);
  const field = useDraft({
    value: title,
    when: 'leaving',
    onCommit: (text) => onTitle(task, text.trim() === '' ? null : text),
    onLeave: () => setFocused(false),
  });
  const over = isTooLong(row, field.value);
  const name = tabName(tasks, task, lang);
  const { platform } = task.pack;
  return (
    <li className={bench.row} data-over={over || undefined} data-focused={focused || undefined}>
      <PlatformTile size="small" glyph={platform.glyph} />
      <span className={bench.name} title={name}>
        {task.account !== null && name.endsWith(task.account.name)
          ? name
          : `${platform[lang]} ${formatName(task.pack, lang)}`}
        {isFirstLine && <span className={classes.quiet}> {t('bench.first_line')}</span>}
      </span>
      <span className={bench.field} lang={htmlLang(outcome.source.lang)}>
        <input
          aria-label={t('bench.row', { name })}
          aria-invalid={over || undefined}
          placeholder={t('bench.empty')}
          spellCheck={false}
          {...field}
          onFocus={() => setFocused(true)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && shorter !== null) {
              event.preventDefault();
              onTitle(task, shorter);
            } else field.onKeyDown(event);
          }}
        />
        {!focused && <Shown title={title} row={row} />}
      </span>
      {over && shorter !== null && (
        <button
          type="button"
          tabIndex={-1}
          className={bench.mend}
          title={`${t('bench.shorten_tip')} · Ctrl Enter`}
          // The field would be left, and what stands in it written, before the click arrives.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTitle(task, shorter)}
        >
          {t('bench.shorten', { title: shorter })}
        </button>
      )}
      {!over && twin !== null && (
        <span className={bench.twin} data-source={isTwinBySource || undefined}>
          {t('bench.twin', {
            name: twin.pack.platform === platform ? tabName(tasks, twin, lang) : twin.pack.platform[lang],
          })}
        </span>
      )}
      {isEdited && (
        <span className={bench.back}>
          <IconButton label={t('bench.back')} onClick={() => onTitle(task, null)}>
            <IconArrowBackUp size={14} stroke={1.6} />
          </IconButton>
        </span>
      )}
      <span className={bench.count}>
        {sayUnit(lang, unit)} <b>{count(unit, field.value)}</b>
        {limit === null ? '' : `/${limit}`}
      </span>
    </li>
  );
});

/** The title at rest: where the feed cuts it, and in red where it is over the platform's limit. */
function Shown({ title, row: { unit, limit, fold } }: { readonly title: string; readonly row: BenchRow }) {
  const lawful = limit === null ? null : splitAt(title, unit, limit);
  const kept = lawful?.above ?? title;
  const seen = fold === null ? null : splitAt(kept, unit, fold);
  return (
    <span className={bench.shown} aria-hidden="true">
      {seen?.above ?? kept}
      {seen !== null && (
        <>
          <span className={bench.bar} data-cut="fold" />
          <span className={bench.unseen}>{seen.below}</span>
        </>
      )}
      {lawful !== null && (
        <>
          <span className={bench.bar} data-cut="limit" />
          <span className={bench.beyond}>{lawful.below}</span>
        </>
      )}
    </span>
  );
}

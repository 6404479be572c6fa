import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { basisOf, readBasis } from '../../../core/adapt/basis';
import { changesIn, type SourceRow, sourceRows } from '../../../core/adapt/behind';
import { type Decision, decided, placesOf, type RowPlace, settledTexts, takeAll } from '../../../core/adapt/decide';
import { fitTitle } from '../../../core/adapt/title';
import { type OverrideField, overrideFields } from '../../../core/adapt/types';
import { fillFields } from '../../../core/brief/fields';
import { reviewWords } from '../../../core/words/review';
import { versionWords } from '../../../core/words/versions';
import { type Outcome, overridesOf } from '../../state/adapting/adaptTask';
import { useLang, useWords } from '../../state/StudioProvider';
import { htmlLang } from '../../ui/adapted/names';
import { Keys } from '../../ui/Keys';
import behind from './Behind.module.css';
import { DiffText } from './DiffText';
import classes from './Review.module.css';

/** What the review's keys do here. */
export type BehindHandle = {
  readonly step: (by: 1 | -1) => void;
  readonly decide: (kind: 'take' | 'mine') => void;
  readonly all: () => void;
  readonly finish: () => void;
};

/** The title as a change of its own, before the sentences. */
const TITLE = -1;

/**
 * A version that fell behind: the source it was edited from, the source now, and the version itself. Each changed
 * sentence is taken, left, or written anew; nothing is stored until the version is settled, as one step of undo.
 */
export function BehindPanes({
  outcome,
  handle,
  onSettle,
  onLater,
}: {
  readonly outcome: Outcome;
  readonly handle: React.RefObject<BehindHandle | null>;
  readonly onSettle: (overrides: Partial<Record<OverrideField, string | null>>) => void;
  readonly onLater: () => void;
}) {
  const t = useWords(reviewWords);
  const { task, source } = outcome;
  const overrides = useMemo(() => overridesOf(task.variant), [task.variant]);
  const basis = useMemo(() => readBasis(task.variant), [task.variant]);
  const now = useMemo(
    () => basisOf({ title: source.title, brief: source.brief, lang: source.lang }, source.body),
    [source],
  );
  const rows = useMemo(() => (basis === null ? [] : sourceRows(basis, now)), [basis, now]);
  const places = useMemo(() => placesOf(overrides, rows), [overrides, rows]);
  const [decisions, setDecisions] = useState<ReadonlyMap<number, Decision>>(() => new Map());
  const [current, setCurrent] = useState<number | null>(null);
  const hasTitle = basis !== null && basis.title !== now.title && overrides.title !== undefined;
  const open = [...(hasTitle ? [TITLE] : []), ...rows.flatMap(({ kind }, index) => (kind === 'same' ? [] : [index]))];
  const isOpen = (row: number): boolean => row === TITLE || places[row] === 'held' || places[row] === 'new';
  const undecided = open.filter((row) => isOpen(row) && !decisions.has(row)).length;
  const decide = (row: number, decision: Decision): void => {
    setDecisions((before) => new Map(before).set(row, decision));
    const rest = open.slice(open.indexOf(row) + 1).find((other) => isOpen(other) && !decisions.has(other));
    setCurrent(rest ?? row);
  };
  const all = (): void =>
    setDecisions((before) => {
      const taken = new Map<number, Decision>([...takeAll(places), ...before]);
      if (hasTitle && !taken.has(TITLE)) taken.set(TITLE, { kind: 'take' });
      return taken;
    });
  const finish = (): void => onSettle(settledTexts(overrides, rows, decisions, decisions.get(TITLE)));
  useImperativeHandle(handle, () => ({
    step: (by) => {
      const at = current === null ? (by === 1 ? -1 : open.length) : open.indexOf(current);
      setCurrent(open[Math.min(open.length - 1, Math.max(0, at + by))] ?? null);
    },
    decide: (kind) => {
      const row = current ?? open.find((one) => isOpen(one) && !decisions.has(one));
      if (row !== undefined) decide(row, { kind });
    },
    all,
    finish,
  }));
  const shared = { decisions, current, onCurrent: setCurrent, onDecide: decide };
  return (
    <div className={behind.whole}>
      <header className={behind.head}>
        <h2>{t('behind.title', { count: changesIn(rows) + (hasTitle ? 1 : 0) })}</h2>
        <span className={classes.quiet} role="status">
          {basis === null
            ? t('behind.no_basis')
            : open.length === 0
              ? t('behind.no_changes')
              : t('behind.undecided', { count: undecided })}
        </span>
        <span className={behind.gap} />
        <Button variant="subtle" onClick={onLater}>
          {t('behind.later')}
        </Button>
        {open.length > 0 && (
          <Button onClick={all} rightSection={<Keys keys="a" />}>
            {t('behind.all')}
          </Button>
        )}
        <Button variant="filled" onClick={finish}>
          {t('behind.finish')}
        </Button>
      </header>
      <div className={behind.panes}>
        <div className={behind.source}>
          <div className={behind.names} aria-hidden="true">
            <span>{t('behind.then')}</span>
            <span>{t('behind.now')}</span>
          </div>
          <ol className={behind.rows} lang={htmlLang(source.lang)}>
            {hasTitle && (
              <Change
                {...shared}
                row={TITLE}
                number={1}
                change={{ kind: 'changed', before: basis.title, after: now.title, opens: true }}
                place="held"
                note={t('behind.title_row')}
              />
            )}
            {basis === null && now.blocks.flat().length > 0 && <Whole sentences={now.blocks} />}
            {runsOf(rows).map((run) =>
              run.kind === 'same' ? (
                <Same key={`same ${run.from}`} rows={rows.slice(run.from, run.to)} />
              ) : (
                <Change
                  key={`row ${run.from}`}
                  {...shared}
                  row={run.from}
                  number={open.indexOf(run.from) + 1}
                  change={rows[run.from] as SourceRow}
                  place={places[run.from] ?? 'none'}
                />
              ),
            )}
          </ol>
        </div>
        <Mine outcome={outcome} rows={rows} decisions={decisions} />
      </div>
    </div>
  );
}

type Shared = {
  readonly decisions: ReadonlyMap<number, Decision>;
  readonly current: number | null;
  readonly onCurrent: (row: number) => void;
  readonly onDecide: (row: number, decision: Decision) => void;
};

/** Rows with their unchanged neighbours taken together. */
type Run = { readonly kind: 'same' | 'change'; readonly from: number; readonly to: number };
function runsOf(rows: readonly SourceRow[]): readonly Run[] {
  const runs: Run[] = [];
  for (const [index, row] of rows.entries()) {
    const last = runs.at(-1);
    if (row.kind === 'same' && last?.kind === 'same') runs[runs.length - 1] = { ...last, to: index + 1 };
    else runs.push({ kind: row.kind === 'same' ? 'same' : 'change', from: index, to: index + 1 });
  }
  return runs;
}

/** Unchanged sentences: the last two before a change are context, the rest is a number. */
function Same({ rows }: { readonly rows: readonly SourceRow[] }) {
  const t = useWords(reviewWords);
  const [open, setOpen] = useState(rows.length <= CONTEXT);
  const shown = open ? rows : rows.slice(-1);
  return (
    <>
      {!open && (
        <li>
          <button type="button" className={behind.more} onClick={() => setOpen(true)}>
            {t('behind.same_rows', { count: rows.length - 1 })}
          </button>
        </li>
      )}
      {numbered(shown).map(({ key, row }) => (
        <li key={key} className={behind.row} data-kind="same">
          <p>{row.before}</p>
          <p>{row.after}</p>
        </li>
      ))}
    </>
  );
}
const CONTEXT = 3;
const numbered = (rows: readonly SourceRow[]) => rows.map((row, index) => ({ key: `${index} ${row.after}`, row }));

/** Without a basis: the source now, by itself. */
const Whole = ({ sentences }: { readonly sentences: readonly (readonly string[])[] }) =>
  sentences
    .map((block, index) => ({ key: `block ${index + 1}`, text: block.join('') }))
    .filter(({ text }) => text !== '')
    .map(({ key, text }) => (
      <li key={key} className={behind.row} data-kind="same">
        <p />
        <p>{text}</p>
      </li>
    ));

function Change({
  row,
  number,
  change,
  place,
  note,
  decisions,
  current,
  onCurrent,
  onDecide,
}: Shared & {
  readonly row: number;
  readonly number: number;
  readonly change: SourceRow;
  readonly place: RowPlace;
  readonly note?: string;
}) {
  const t = useWords(reviewWords);
  const element = useRef<HTMLLIElement>(null);
  const [editing, setEditing] = useState(false);
  const isCurrent = current === row;
  const decision = decisions.get(row);
  useEffect(() => {
    if (isCurrent) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const { kind, before, after } = change;
  const takeWord =
    kind === 'removed' ? 'behind.take_out' : kind === 'added' || place === 'absent' ? 'behind.put_in' : 'behind.take';
  const act = (label: string, chosen: boolean, run: () => void): ReactNode => (
    <button
      type="button"
      className={behind.act}
      aria-pressed={chosen}
      onClick={() => {
        onCurrent(row);
        run();
      }}
    >
      {label}
    </button>
  );
  return (
    <li
      ref={element}
      className={behind.row}
      data-kind={kind}
      data-current={isCurrent || undefined}
      data-change={number}
      aria-label={t('behind.row', { number })}
      aria-current={isCurrent || undefined}
    >
      <p>{before === '' ? null : <DiffText before={before} after={after} only="before" />}</p>
      <p>
        {note !== undefined && <span className={classes.badge}>{note}</span>}
        {after === '' ? null : <DiffText before={before} after={after} only="after" />}
      </p>
      {place === 'none' ? (
        <p className={behind.note}>{t('behind.none_here')}</p>
      ) : (
        <div className={behind.acts}>
          {place === 'absent' && <span className={classes.quiet}>{t('behind.absent')}</span>}
          {act(t(takeWord), decision?.kind === 'take', () => onDecide(row, { kind: 'take' }))}
          {act(t('behind.mine_act'), decision?.kind === 'mine', () => onDecide(row, { kind: 'mine' }))}
          {act(t('behind.edit'), decision?.kind === 'write', () => setEditing(true))}
          {isCurrent && !editing && (
            <span className={behind.keys}>
              <Keys keys="enter" /> <Keys keys="m" />
            </span>
          )}
        </div>
      )}
      {editing && (
        <Rewrite
          text={decision?.kind === 'write' ? decision.text : after || before}
          onDone={(text) => {
            setEditing(false);
            if (text !== null) onDecide(row, { kind: 'write', text });
          }}
        />
      )}
    </li>
  );
}

function Rewrite({ text, onDone }: { readonly text: string; readonly onDone: (text: string | null) => void }) {
  const t = useWords(reviewWords);
  const e = useWords(versionWords);
  const [draft, setDraft] = useState(text);
  return (
    <div className={behind.rewrite}>
      <textarea
        aria-label={t('behind.edit_label')}
        value={draft}
        rows={2}
        ref={focusOnce}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') {
            event.stopPropagation();
            onDone(null);
          }
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            event.stopPropagation();
            onDone(draft);
          }
        }}
      />
      <div className={behind.acts}>
        <Button size="compact-xs" onClick={() => onDone(null)}>
          {e('field.cancel')}
        </Button>
        <Button size="compact-xs" variant="filled" onClick={() => onDone(draft)}>
          {t('behind.edit_done')}
        </Button>
      </div>
    </div>
  );
}

const focusOnce = (element: HTMLTextAreaElement | null): void => {
  element?.focus();
};

/** The hand-written texts as they will stand, with what the decisions change in them. */
function Mine({
  outcome,
  rows,
  decisions,
}: {
  readonly outcome: Outcome;
  readonly rows: readonly SourceRow[];
  readonly decisions: ReadonlyMap<number, Decision>;
}) {
  const t = useWords(reviewWords);
  const e = useWords(versionWords);
  const lang = useLang();
  const overrides = overridesOf(outcome.task.variant);
  const title = decisions.get(TITLE);
  const texts = overrideFields.flatMap((field) => {
    const before = overrides[field];
    if (before === undefined) return [];
    return [{ field, before, after: field === 'title' ? titleNow(before, title, outcome) : textNow(field, before) }];
  });
  function textNow(field: OverrideField, before: string): string {
    return field === 'tags' ? before : decided(before, rows, decisions, field === 'body').text;
  }
  return (
    <section className={behind.mine} aria-label={t('behind.mine')}>
      <div className={behind.names} aria-hidden="true">
        <span>{t('behind.mine')}</span>
        <span className={classes.quiet}>
          {t('behind.fields', {
            fields: texts.map(({ field }) => e(`field.${field}`)).join(lang === 'zh' ? '、' : ', '),
          })}
        </span>
      </div>
      <dl className={behind.texts} lang={htmlLang(outcome.source.lang)} data-selectable>
        {texts.map(({ field, before, after }) => (
          <div key={field}>
            <dt lang={htmlLang(lang)}>{e(`field.${field}`)}</dt>
            <dd data-field={field}>
              <DiffText before={before} after={after} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Taking the source's title gives the field back: what then stands there is the title as this platform takes it. */
function titleNow(before: string, decision: Decision | undefined, { source, task }: Outcome): string {
  if (decision?.kind === 'write') return decision.text;
  if (decision?.kind !== 'take') return before;
  const title = fillFields(source.title, source.brief);
  return task.pack.format.title === 'field' ? fitTitle(title, source, task.pack.format).title : title;
}

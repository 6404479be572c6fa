import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { planCheckScreenWords } from '../../../core/words/planCheckScreen';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { Empty } from '../../ui/Empty';
import { IconButton } from '../../ui/IconButton';
import { Segments } from '../../ui/Segments';
import { TextButton } from '../../ui/TextButton';
import { fixThese } from './acts';
import { CheckRow } from './CheckRow';
import classes from './PlanCheck.module.css';
import { type Grouping, grouped, groupings, inView, type Row } from './rows';
import { useFixes, useKeepsPlace, useRows, useView } from './useRows';
import { Waived } from './Waived';

/** Everything there is to say about the plan, in the place of the inspector: read, gone to, mended or left as it is. */
export function PlanCheckDrawer() {
  const t = useWords(planCheckScreenWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const answer = useStudio((state) => state.planCheck);
  const rows = useRows();
  const [by, setBy] = useState<Grouping>('severity');
  const [here, setHere] = useState(false);
  const [activeKey, setActive] = useState<string | null>(null);
  const [waiving, setWaiving] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const view = useView();
  const shown = useMemo(() => (here ? rows.filter((row) => inView(row, view)) : rows), [rows, here, view]);
  const groups = useMemo(() => grouped(shown, by, lang), [shown, by, lang]);
  const order = useMemo(() => groups.flatMap((group) => group.rows), [groups]);
  const fixes = useFixes(order);
  const active = order.find(({ key }) => key === activeKey) ?? null;
  useKeepsPlace(order, activeKey, setActive, list);

  const heading = useTakesFocus();
  const close = (): void => {
    studio.getState().setCheckOpen(false);
    document.querySelector<HTMLElement>('[data-plan-check]')?.focus();
  };
  const sameKind = (row: Row): readonly string[] =>
    row.kind === 'text'
      ? []
      : order.flatMap((other) =>
          other.kind === 'plan' && other.finding.code === row.finding.code && fixes[other.key] !== undefined
            ? [other.key]
            : [],
        );
  const step = (to: number): void => {
    const next = order[Math.min(order.length - 1, Math.max(0, to))];
    if (next !== undefined) list.current?.querySelector<HTMLElement>(`[data-row="${next.key}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
    const key = event.currentTarget.closest<HTMLElement>('[data-check]')?.dataset.check;
    const at = order.findIndex((row) => row.key === key);
    const on = order[at];
    if (on === undefined) return;
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => step(at + 1),
      ArrowUp: () => step(at - 1),
      Home: () => step(0),
      End: () => step(order.length - 1),
      Escape: close,
      f: () => void fixThese(studio, fixes[on.key] === undefined ? [] : [on.key]),
      F: () => void fixThese(studio, sameKind(on)),
      i: () => setWaiving(on.kind === 'plan'),
    };
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  const count = (severity: Row['severity']) => rows.filter((row) => row.severity === severity).length;
  return (
    <section
      className={classes.drawer}
      aria-label={t('name')}
      data-testid="plan-check"
      onKeyDown={(event) => {
        if (event.defaultPrevented || event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') close();
        else if (event.key === 'ArrowDown' && event.target === heading.current) step(0);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <header className={classes.head}>
        <h2 ref={heading} tabIndex={-1}>
          {t('name')}
        </h2>
        <IconButton label={t('close')} keys="escape" onClick={close}>
          <IconX size={16} stroke={1.6} />
        </IconButton>
        <p className={classes.counts} role="status">
          {answer === null
            ? t('loading')
            : t('counts', { errors: count('error'), warnings: count('warning'), infos: count('info') })}
        </p>
        <Segments
          label={t('group.label')}
          value={by}
          options={groupings.map((value) => ({ value, label: t(`group.${value}`) }))}
          onChange={setBy}
        />
        <label className={classes.here}>
          <input type="checkbox" checked={here} onChange={(event) => setHere(event.currentTarget.checked)} />
          {t('here')}
        </label>
      </header>
      <div ref={list} className={classes.scroll}>
        {answer !== null && order.length === 0 && (
          <Empty
            text={t(here && rows.length > 0 ? 'empty.here' : 'empty')}
            action={here && rows.length > 0 && <TextButton onClick={() => setHere(false)}>{t('empty.all')}</TextButton>}
          />
        )}
        {groups.map((group) => (
          <section key={group.id} className={classes.group}>
            <h3>
              {group.title}
              <span>{group.rows.length}</span>
            </h3>
            <ul aria-label={group.title}>
              {group.rows.map((row) => (
                <CheckRow
                  key={row.key}
                  row={row}
                  fix={fixes[row.key]}
                  focusable={active === null ? row === order[0] : row === active}
                  active={row === active}
                  waiving={row === active && waiving}
                  kin={row === active ? sameKind(row) : none}
                  onFocus={() => {
                    if (row.key === activeKey) return;
                    setActive(row.key);
                    setWaiving(false);
                  }}
                  onWaive={(open) => {
                    setWaiving(open);
                    // The form takes the focus with it.
                    if (!open) list.current?.querySelector<HTMLElement>(`[data-row="${row.key}"]`)?.focus();
                  }}
                  onKeyDown={onKeyDown}
                />
              ))}
            </ul>
          </section>
        ))}
        <Waived />
      </div>
      <p className={classes.keys}>{t('keys')}</p>
    </section>
  );
}

const none: readonly string[] = [];

/** Opened by its key from the plan, the list is where one stands; however it closes from there, its button has the focus. */
function useTakesFocus() {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const title = heading.current;
    const from = document.activeElement;
    // From the button the focus stays on it: pressed again, it closes the list.
    if (from?.closest('main') != null && !from.matches('[data-plan-check]')) title?.focus();
    return () => {
      if (title?.closest('section')?.contains(document.activeElement))
        document.querySelector<HTMLElement>('[data-plan-check]')?.focus();
    };
  }, []);
  return heading;
}

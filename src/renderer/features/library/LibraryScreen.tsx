import { Button, Menu } from '@mantine/core';
import { IconArrowsSort, IconFileImport, IconSearch, IconX } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { PieceFilter } from '../../../contract';
import { sayFailure } from '../../../core/words/failures';
import { libraryWords } from '../../../core/words/library';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { Empty } from '../../ui/Empty';
import { Screen, ToolbarGap } from '../../ui/Screen';
import { SlotFill } from '../../ui/Slot';
import { useArrowsEnter } from '../../ui/useArrowsEnter';
import { useWindowing } from '../../ui/useWindowing';
import { doBulk, importMarkdown, readAll } from './actions';
import { BulkBar } from './BulkBar';
import type { Bulk } from './bulk';
import { Filters } from './Filters';
import classes from './Library.module.css';
import { libraryCommands } from './libraryCommands';
import { isNarrowed, libraryView, noFilter } from './libraryView';
import { NewMenu } from './NewMenu';
import { Head, ROW, Rows } from './PieceTable';
import { usePieces } from './usePieces';

/** A table whose rows are chosen and opened by keys is a grid to assistive technology. */
const asGrid = (active: string | undefined) =>
  ({ role: 'grid', tabIndex: 0, 'aria-multiselectable': true, 'aria-activedescendant': active }) as const;

/** Every piece in one list: find, sort, select, open. Draws only the rows in sight. */
export function LibraryScreen() {
  const t = useWords(libraryWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const view = libraryView(studio);
  useArrowsEnter('main [role="grid"]');
  const { filter, cursor, selected } = useStore(view);
  const [count, setCount] = useState(0);
  const [making, setMaking] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const [start] = useState(() => view.getState().scrollTop);
  const { ref, window: seen, show } = useWindowing(count, ROW, start);
  const pieces = usePieces(filter, seen);
  if (pieces.total !== count) setCount(pieces.total);
  const openPiece = useStudio((state) => state.openPiece);
  const offerCommands = useStudio((state) => state.offerCommands);

  const change = useCallback(
    (part: Partial<PieceFilter>) => {
      view.setState((state) => ({ filter: { ...state.filter, ...part }, cursor: 0, selected: new Set() }));
      if (ref.current !== null) ref.current.scrollTop = 0;
    },
    [view, ref],
  );
  useEffect(
    () =>
      offerCommands('library', libraryCommands({ search: () => search.current?.focus(), make: () => setMaking(true) })),
    [offerCommands],
  );
  useEffect(() => {
    const element = ref.current;
    return () => view.setState({ scrollTop: element?.scrollTop ?? 0 });
  }, [ref, view]);

  const rows = useRef(pieces.rows);
  useEffect(() => {
    rows.current = pieces.rows;
  });
  const open = useCallback((id: string) => openPiece(id), [openPiece]);
  const select = useCallback(
    (index: number, range: boolean) => {
      const { cursor: from, selected: before } = view.getState();
      const next = new Set(before);
      if (range) {
        for (let at = Math.min(from, index); at <= Math.max(from, index); at += 1) {
          const id = rows.current.get(at)?.id;
          if (id !== undefined) next.add(id);
        }
      } else {
        const id = rows.current.get(index)?.id;
        if (id !== undefined && !next.delete(id)) next.add(id);
      }
      view.setState({ selected: next, cursor: index });
    },
    [view],
  );
  const act = async (bulk: Bulk, chosen: readonly { id: string; title: string }[]): Promise<void> => {
    if (await doBulk(studio, chosen, bulk)) view.setState({ selected: new Set() });
  };
  const chosen = (): readonly { id: string; title: string }[] => {
    const titles = new Map([...pieces.rows.values()].map(({ id, title }) => [id, title]));
    return [...selected].map((id) => ({ id, title: titles.get(id) ?? '' }));
  };
  const selectAll = async (): Promise<void> => {
    const all = selected.size > 0 ? [] : await readAll(studio, filter);
    view.setState({ selected: new Set(all.map(({ id }) => id)) });
  };

  const move = (to: number): void => {
    const next = Math.max(0, Math.min(pieces.total - 1, to));
    view.setState({ cursor: next });
    show(next);
  };
  const press = (event: React.KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((ref.current?.clientHeight ?? ROW) / ROW) - 1);
    const moves: Readonly<Record<string, number>> = {
      arrowdown: cursor + 1,
      arrowup: cursor - 1,
      j: cursor + 1,
      k: cursor - 1,
      pagedown: cursor + page,
      pageup: cursor - page,
      home: 0,
      end: pieces.total - 1,
    };
    const key = event.key.toLowerCase();
    const to = moves[key];
    const here = pieces.rows.get(cursor);
    if (event.ctrlKey || event.metaKey || event.altKey) {
      if (key !== 'a') return;
      void selectAll();
    } else if (to !== undefined) {
      if (event.shiftKey) select(Math.max(0, Math.min(pieces.total - 1, to)), true);
      move(to);
    } else if (key === 'enter' && here !== undefined) open(here.id);
    else if (key === ' ') select(cursor, false);
    else if ((key === 'delete' || key === 'backspace') && here !== undefined)
      void act({ kind: filter.trashed ? 'restore' : 'trash' }, selected.size > 0 ? chosen() : [here]);
    else if (key === 'escape' && selected.size > 0) view.setState({ selected: new Set() });
    else return;
    event.preventDefault();
  };

  /** Rows are many; their clicks are heard once, here. Buttons and boxes in them answer for themselves. */
  const click = (event: React.MouseEvent): void => {
    const index = rowOf(event);
    if (index === null) return;
    if (event.shiftKey || event.ctrlKey || event.metaKey) select(index, event.shiftKey);
    else view.setState({ cursor: index });
  };
  const doubleClick = (event: React.MouseEvent): void => {
    const piece = pieces.rows.get(rowOf(event) ?? -1);
    if (piece !== undefined) open(piece.id);
  };

  const cursorId = pieces.rows.get(cursor)?.id;
  const query = filter.query;
  return (
    <Screen
      label={t('title')}
      toolbar={
        <>
          <label className={classes.search}>
            <IconSearch size={15} stroke={1.6} aria-hidden="true" />
            <input
              ref={search}
              type="search"
              aria-label={t('search.label')}
              placeholder={t('search.hint')}
              maxLength={200}
              value={query}
              onChange={(event) => change({ query: event.currentTarget.value })}
              onKeyDown={(event) => {
                if (event.nativeEvent.isComposing) return;
                if (event.key === 'Escape' && query !== '') change({ query: '' });
                else if (event.key === 'ArrowDown' || event.key === 'Enter') grid.current?.focus();
                else return;
                event.preventDefault();
              }}
            />
            {query !== '' && (
              <button type="button" aria-label={t('search.clear')} onClick={() => change({ query: '' })}>
                <IconX size={13} stroke={1.8} aria-hidden="true" />
              </button>
            )}
          </label>
          <ToolbarGap />
          <Menu position="bottom-end">
            <Menu.Target>
              <Button
                variant="subtle"
                leftSection={<IconArrowsSort size={15} stroke={1.6} aria-hidden="true" />}
                aria-label={`${t('sort.label')} ${t(`sort.${filter.sort}`)}`}
              >
                {t(`sort.${filter.sort}`)}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {(['updated', 'created', 'title'] as const).map((sort) => (
                <Menu.Item key={sort} aria-current={sort === filter.sort || undefined} onClick={() => change({ sort })}>
                  {t(`sort.${sort}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <Button
            leftSection={<IconFileImport size={15} stroke={1.6} aria-hidden="true" />}
            onClick={() => void importMarkdown(studio)}
          >
            {t('import')}
          </Button>
          <NewMenu opened={making} onChange={setMaking} />
        </>
      }
    >
      <h1 className="visually-hidden">{t('title')}</h1>
      <SlotFill name="status">
        <span>{t('keys')}</span>
        <span>{t('count', { count: pieces.total })}</span>
      </SlotFill>
      <section className={classes.filters} aria-label={t('filter.bar')}>
        <Filters filter={filter} onChange={change} />
        {isNarrowed(filter) && (
          <span className={classes.hidden}>
            {t('count.hidden', { count: pieces.hidden })}
            {' · '}
            <button type="button" onClick={() => change({ ...noFilter, sort: filter.sort, trashed: filter.trashed })}>
              {t('count.clear')}
            </button>
          </span>
        )}
      </section>
      {selected.size > 0 && (
        <BulkBar
          count={selected.size}
          trashed={filter.trashed}
          onDo={(bulk) => void act(bulk, chosen())}
          onClear={() => view.setState({ selected: new Set() })}
        />
      )}
      {pieces.failure !== null && (
        <p role="alert" className={classes.failure}>
          {sayFailure(lang, pieces.failure)}
        </p>
      )}
      <div ref={ref} className={classes.scroll}>
        <table
          ref={grid}
          className={classes.grid}
          {...asGrid(cursorId === undefined ? undefined : `piece-${cursorId}`)}
          aria-label={t('title')}
          aria-rowcount={pieces.total + 1}
          onKeyDown={press}
          onClick={click}
          onDoubleClick={doubleClick}
        >
          <Head all={selected.size > 0 && selected.size >= pieces.total} some={selected.size > 0} onAll={selectAll} />
          {pieces.total === 0 && !pieces.waiting ? (
            <tbody>
              <tr>
                <td>
                  <Empty text={t(emptyWord(filter))} />
                </td>
              </tr>
            </tbody>
          ) : (
            <tbody className={classes.rows} style={{ height: pieces.total * ROW }}>
              <Rows
                first={seen.first}
                last={Math.min(seen.last, pieces.total)}
                rows={pieces.rows}
                cursor={cursor}
                selected={selected}
                query={query}
                onOpen={open}
                onSelect={select}
              />
            </tbody>
          )}
        </table>
      </div>
    </Screen>
  );
}

function rowOf({ target }: React.MouseEvent): number | null {
  if (!(target instanceof Element) || target.closest('input, label') !== null) return null;
  const index = target.closest('tr')?.getAttribute('data-index') ?? null;
  return index === null ? null : Number(index);
}

function emptyWord(filter: PieceFilter) {
  if (isNarrowed(filter) && !(filter.unplannedOnly && !isNarrowed({ ...filter, unplannedOnly: false })))
    return 'empty.found';
  if (filter.trashed) return 'empty.trash';
  return filter.unplannedOnly ? 'empty.unplanned' : 'empty.none';
}

import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { AssetFilter } from '../../../contract';
import { mediaWords } from '../../../core/words/media';
import { say } from '../../../core/words/say';
import { useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { useAssets } from '../../state/useAssets';
import { Empty } from '../../ui/Empty';
import { AssetTile, TILE_HEIGHT, TILE_WIDTH } from '../../ui/media/AssetTile';
import { Screen, ToolbarGap } from '../../ui/Screen';
import { SearchBox } from '../../ui/SearchBox';
import { SlotFill } from '../../ui/Slot';
import { useArrowsEnter } from '../../ui/useArrowsEnter';
import { useColumns } from '../../ui/useColumns';
import { useWindowing } from '../../ui/useWindowing';
import { AssetInspector } from './AssetInspector';
import { addByDialog, addFiles, removeAssets, restoreAssets } from './acts';
import classes from './Media.module.css';
import { MediaFilters } from './MediaFilters';
import { useIncoming } from './useIncoming';

const noFilter: AssetFilter = { query: '', kind: 'all', use: 'all', missing: 'none', trashed: false };

/** The picture library: every file of the workspace, where it is used, and what is known about it. */
export function MediaScreen() {
  const t = useWords(mediaWords);
  useArrowsEnter('main [role="listbox"]');
  const studio = useStudioHandle();
  const offerCommands = useStudio((state) => state.offerCommands);
  const [filter, setFilter] = useState(noFilter);
  const [cursor, setCursor] = useState(0);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<{ readonly name: string; readonly count: number } | null>(null);
  const [rows, setRows] = useState(0);
  const search = useRef<HTMLInputElement>(null);
  const { ref, window: seen, show } = useWindowing(rows, TILE_HEIGHT);
  const columns = useColumns(ref, TILE_WIDTH);
  const assets = useAssets(filter, { first: seen.first * columns, last: Math.max(1, seen.last) * columns });
  const needed = Math.ceil(assets.total / columns);
  if (needed !== rows) setRows(needed);
  const here = assets.items.get(Math.min(cursor, Math.max(0, assets.total - 1)));

  useEffect(
    () =>
      offerCommands('media', [
        {
          id: 'media.search',
          group: 'view',
          label: (lang) => say(mediaWords, lang, 'search.label'),
          keys: ['/', 'mod+f'],
          whileTyping: false,
          run: () => search.current?.focus(),
        },
        {
          id: 'media.add',
          group: 'plan',
          label: (lang) => say(mediaWords, lang, 'add'),
          run: async () => {
            await addByDialog(studio);
          },
        },
      ]),
    [offerCommands, studio],
  );
  const dropping = useIncoming(ref, (files) => void addFiles(studio, files));

  const change = (part: Partial<AssetFilter>): void => {
    setFilter((before) => ({ ...before, ...part }));
    setCursor(0);
    setSelected(new Set());
    setAsking(null);
  };
  const go = (to: number): void => {
    const next = Math.max(0, Math.min(assets.total - 1, to));
    setCursor(next);
    setAsking(null);
    show(Math.floor(next / columns));
  };
  const toggle = (id: string): void =>
    setSelected((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const chosen = (): readonly string[] => (selected.size > 0 ? [...selected] : here === undefined ? [] : [here.id]);
  const remove = async (anyway: boolean): Promise<void> => {
    const ids = chosen();
    if (ids.length === 0) return;
    if (filter.trashed) return restore();
    const used = await removeAssets(studio, ids, anyway);
    setAsking(used);
    if (used === null) setSelected(new Set());
  };
  const restore = async (): Promise<void> => {
    await restoreAssets(studio, chosen());
    setSelected(new Set());
  };
  const press = (event: React.KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((ref.current?.clientHeight ?? TILE_HEIGHT) / TILE_HEIGHT)) * columns;
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: cursor + 1,
      ArrowLeft: cursor - 1,
      ArrowDown: cursor + columns,
      ArrowUp: cursor - columns,
      PageDown: cursor + page,
      PageUp: cursor - page,
      Home: 0,
      End: assets.total - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) go(to);
    else if (event.key === ' ' && here !== undefined) toggle(here.id);
    else if (event.key === 'Delete' || event.key === 'Backspace') void remove(false);
    else if (event.key === 'Escape' && selected.size > 0) setSelected(new Set());
    else return;
    event.preventDefault();
  };

  /** Tiles are many; their clicks are heard once, here. */
  const click = (event: React.MouseEvent): void => {
    const place =
      event.target instanceof Element ? event.target.closest('[data-place]')?.getAttribute('data-place') : null;
    if (place == null) return;
    const asset = assets.items.get(Number(place));
    if (asset !== undefined && (event.ctrlKey || event.metaKey || event.shiftKey)) toggle(asset.id);
    go(Number(place));
  };

  const narrowed = filter.query !== '' || filter.kind !== 'all' || filter.use !== 'all' || filter.missing !== 'none';
  const places = Array.from(
    { length: Math.max(0, seen.last - seen.first) * columns },
    (_, index) => seen.first * columns + index,
  );
  return (
    <Screen
      label={t('title')}
      inspectorOpen
      inspector={
        here === undefined ? (
          <p className={classes.choose}>{t('empty.choose')}</p>
        ) : (
          <AssetInspector
            asset={here}
            asking={asking}
            onRemove={(anyway) => void remove(anyway)}
            onRestore={() => void restore()}
            onKeep={() => setAsking(null)}
          />
        )
      }
      toolbar={
        <>
          <SearchBox
            clear={filter.query === '' ? undefined : { label: t('search.clear'), run: () => change({ query: '' }) }}
          >
            <input
              ref={search}
              type="search"
              aria-label={t('search.label')}
              placeholder={t('search.hint')}
              maxLength={200}
              value={filter.query}
              onChange={(event) => change({ query: event.currentTarget.value })}
            />
          </SearchBox>
          <ToolbarGap />
          <Button
            leftSection={<IconPlus size={15} stroke={1.6} aria-hidden="true" />}
            onClick={() => void addByDialog(studio)}
          >
            {t('add')}
          </Button>
        </>
      }
    >
      <h1 className="visually-hidden">{t('title')}</h1>
      <SlotFill name="status">
        <span>{t('keys')}</span>
        <span>
          {narrowed ? t('count.of', { count: assets.total, all: assets.all }) : t('count', { count: assets.total })}
        </span>
      </SlotFill>
      <MediaFilters filter={filter} onChange={change}>
        {selected.size > 0 && (
          <Button variant="default" onClick={() => void (filter.trashed ? restore() : remove(false))}>
            {filter.trashed ? t('restore') : t('remove.many', { count: selected.size })}
          </Button>
        )}
      </MediaFilters>
      <div ref={ref} className={classes.scroll} data-dropping={dropping || undefined}>
        {assets.total === 0 && !assets.waiting ? (
          <Empty text={t(filter.trashed ? 'empty.trash' : narrowed ? 'empty.found' : 'empty.none')} />
        ) : (
          <div
            role="listbox"
            tabIndex={0}
            data-focus-home=""
            className={classes.grid}
            aria-label={t('title')}
            aria-multiselectable
            // Only while its tile is drawn: scrolled away, or before the first measure, there is nothing to point at.
            aria-activedescendant={here !== undefined && places.includes(cursor) ? `asset-${here.id}` : undefined}
            style={{ height: rows * TILE_HEIGHT }}
            onKeyDown={press}
            onClick={click}
          >
            {places.map((place) => {
              const asset = assets.items.get(place);
              return asset === undefined ? null : (
                <AssetTile
                  key={asset.id}
                  asset={asset}
                  here={asset.id === here?.id}
                  selected={selected.has(asset.id)}
                  style={{ top: Math.floor(place / columns) * TILE_HEIGHT, left: (place % columns) * TILE_WIDTH }}
                  place={place}
                />
              );
            })}
          </div>
        )}
        {dropping && <p className={classes.dropHere}>{t('drop.here')}</p>}
      </div>
    </Screen>
  );
}

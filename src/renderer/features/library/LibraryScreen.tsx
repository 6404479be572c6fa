import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { libraryWords } from '../../../core/words/library';
import { freshLibrary } from '../../state/library';
import { useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { Screen, ToolbarGap } from '../../ui/Screen';
import { SlotFill } from '../../ui/Slot';
import { useArrowsEnter } from '../../ui/useArrowsEnter';
import { BulkBar } from './acts/BulkBar';
import { PieceMenu } from './acts/PieceMenu';
import { Board } from './board/Board';
import { CardGrid } from './cards/CardGrid';
import type { Desk, MenuPlace } from './desk';
import { FilterBar } from './filters/FilterBar';
import { LayoutToggle } from './LayoutToggle';
import classes from './Library.module.css';
import { recallLayout } from './layoutMemory';
import { libraryCommands } from './libraryCommands';
import { PieceTable } from './list/PieceTable';
import { NewMenu } from './NewMenu';
import { SortMenu } from './SortMenu';
import { showView, viewsOf } from './savedViews';
import { SearchField } from './search/SearchField';
import { PurgeDialog } from './trash/PurgeDialog';
import { TrashBar } from './trash/TrashBar';
import { useTold } from './useTold';
import { ViewMenu } from './views/ViewMenu';

/** Every piece, found, filtered, laid out three ways, and worked on many at a time. */
export function LibraryScreen() {
  const t = useWords(libraryWords);
  const studio = useStudioHandle();
  useArrowsEnter('main :is([role="grid"], [role="listbox"][tabindex="0"])');
  const [making, setMaking] = useState(false);
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const [purging, setPurging] = useState<readonly string[] | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const [desk] = useState<Desk>(() => ({
    studio,
    layout: null,
    total: 0,
    showMenu: setMenu,
    askPurge: setPurging,
    focusSearch: () => field.current?.select(),
    openNew: () => setMaking(true),
  }));
  const { filter, layout, asked } = useStudio((state) => state.library);
  const outline = useStudio((state) => state.outline);
  const offerCommands = useStudio((state) => state.offerCommands);
  useEffect(() => offerCommands('library', libraryCommands(desk)), [offerCommands, desk]);
  useEffect(() => {
    const { library, boot, setLibrary } = studio.getState();
    if (library === freshLibrary) setLibrary({ layout: recallLayout(boot?.workspace?.key ?? '') });
  }, [studio]);
  useEffect(() => {
    const view = asked === null ? undefined : viewsOf(outline).find(({ id }) => id === asked);
    if (view !== undefined) showView(studio, view);
  }, [studio, outline, asked]);
  const told = useTold(filter);
  useEffect(() => {
    desk.total = told.total;
  }, [desk, told]);
  const trashed = filter.trashed;
  return (
    <Screen
      label={t('title')}
      toolbar={
        <>
          <ViewMenu desk={desk} />
          <SearchField desk={desk} field={field} />
          <ToolbarGap />
          {!trashed && <LayoutToggle desk={desk} />}
          <SortMenu desk={desk} />
          <span className={classes.folds}>
            <Button
              leftSection={<IconFileImport size={15} stroke={1.6} aria-hidden="true" />}
              aria-label={t('import')}
              title={t('import')}
              onClick={() => studio.getState().go({ screen: 'import' })}
            >
              {t('import')}
            </Button>
          </span>
          <NewMenu opened={making} onChange={setMaking} />
        </>
      }
    >
      <h1 className="visually-hidden">{t(trashed ? 'trash.title' : 'title')}</h1>
      <SlotFill name="status">
        <span>{t(trashed ? 'keys.trash' : layout === 'board' ? 'keys.board' : 'keys.list')}</span>
        <span>{t(told.exact ? 'count' : 'count.about', { count: told.total })}</span>
      </SlotFill>
      <div className={classes.body}>
        {trashed ? <TrashBar desk={desk} /> : <FilterBar desk={desk} told={told} />}
        {trashed || layout === 'list' ? (
          <PieceTable key={String(trashed)} desk={desk} />
        ) : layout === 'cards' ? (
          <CardGrid desk={desk} />
        ) : (
          <Board desk={desk} />
        )}
        <BulkBar desk={desk} told={told} />
      </div>
      <PieceMenu desk={desk} place={menu} />
      {purging !== null && <PurgeDialog desk={desk} ids={purging} onClose={() => setPurging(null)} />}
    </Screen>
  );
}

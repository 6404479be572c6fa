import { IconArrowBackUp, IconArrowForwardUp, IconChevronRight, IconSearch } from '@tabler/icons-react';
import { commandWords } from '../../core/words/commands';
import { shellWords } from '../../core/words/shell';
import { redoable, undoable } from '../state/history';
import { useLang, useStudio, useWords } from '../state/StudioProvider';
import { IconButton } from '../ui/IconButton';
import { Keys } from '../ui/Keys';
import { SlotPlace } from '../ui/Slot';
import classes from './Shell.module.css';

/** Workspace › where you are, the search field that opens the palette, undo and redo by name. */
export function TitleBar() {
  const t = useWords(shellWords);
  const openPalette = useStudio((state) => state.setPaletteOpen);
  return (
    <header className={classes.titleBar}>
      <Crumbs />
      <button type="button" className={classes.search} onClick={() => openPalette(true)}>
        <IconSearch size={15} stroke={1.6} aria-hidden="true" />
        <span>{t('search.field')}</span>
        <Keys keys="mod+k" />
      </button>
      <div className={classes.titleEnd}>
        <UndoButtons />
      </div>
    </header>
  );
}

function Crumbs() {
  const t = useWords(shellWords);
  const name = useStudio((state) => state.outline?.workspace[0]?.name ?? state.boot?.workspace?.name ?? '');
  const screen = useStudio((state) => state.route.screen);
  const go = useStudio((state) => state.go);
  return (
    <nav className={classes.crumbs} aria-label={t('crumbs.label')}>
      <button type="button" className={classes.crumb} onClick={() => go({ screen: 'matrix' })}>
        {name}
      </button>
      <IconChevronRight size={13} stroke={1.6} className={classes.chevron} aria-hidden="true" />
      {screen === 'editor' || screen === 'review' ? (
        <>
          <button type="button" className={classes.crumb} onClick={() => go({ screen: 'library' })}>
            {t('nav.library')}
          </button>
          <IconChevronRight size={13} stroke={1.6} className={classes.chevron} aria-hidden="true" />
        </>
      ) : (
        <span className={classes.crumbHere}>{t(`nav.${screen}`)}</span>
      )}
      <SlotPlace name="crumbs" />
    </nav>
  );
}

function UndoButtons() {
  const t = useWords(shellWords);
  const c = useWords(commandWords);
  const lang = useLang();
  const floor = useStudio((state) => state.undoFloor);
  const undoes = useStudio(undoable);
  const redoes = useStudio(redoable);
  const undo = useStudio((state) => state.undo);
  const redo = useStudio((state) => state.redo);
  const sayStep = useStudio((state) => state.sayStep);
  const named = (key: 'edit.undo' | 'edit.redo', step: NonNullable<typeof undoes>): string =>
    sayStep === null ? c(key) : c(`${key}_what`, { what: sayStep(lang, step) });
  return (
    <>
      <IconButton
        label={undoes === null ? t('undo.none') : named('edit.undo', undoes)}
        keys="mod+z"
        disabled={undoes === null}
        onClick={() => void undo(floor)}
      >
        <IconArrowBackUp size={17} stroke={1.6} />
      </IconButton>
      <IconButton
        label={redoes === null ? t('redo.none') : named('edit.redo', redoes)}
        keys="mod+shift+z"
        disabled={redoes === null}
        onClick={() => void redo(floor)}
      >
        <IconArrowForwardUp size={17} stroke={1.6} />
      </IconButton>
    </>
  );
}

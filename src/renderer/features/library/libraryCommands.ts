import { libraryWords } from '../../../core/words/library';
import { reviewWords } from '../../../core/words/review';
import { say, speakerIn } from '../../../core/words/say';
import type { Command } from '../../commands/command';
import { libraryLayouts } from '../../state/library';
import { anyPicked } from '../../state/picked';
import type { StudioState } from '../../state/studio';
import { doBulk, selectAll } from './actions';
import { chosen, clearSelection, type Desk, libraryOf, toggle } from './desk';
import { setLayout } from './layout';
import { askPurge } from './trash/askPurge';

const word = speakerIn(libraryWords);

const inTrash = (state: StudioState): boolean => state.library.filter.trashed;
const notInTrash = (state: StudioState): boolean => !inTrash(state);

/**
 * What the library adds to keyboard, palette and shortcut sheet while it is open. The keys that move the cursor are
 * heard by the layout that has the focus; they stand here for the sheet.
 */
export const libraryCommands = (desk: Desk): readonly Command[] => [
  {
    id: 'library.search',
    group: 'library',
    label: word('search.label'),
    keys: ['/', 'mod+f'],
    run: () => desk.focusSearch(),
  },
  { id: 'library.new_menu', group: 'plan', label: word('new.menu'), keys: ['shift+n'], run: () => desk.openNew() },
  {
    id: 'library.layout',
    group: 'library',
    label: word('layout.next'),
    keys: ['v'],
    applies: notInTrash,
    run: ({ library }) =>
      setLayout(desk, libraryLayouts[(libraryLayouts.indexOf(library.layout) + 1) % libraryLayouts.length] ?? 'list'),
  },
  ...libraryLayouts.map(
    (layout): Command => ({
      id: `library.layout_${layout}`,
      group: 'library',
      label: (lang) => `${say(libraryWords, lang, 'layout.label')}：${say(libraryWords, lang, `layout.${layout}`)}`,
      applies: notInTrash,
      run: () => setLayout(desk, layout),
    }),
  ),
  {
    id: 'library.move',
    group: 'library',
    label: word('key.move'),
    keys: ['j', 'k'],
    byPart: true,
    run: () => desk.layout?.focus(),
  },
  {
    id: 'library.range',
    group: 'library',
    label: word('key.range'),
    keys: ['shift+arrowdown', 'shift+arrowup'],
    byPart: true,
    run: () => desk.layout?.focus(),
  },
  {
    id: 'library.page',
    group: 'library',
    label: word('key.page'),
    keys: ['pageup', 'pagedown', 'home', 'end'],
    byPart: true,
    run: () => desk.layout?.focus(),
  },
  {
    id: 'library.open',
    group: 'library',
    label: word('key.open'),
    keys: ['enter'],
    byPart: true,
    run: () => openHere(desk),
  },
  { id: 'library.edit', group: 'library', label: word('bulk.edit'), keys: ['e'], run: () => openHere(desk) },
  {
    id: 'library.select',
    group: 'library',
    label: word('key.select'),
    keys: ['x'],
    run: () => {
      const { cursor } = libraryOf(desk);
      toggle(desk, { ...cursor, id: desk.layout?.here()?.id ?? null });
      desk.layout?.focus();
    },
  },
  {
    id: 'library.select_all',
    group: 'library',
    label: word('bulk.select_all'),
    keys: ['mod+a'],
    run: () => selectAll(desk),
  },
  {
    id: 'library.review',
    group: 'library',
    label: (lang) => say(reviewWords, lang, 'open'),
    keys: ['mod+shift+a'],
    applies: notInTrash,
    run: () => {
      const here = desk.layout?.here();
      if (here != null) desk.studio.getState().openReview(here.id);
    },
  },
  {
    id: 'library.clear_selection',
    group: 'library',
    label: word('bulk.clear'),
    keys: ['escape'],
    applies: ({ library }) => anyPicked(library.picked),
    run: () => {
      clearSelection(desk);
      desk.layout?.focus();
    },
  },
  {
    id: 'library.menu',
    group: 'library',
    label: word('key.menu'),
    keys: ['shift+f10'],
    byPart: true,
    run: () => desk.layout?.focus(),
  },
  {
    id: 'library.duplicate',
    group: 'library',
    label: word('bulk.duplicate'),
    keys: ['mod+d'],
    applies: notInTrash,
    run: ({ settings }) => doBulk(desk, { kind: 'duplicate', lang: settings.lang }),
  },
  {
    id: 'library.trash',
    group: 'library',
    label: word('bulk.trash'),
    keys: ['delete', 'backspace'],
    applies: notInTrash,
    run: () => doBulk(desk, { kind: 'trash' }),
  },
  {
    id: 'library.move_column',
    group: 'library',
    label: word('bulk.move'),
    keys: ['m'],
    applies: (state) => notInTrash(state) && state.library.layout === 'board',
    run: () => {
      desk.layout?.focus();
      desk.layout?.startMove?.();
    },
  },
  {
    id: 'library.columns',
    group: 'library',
    label: word('key.columns'),
    keys: ['alt+arrowleft', 'alt+arrowright'],
    byPart: true,
    applies: (state) => notInTrash(state) && state.library.layout === 'board',
    run: () => desk.layout?.focus(),
  },
  {
    id: 'library.restore',
    group: 'library',
    label: word('bulk.restore'),
    keys: ['r'],
    applies: inTrash,
    run: () => doBulk(desk, { kind: 'restore' }),
  },
  {
    id: 'library.purge',
    group: 'library',
    label: word('bulk.purge'),
    keys: ['delete', 'backspace'],
    applies: inTrash,
    run: () => {
      const target = chosen(desk);
      return target === null ? undefined : askPurge(desk, target);
    },
  },
];

function openHere(desk: Desk): void {
  const here = desk.layout?.here();
  if (here != null) desk.studio.getState().openPiece(here.id);
}

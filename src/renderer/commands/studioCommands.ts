import type { PlacementCard } from '../../contract';
import type { Lang, PieceKind } from '../../core/model/records';
import type { WallDate } from '../../core/time/wallDate';
import { commandWords } from '../../core/words/commands';
import { say, speakerIn } from '../../core/words/say';
import { redoable, undoable } from '../state/history';
import { libraryLayouts } from '../state/library';
import type { Screen } from '../state/route';
import { selectedIds } from '../state/selection';
import type { StudioState } from '../state/studio';
import type { Command } from './command';

const word = speakerIn(commandWords);

const goTo = (screen: Exclude<Screen, 'editor' | 'review' | 'import' | 'marks'>, digit?: string): Command => ({
  id: `go.${screen}`,
  group: 'go',
  label: word(`go.${screen}`),
  ...(digit === undefined ? {} : { keys: [`mod+${digit}`] }),
  whileTyping: true,
  run: (state) => state.go({ screen }),
});

const named = (
  state: StudioState,
  lang: Lang,
  key: 'edit.undo' | 'edit.redo',
  label: StudioState['history']['undo'],
): string =>
  label === null || state.sayStep === null
    ? say(commandWords, lang, key)
    : say(commandWords, lang, `${key}_what`, { what: state.sayStep(lang, label) });

const newPiece = (
  id: 'plan.new_piece' | 'plan.new_story' | 'plan.new_interactive',
  kind: PieceKind,
  keys?: readonly string[],
): Command => ({
  id,
  group: 'plan',
  label: word(id),
  ...(keys === undefined ? {} : { keys }),
  run: async (state) => {
    const lang = state.outline?.workspace[0]?.lang ?? state.settings.lang;
    const made = await state.act('piece.create', { kind, title: '', lang });
    if (made !== null) state.openPiece(made.id);
  },
});

/** The one placement that is selected on a plan, when it shows a piece. */
function reviewable({ route, selection, cards }: StudioState): PlacementCard | null {
  if (route.screen !== 'matrix' && route.screen !== 'calendar') return null;
  const [only, ...others] = selectedIds(selection);
  if (only === undefined || others.length > 0) return null;
  const card = cards.find(({ id }) => id === only);
  return card === undefined || card.pieceId === null ? null : card;
}

/** The piece that is open, or the one the selected placement shows; none without either. */
const pieceInHand = (state: StudioState): readonly string[] =>
  [('pieceId' in state.route ? state.route : reviewable(state))?.pieceId ?? []].flat();

/** The day of what is selected on a plan; today without anything selected. */
function dayInHand({ selection, cards, boot, anchor }: StudioState): WallDate {
  if (selection.kind === 'cell') return selection.day;
  const [first] = selectedIds(selection);
  const day = cards.find(({ id }) => id === first)?.day;
  return day ?? anchor ?? boot?.today ?? EPOCH;
}
const EPOCH = '1970-01-01' as WallDate;

/** Beside the cell or tile that has the focus, so that the eye need not jump. */
const boxInHand = (): DOMRect | null =>
  document.activeElement?.closest('[data-cell], [data-tile]')?.getBoundingClientRect() ?? null;

/** What can be done from every screen. */
export const studioCommands: readonly Command[] = [
  goTo('matrix', '1'),
  goTo('calendar', '2'),
  goTo('library', '3'),
  goTo('export', '4'),
  goTo('settings', '5'),
  goTo('media', '6'),
  goTo('campaign', '7'),
  goTo('desk', '8'),
  goTo('merge'),
  goTo('conflicts'),
  {
    id: 'edit.undo',
    group: 'edit',
    label: (lang, state) => named(state, lang, 'edit.undo', undoable(state)),
    keys: ['mod+z'],
    applies: (state) => undoable(state) !== null,
    run: (state) => state.undo(state.undoFloor),
  },
  {
    id: 'edit.redo',
    group: 'edit',
    label: (lang, state) => named(state, lang, 'edit.redo', redoable(state)),
    keys: ['mod+shift+z', 'mod+y'],
    applies: (state) => redoable(state) !== null,
    run: (state) => state.redo(state.undoFloor),
  },
  {
    id: 'plan.from_template',
    group: 'plan',
    label: word('plan.from_template'),
    run: (state) => state.setShelfOpen(true),
  },
  newPiece('plan.new_piece', 'scene', ['n']),
  newPiece('plan.new_story', 'story'),
  newPiece('plan.new_interactive', 'interactive'),
  {
    id: 'plan.review',
    group: 'plan',
    label: word('plan.review'),
    keys: ['mod+shift+a'],
    applies: (state) => reviewable(state) !== null,
    run: (state) => {
      const card = reviewable(state);
      if (card?.pieceId != null)
        state.openReview(
          card.pieceId,
          card.format === null ? undefined : { format: card.format, accountId: card.accountId },
        );
    },
  },
  { id: 'go.marks', group: 'go', label: word('go.marks'), run: (state) => state.go({ screen: 'marks' }) },
  {
    id: 'plan.hand_review',
    group: 'plan',
    label: word('plan.hand_review'),
    run: (state) => state.go({ screen: 'marks', task: { kind: 'hand', pieceIds: pieceInHand(state) } }),
  },
  {
    id: 'plan.check',
    group: 'plan',
    label: (lang, state) => say(commandWords, lang, state.checkOpen ? 'plan.check_close' : 'plan.check'),
    keys: ['mod+shift+k'],
    run: (state) => {
      const isPlan = state.route.screen === 'matrix' || state.route.screen === 'calendar';
      if (!isPlan) state.go({ screen: 'matrix' });
      state.setCheckOpen(!(isPlan && state.checkOpen));
    },
  },
  {
    id: 'plan.series',
    group: 'plan',
    label: word('plan.series'),
    run: (state) => state.showSeries({ seriesId: null, slotDay: null }),
  },
  {
    id: 'plan.import',
    group: 'plan',
    label: word('plan.import'),
    keys: ['mod+o'],
    whileTyping: true,
    run: (state) => state.go({ screen: 'import' }),
  },
  {
    id: 'plan.day',
    group: 'view',
    label: word('plan.day'),
    keys: ['i'],
    applies: ({ route }) => route.screen === 'matrix' || route.screen === 'calendar',
    run: (state) => state.openDay(dayInHand(state), boxInHand()),
  },
  {
    id: 'plan.occasions',
    group: 'plan',
    label: word('plan.occasions'),
    run: (state) => state.openOccasions(),
  },
  {
    id: 'edit.find',
    group: 'edit',
    label: word('edit.find'),
    keys: ['mod+f'],
    whileTyping: true,
    run: (state) => {
      if (!state.runCommand('editor.find')) state.runOn('library', 'library.search');
    },
  },
  ...libraryLayouts.map(
    (layout): Command => ({
      id: `go.library_${layout}`,
      group: 'go',
      label: word(`go.library_${layout}`),
      hidden: true,
      run: (state) => state.runOn('library', `library.layout_${layout}`),
    }),
  ),
  {
    id: 'studio.palette',
    group: 'studio',
    label: word('studio.palette'),
    keys: ['mod+k'],
    hidden: true,
    // From a title, a brief or a search as well; within the text the key makes a link, and a dialog stays what it is.
    whileTyping: true,
    applies: () => document.activeElement?.closest('[role="dialog"]') == null,
    run: (state) => state.setPaletteOpen(true),
  },
  {
    id: 'studio.search',
    group: 'studio',
    label: word('studio.search'),
    keys: ['/'],
    hidden: true,
    run: (state) => state.setPaletteOpen(true),
  },
  {
    id: 'studio.keys',
    group: 'studio',
    label: word('studio.keys'),
    keys: ['?'],
    run: (state) => state.setSheetOpen(true),
  },
  {
    id: 'studio.theme_light',
    group: 'studio',
    label: word('studio.theme_light'),
    run: (state) => state.configure({ theme: 'light' }),
  },
  {
    id: 'studio.theme_dark',
    group: 'studio',
    label: word('studio.theme_dark'),
    run: (state) => state.configure({ theme: 'dark' }),
  },
  {
    id: 'studio.theme_system',
    group: 'studio',
    label: word('studio.theme_system'),
    run: (state) => state.configure({ theme: 'system' }),
  },
  {
    id: 'studio.language',
    group: 'studio',
    label: word('studio.language'),
    run: (state) => state.configure({ lang: state.settings.lang === 'zh' ? 'en' : 'zh' }),
  },
];

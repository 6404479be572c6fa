import { type MouseEvent, useMemo } from 'react';
import type { FollowerCard, PlacementCard } from '../../../contract';
import { tileOf } from '../../../core/schedule/tile';
import { cascadeWords } from '../../../core/words/cascade';
import { todayOf } from '../../state/plan';
import { useTileFacts } from '../../state/planCheck';
import { loadOf } from '../../state/planning/load';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { selectedIds } from '../../state/selection';
import type { CalendarView } from '../../state/timeline';
import { PlatformTile } from '../../ui/PlatformTile';
import { PlanTile } from '../../ui/plan/PlanTile';
import { sayZones } from '../../ui/plan/sayZones';
import { tileName, titleOrNone } from '../../ui/plan/tileWords';
import { useWalls } from '../../ui/plan/useWalls';
import { useCalendarDesk, useCalendarDeskStore } from './desk';

/** The matrix's tile inside a FullCalendar event; here the platform is not in the row, so it stands on the tile. */
export function CalendarTile({
  card,
  view,
  entry,
}: {
  readonly card: PlacementCard;
  readonly view: CalendarView;
  /** Where the Tab key comes in while the keyboard is nowhere yet. */
  readonly entry: boolean;
}) {
  const c = useWords(cascadeWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const desk = useCalendarDeskStore();
  const today = useStudio(todayOf);
  const facts = useTileFacts(card.id);
  const selected = useStudio((state) => selectedIds(state.selection).includes(card.id));
  const lit = useStudio((state) => state.litId === card.id);
  const account = useStudio((state) => state.outline?.account.find((candidate) => candidate.id === card.accountId));
  const pack = useStudio((state) => state.packs?.get(account?.platform ?? ''));
  const stays = useCalendarDesk(({ followers }) => stayOf(followers, card.id));
  const here = useCalendarDesk(({ focusId }) => (focusId === null ? entry : focusId === card.id));
  const tile = useMemo(() => tileOf(card, facts, today), [card, facts, today]);
  const title = titleOrNone(lang, card.title);
  const walls = useWalls();
  const elsewhere = useMemo(() => sayZones(lang, card, walls), [lang, card, walls]);
  const where = [pack?.[lang], account?.name, elsewhere].filter((part) => part !== undefined).join(' · ');
  const pick = (event: MouseEvent) => {
    const { select, toggleSelected } = studio.getState();
    desk.setState({ focusId: card.id });
    if (event.ctrlKey || event.metaKey || event.shiftKey) toggleSelected(card.id);
    else select({ kind: 'placements', ids: [card.id] });
  };
  return (
    <PlanTile
      tile={tile}
      label={tileName(lang, tile, title, where)}
      shownTitle={title}
      selected={selected}
      tabIndex={here ? 0 : -1}
      data-tile={card.id}
      title={elsewhere}
      data-flash={lit || undefined}
      data-stays={stays}
      mark={<PlatformTile size="small" glyph={pack?.glyph ?? '·'} />}
      extra={stays === 'pinned' ? c('ghost.pinned') : view === 'list' ? where : undefined}
      onFocus={() => desk.setState({ focusId: card.id })}
      onClick={pick}
      onDoubleClick={() => card.pieceId !== null && studio.getState().openPiece(card.pieceId)}
      onContextMenu={(event) => {
        event.preventDefault();
        if (!selectedIds(studio.getState().selection).includes(card.id)) pick(event);
        const load = loadOf(studio.getState(), card.id);
        if (load?.kind === 'placements')
          desk.setState({ menu: { kind: 'tile', load, x: event.clientX, y: event.clientY } });
      }}
    />
  );
}

/** Why this placement stays while the one it follows is carried. */
function stayOf(followers: readonly FollowerCard[], id: string): FollowerCard['fate']['kind'] | undefined {
  const fate = followers.find(({ placementId }) => placementId === id)?.fate.kind;
  return fate === 'pinned' || fate === 'blocked' || fate === 'unsettled' ? fate : undefined;
}

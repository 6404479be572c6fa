import { useMemo } from 'react';
import type { PlacementCard } from '../../../contract';
import { tileOf } from '../../../core/schedule/tile';
import { todayOf } from '../../state/plan';
import { useLang, useStudio } from '../../state/StudioProvider';
import { selectedIds } from '../../state/selection';
import type { CalendarView } from '../../state/timeline';
import { PlatformTile } from '../../ui/PlatformTile';
import { PlanTile } from '../../ui/plan/PlanTile';
import { tileName, titleOrNone } from '../../ui/plan/tileWords';

/** The matrix's tile inside a FullCalendar event; here the platform is not in the row, so it stands on the tile. */
export function CalendarTile({ card, view }: { readonly card: PlacementCard; readonly view: CalendarView }) {
  const lang = useLang();
  const today = useStudio(todayOf);
  const report = useStudio((state) => state.reports[card.id]);
  const selected = useStudio((state) => selectedIds(state.selection).includes(card.id));
  const lit = useStudio((state) => state.litId === card.id);
  const select = useStudio((state) => state.select);
  const toggle = useStudio((state) => state.toggleSelected);
  const open = useStudio((state) => state.openPiece);
  const account = useStudio((state) => state.outline?.account.find((candidate) => candidate.id === card.accountId));
  const pack = useStudio((state) => state.packs?.get(account?.platform ?? ''));
  const tile = useMemo(() => tileOf(card, report, today), [card, report, today]);
  const title = titleOrNone(lang, card.title);
  const where = [pack?.[lang], account?.name].filter((part) => part !== undefined).join(' · ');
  return (
    <PlanTile
      tile={tile}
      size="line"
      label={tileName(lang, tile, title, where)}
      shownTitle={title}
      selected={selected}
      data-tile={card.id}
      data-flash={lit || undefined}
      mark={<PlatformTile size="small" glyph={pack?.glyph ?? '·'} />}
      extra={view === 'list' ? where : undefined}
      onClick={(event) =>
        event.ctrlKey || event.metaKey ? toggle(card.id) : select({ kind: 'placements', ids: [card.id] })
      }
      onDoubleClick={() => card.pieceId !== null && open(card.pieceId)}
    />
  );
}

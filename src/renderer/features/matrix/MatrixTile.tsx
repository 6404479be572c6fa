import { type MouseEvent, memo, useEffect, useMemo, useRef } from 'react';
import type { PlacementCard } from '../../../contract';
import type { TileSize } from '../../../core/schedule/geometry';
import { tileOf } from '../../../core/schedule/tile';
import type { WallDate } from '../../../core/time/wall';
import { useTileFacts } from '../../state/planCheck';
import { loadOf } from '../../state/planning/load';
import { useLang, useStudio, useStudioHandle } from '../../state/StudioProvider';
import { selectedIds } from '../../state/selection';
import { PlanTile } from '../../ui/plan/PlanTile';
import { tileName, titleOrNone } from '../../ui/plan/tileWords';
import { cellOf } from './cellOf';
import { useDesk, useDeskStore } from './desk';
import { carryTile } from './drag';
import { useLinked } from './useCascade';

/** A placement on the matrix: picks, opens, carries, and has a menu. */
export const MatrixTile = memo(function MatrixTile({
  card,
  size,
  today,
  index,
  focusable,
}: {
  readonly card: PlacementCard;
  readonly size: TileSize;
  readonly today: WallDate;
  readonly index: number;
  readonly focusable: boolean;
}) {
  const lang = useLang();
  const studio = useStudioHandle();
  const desk = useDeskStore();
  const element = useRef<HTMLButtonElement>(null);
  const facts = useTileFacts(card.id);
  const selected = useStudio((state) => selectedIds(state.selection).includes(card.id));
  const carried = useDesk(
    ({ drag }) => drag?.load.kind === 'placements' && !drag.copy && drag.load.ids.includes(card.id),
  );
  const linked = useLinked(card.id);
  const lit = useStudio((state) => state.litId === card.id);
  const tile = useMemo(() => tileOf(card, facts, today), [card, facts, today]);
  const title = titleOrNone(lang, card.title);
  const label = useMemo(() => tileName(lang, tile, title), [lang, tile, title]);
  useEffect(() => {
    const button = element.current;
    return button === null ? undefined : carryTile(button, studio, desk, card.id);
  }, [studio, desk, card.id]);

  const pick = (event: MouseEvent) => {
    const { select, toggleSelected } = studio.getState();
    const { setPlace, setAnchor, reach } = desk.getState();
    const cell = cellOf(event.currentTarget);
    if (cell !== null) setPlace({ ...cell, tile: index }, false);
    if (event.shiftKey && cell !== null) return reach?.(cell);
    setAnchor(cell);
    if (event.ctrlKey || event.metaKey) toggleSelected(card.id);
    else select({ kind: 'placements', ids: [card.id] });
  };
  /** Of several that are selected, the menu is about all; another tile is picked first. */
  const ask = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!selectedIds(studio.getState().selection).includes(card.id)) pick(event);
    const load = loadOf(studio.getState(), card.id);
    if (load?.kind === 'placements')
      desk.getState().setMenu({ kind: 'tile', load, x: event.clientX, y: event.clientY });
  };
  return (
    <PlanTile
      ref={element}
      tile={tile}
      size={size}
      label={label}
      shownTitle={title}
      coverId={card.coverId}
      selected={selected}
      linked={linked}
      tabIndex={focusable ? 0 : -1}
      data-tile={card.id}
      data-dragging={carried || undefined}
      data-flash={lit || undefined}
      title={size === 'mini' || size === 'compact' ? `${card.time ?? ''} ${card.title}`.trim() : undefined}
      onClick={pick}
      onDoubleClick={() => {
        if (card.pieceId !== null) studio.getState().openPiece(card.pieceId);
      }}
      onContextMenu={ask}
    />
  );
});

import { createContext, useContext } from 'react';
import { cellKey } from '../../../core/schedule/cells';
import { type AccountRow, CELL_PAD, TILE_GAP, tileHeights } from '../../../core/schedule/geometry';
import { sayMoment } from '../../../core/words/dates';
import { planWords } from '../../../core/words/plan';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import type { OpenSlot } from '../../state/series';
import { LEFT } from './frame';
import { useModel } from './model';
import classes from './SlotMark.module.css';

const noSlots: ReadonlyMap<string, OpenSlot> = new Map();
const SlotsContext = createContext(noSlots);
/** Open dates of series by cell. */
export const SlotsProvider = SlotsContext;

/** A full cell still shows that a date waits. */
const LEAST = 8;

/**
 * Dates of series that nothing fills yet: dashed places below the tiles of their cells. For the pointer; the keyboard's
 * twin is S in the cell, and its menu (`SlotVoice` tells of it).
 */
export function SlotMarks({
  row,
  first,
  end,
}: {
  readonly row: AccountRow;
  readonly first: number;
  readonly end: number;
}) {
  const slots = useContext(SlotsContext);
  const { columns, cells } = useModel();
  if (slots.size === 0) return null;
  return (
    <div aria-hidden="true">
      {columns.days.slice(first, end).map((day, offset) => {
        const cell = cellKey(row.accountId, day);
        const open = slots.get(cell);
        if (open === undefined) return null;
        const column = first + offset;
        const left = columns.edges[column] ?? 0;
        const tile = tileHeights[columns.sizes[column] ?? 'normal'];
        const below = CELL_PAD + (cells.get(cell)?.length ?? 0) * (tile + TILE_GAP);
        const top = Math.min(below, row.height - CELL_PAD - LEAST);
        const style = {
          left: LEFT + left + CELL_PAD,
          top,
          width: (columns.edges[column + 1] ?? left) - left - 2 * CELL_PAD,
          height: Math.max(LEAST, Math.min(tile, row.height - top - CELL_PAD)),
        };
        return <Mark key={day} open={open} style={style} />;
      })}
    </div>
  );
}

function Mark({
  open: { series, slot },
  style,
}: {
  readonly open: OpenSlot;
  readonly style: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
}) {
  const t = useWords(planWords);
  const lang = useLang();
  const show = useStudio((state) => state.showSeries);
  return (
    <button
      type="button"
      className={classes.slot}
      style={style}
      tabIndex={-1}
      data-slot={`${series.id} ${slot.slotDay}`}
      title={t('series.slot', { name: series.name, when: sayMoment(lang, slot.day, slot.time) })}
      onClick={() => show({ seriesId: series.id, slotDay: slot.slotDay })}
    >
      <span>{slot.time ?? '–'}</span>
      <span>{series.name}</span>
    </button>
  );
}

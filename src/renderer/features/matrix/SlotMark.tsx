import { cellKey } from '../../../core/schedule/cells';
import { CELL_PAD, TILE_GAP, tileHeights } from '../../../core/schedule/geometry';
import { sayMoment } from '../../../core/words/dates';
import { planMenuWords } from '../../../core/words/planMenus';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import type { OpenSlot } from '../../state/series';
import { HEAD, LEFT } from './frame';
import { useModel } from './model';
import classes from './SlotMark.module.css';
import { useSlotsHere } from './slots';

type Span = readonly [number, number];

/** A full cell still shows that a date waits. */
const LEAST = 8;

/**
 * Dates of series that nothing fills yet: dashed places below the tiles of their cells. For the pointer; the keyboard's
 * twin is S in the cell, and its menu (`SlotVoice` tells of it).
 */
export function SlotMarks({ rows, columns: [first, end] }: { readonly rows: Span; readonly columns: Span }) {
  const slots = useSlotsHere();
  const model = useModel();
  if (slots.size === 0) return null;
  const { columns, cells } = model;
  return (
    <div aria-hidden="true">
      {model.rows.rows.slice(...rows).flatMap((row) =>
        row.kind === 'lane'
          ? []
          : columns.days.slice(first, end).flatMap((day, offset) => {
              const cell = cellKey(row.accountId, day);
              const open = slots.get(cell);
              if (open === undefined) return [];
              const column = first + offset;
              const left = columns.edges[column] ?? 0;
              const tile = tileHeights[columns.sizes[column] ?? 'normal'];
              const below = CELL_PAD + (cells.get(cell)?.length ?? 0) * (tile + TILE_GAP);
              const top = Math.min(below, row.height - CELL_PAD - LEAST);
              const style = {
                left: LEFT + left + CELL_PAD,
                top: HEAD + row.top + top,
                width: (columns.edges[column + 1] ?? left) - left - 2 * CELL_PAD,
                height: Math.max(LEAST, Math.min(tile, row.height - top - CELL_PAD)),
              };
              return [<Mark key={cell} open={open} style={style} />];
            }),
      )}
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
  const t = useWords(planMenuWords);
  const lang = useLang();
  const show = useStudio((state) => state.showSeries);
  return (
    <button
      type="button"
      className={classes.slot}
      style={style}
      tabIndex={-1}
      data-slot={`${series.id} ${slot.slotDay}`}
      title={t('slot.open', { name: series.name, when: sayMoment(lang, slot.day, slot.time) })}
      onClick={() => show({ seriesId: series.id, slotDay: slot.slotDay })}
    >
      <span>{slot.time ?? '–'}</span>
      <span>{series.name}</span>
    </button>
  );
}

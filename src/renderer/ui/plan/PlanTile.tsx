import type { ButtonHTMLAttributes, ReactNode } from 'react';
import type { Tile } from '../../../core/schedule/tile';
import { FindingMark } from '../FindingMark';
import classes from './PlanTile.module.css';

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly tile: Tile;
  /** What it is called in full, marks included. */
  readonly label: string;
  readonly shownTitle: string;
  /** A mark before the time and words after the title. */
  readonly mark?: ReactNode;
  readonly extra?: string | undefined;
  readonly selected?: boolean;
};

/**
 * One placement in a line, for the calendar, with one meaning per channel: shape and hue kind, left edge state, dot
 * finding, corner behind. The matrix draws the same tile of the same style by hand: `tileElement.ts`.
 */
export function PlanTile({ tile, label, shownTitle, mark, extra, selected, ...button }: Props) {
  return (
    <button
      type="button"
      className={classes.tile}
      data-size="line"
      data-edge={tile.edge}
      data-past={tile.past || undefined}
      data-dashed={tile.dashed || undefined}
      data-struck={tile.struck || undefined}
      data-behind={tile.behind || undefined}
      data-selected={selected || undefined}
      aria-pressed={selected ?? false}
      {...button}
    >
      <span className="visually-hidden">{label}</span>
      <i className={classes.kind} data-kind={tile.kind} />
      {mark !== undefined && (
        <span className={classes.mark} aria-hidden="true">
          {mark}
        </span>
      )}
      <span className={classes.time} aria-hidden="true">
        {tile.time ?? '–'}
      </span>
      {tile.finding !== null && (
        <span className={classes.dot} aria-hidden="true">
          <FindingMark severity={tile.finding} />
        </span>
      )}
      <span className={classes.title} aria-hidden="true">
        {shownTitle}
      </span>
      {extra !== undefined && (
        <span className={classes.extra} aria-hidden="true">
          {extra}
        </span>
      )}
    </button>
  );
}

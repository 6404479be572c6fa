import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import type { TileSize } from '../../../core/schedule/geometry';
import type { Tile } from '../../../core/schedule/tile';
import { FindingMark } from '../FindingMark';
import classes from './PlanTile.module.css';

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly ref?: Ref<HTMLButtonElement>;
  readonly tile: Tile;
  /** `line`: everything beside each other, for the calendar. */
  readonly size: TileSize | 'line';
  /** What it is called in full, marks included. */
  readonly label: string;
  readonly shownTitle: string;
  readonly coverId?: string | null;
  /** A mark before the time and words after the title, in a line. */
  readonly mark?: ReactNode;
  readonly extra?: string | undefined;
  readonly selected?: boolean;
  /** In the cascade that is being looked at. */
  readonly linked?: boolean;
};

/**
 * One placement, with one meaning per channel: shape and hue kind, left edge state, dot finding, corner behind. Hundreds
 * stand on a screen, so that edge and corner are drawn by the style of the button and it holds no element too many.
 */
export function PlanTile(props: Props) {
  const { tile, size, label, shownTitle, coverId = null, mark, extra, selected, linked, ref, ...button } = props;
  const brief = size === 'mini' || size === 'compact';
  return (
    <button
      ref={ref}
      type="button"
      className={classes.tile}
      data-size={size}
      data-edge={tile.edge}
      data-past={tile.past || undefined}
      data-dashed={tile.dashed || undefined}
      data-struck={tile.struck || undefined}
      data-behind={tile.behind || undefined}
      data-selected={selected || undefined}
      data-linked={linked || undefined}
      aria-pressed={selected ?? false}
      aria-label={label}
      {...button}
    >
      <i className={classes.kind} data-kind={tile.kind} />
      {mark !== undefined && <span className={classes.mark}>{mark}</span>}
      {size !== 'mini' && <span className={classes.time}>{tile.time ?? '–'}</span>}
      {tile.finding !== null && (
        <span className={classes.dot}>
          <FindingMark severity={tile.finding} />
        </span>
      )}
      {!brief && <span className={classes.title}>{shownTitle}</span>}
      {extra !== undefined && <span className={classes.extra}>{extra}</span>}
      {size === 'comfortable' && coverId !== null && (
        <img className={classes.cover} src={`/assets/${coverId}`} alt="" loading="lazy" draggable={false} />
      )}
    </button>
  );
}

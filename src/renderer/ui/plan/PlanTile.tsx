import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import type { TileSize } from '../../../core/schedule/geometry';
import type { Tile } from '../../../core/schedule/tile';
import { BehindMark, FindingMark } from '../FindingMark';
import { KindMark } from '../KindMark';
import { StateMark } from '../StateMark';
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

/** One placement, with one meaning per channel: shape and hue kind, left edge state, dot finding, corner behind. */
export function PlanTile(props: Props) {
  const { tile, size, label, shownTitle, coverId = null, mark, extra, selected, linked, ref, ...button } = props;
  return (
    <button
      ref={ref}
      type="button"
      className={classes.tile}
      data-size={size}
      data-past={tile.past || undefined}
      data-dashed={tile.dashed || undefined}
      data-struck={tile.struck || undefined}
      data-selected={selected || undefined}
      data-linked={linked || undefined}
      aria-pressed={selected ?? false}
      {...button}
    >
      <StateMark state={tile.edge} tall />
      <span className="visually-hidden">{label}</span>
      <span className={classes.text} aria-hidden="true">
        <span className={classes.head}>
          <KindMark kind={tile.kind} size={size === 'compact' ? 8 : 9} />
          {mark !== undefined && <span className={classes.mark}>{mark}</span>}
          {size !== 'mini' && <span className={classes.time}>{tile.time ?? '–'}</span>}
          {tile.finding !== null && (
            <span className={classes.dot}>
              <FindingMark severity={tile.finding} />
            </span>
          )}
        </span>
        {size !== 'mini' && size !== 'compact' && <span className={classes.title}>{shownTitle}</span>}
        {extra !== undefined && <span className={classes.extra}>{extra}</span>}
      </span>
      {size === 'comfortable' && coverId !== null && (
        <img className={classes.cover} src={`/assets/${coverId}`} alt="" loading="lazy" draggable={false} />
      )}
      {tile.behind && (
        <span className={classes.corner}>
          <BehindMark />
        </span>
      )}
    </button>
  );
}

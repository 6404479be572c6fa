import { PlatformTile } from '../../PlatformTile';
import { markOf } from './marks';
import classes from './PlatformMark.module.css';

/** A platform's own mark in a rounded tile, in ink; its letter where no openly licensed mark exists. */
export function PlatformMark({
  platform: { id, glyph },
  size = 'normal',
}: {
  readonly platform: { readonly id: string; readonly glyph: string };
  readonly size?: 'small' | 'normal';
}) {
  const path = markOf[id];
  if (path === undefined) return <PlatformTile glyph={glyph} size={size} />;
  return (
    <span className={classes.tile} data-size={size} aria-hidden="true">
      <svg viewBox="0 0 24 24" role="presentation">
        <path d={path} />
      </svg>
    </span>
  );
}

import classes from './marks.module.css';

type Size = 'small' | 'normal' | 'large';

/** A platform's letter in a rounded tile, always ink: brand colours stay out of the plan. */
export function PlatformTile({ glyph, size = 'normal' }: { readonly glyph: string; readonly size?: Size }) {
  return (
    <span className={classes.platform} data-size={size} aria-hidden="true">
      {glyph}
    </span>
  );
}

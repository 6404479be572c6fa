import type { PieceKind } from '../../core/model/records';
import classes from './marks.module.css';

/** Square, circle and triangle of the same optical area: told apart without colour. Decoration; the name is said beside it. */
export function KindMark({ kind, size = 9 }: { readonly kind: PieceKind; readonly size?: number }) {
  return (
    <svg className={classes.kind} data-kind={kind} width={size} height={size} viewBox="0 0 9 9" aria-hidden="true">
      {shapes[kind]}
    </svg>
  );
}

const shapes = {
  scene: <rect x="0.6" y="0.6" width="7.8" height="7.8" rx="1.2" />,
  story: <circle cx="4.5" cy="4.5" r="4.4" />,
  interactive: <path d="M4.5 0.2 8.9 8.2H0.1Z" strokeLinejoin="round" />,
} as const satisfies Record<PieceKind, React.JSX.Element>;

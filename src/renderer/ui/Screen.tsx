import type { ReactNode } from 'react';
import classes from './Screen.module.css';
import { useFitted } from './useFitted';
import { useFocusStays } from './useLostFocus';

/**
 * The layout every screen shares: a 44 px toolbar, the content, and at the right an inspector of 300 px that pushes
 * and never covers. Below 1200 px of window the inspector folds; `inspectorOpen` brings it back on demand.
 */
export function Screen({
  toolbar,
  inspector,
  inspectorOpen = false,
  inspectorWidth,
  children,
  label,
}: {
  readonly label: string;
  readonly toolbar?: ReactNode;
  readonly inspector?: ReactNode;
  readonly inspectorOpen?: boolean;
  /** Another width than 300 px, e.g. the editor's 412. */
  readonly inspectorWidth?: number;
  readonly children: ReactNode;
}) {
  const main = useFocusStays<HTMLElement>();
  return (
    <main ref={main} className={classes.screen} aria-label={label} tabIndex={-1}>
      {toolbar === undefined ? null : <Toolbar>{toolbar}</Toolbar>}
      <div className={classes.body}>
        <div className={classes.content} data-part="content">
          {children}
        </div>
        {inspector === undefined || inspector === null ? null : (
          <aside
            className={classes.inspector}
            data-part="inspector"
            data-open={inspectorOpen || undefined}
            style={inspectorWidth === undefined ? undefined : { width: inspectorWidth }}
          >
            {inspector}
          </aside>
        )}
      </div>
    </main>
  );
}

function Toolbar({ children }: { readonly children: ReactNode }) {
  const row = useFitted();
  return (
    <div ref={row} className={classes.toolbar} data-part="toolbar">
      {children}
    </div>
  );
}

/** Pushes what follows to the right end of a toolbar. */
export const ToolbarGap = () => <span className={classes.gap} />;
/** A hairline between groups of a toolbar. */
export const ToolbarRule = () => <span className={classes.rule} aria-hidden="true" />;

import type { ReactNode } from 'react';
import classes from './Empty.module.css';

/** An empty place: one line and one act. */
export function Empty({ text, action }: { readonly text: string; readonly action?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <p>{text}</p>
      {action}
    </div>
  );
}

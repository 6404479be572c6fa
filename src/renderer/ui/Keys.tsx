import { keyCaps } from '../commands/keys';
import classes from './Keys.module.css';

/** Keycaps of a shortcut: `mod+z` → Ctrl Z. */
export function Keys({ keys, machine = navigator.platform }: { readonly keys: string; readonly machine?: string }) {
  return (
    <span className={classes.keys}>
      {keyCaps(keys, machine).map((cap) => (
        <kbd key={cap} className={classes.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}

import type { TablerIcon } from '@tabler/icons-react';
import { shellWords } from '../../core/words/shell';
import type { Screen } from '../state/route';
import { useStudio, useWords } from '../state/StudioProvider';
import { Hint } from '../ui/Hint';
import classes from './Shell.module.css';

export type Place = { readonly screen: Exclude<Screen, 'editor' | 'review' | 'marks'>; readonly Icon: TablerIcon };

/** A badge has room for two digits. */
const MOST_SAID = 99;

/** A place on the rail, with how much waits there. `said` is its whole name where that tells more. */
export function RailButton({
  screen,
  Icon,
  badge = 0,
  said,
}: Place & { readonly badge?: number; readonly said?: string | undefined }) {
  const t = useWords(shellWords);
  const open = useStudio((state) => state.route.screen);
  const go = useStudio((state) => state.go);
  const here = open === screen || ((open === 'editor' || open === 'review') && screen === 'library');
  const name = said ?? t(`nav.${screen}`);
  return (
    <Hint label={name} side="right">
      <button
        type="button"
        className={classes.railButton}
        aria-label={name}
        aria-current={here ? 'page' : undefined}
        onClick={() => go({ screen })}
      >
        <Icon size={20} stroke={1.6} />
        {badge > 0 && (
          <span className={classes.badge} aria-hidden="true">
            {badge > MOST_SAID ? `${MOST_SAID}+` : badge}
          </span>
        )}
      </button>
    </Hint>
  );
}

import { useEffect, useRef } from 'react';
import { sayFollowers } from '../../../core/words/cascade';
import { sayOver } from '../../state/planning/sayOver';
import { verdictOf } from '../../state/planning/verdicts';
import { useStudioHandle } from '../../state/StudioProvider';
import { titleOrNone } from '../../ui/plan/tileWords';
import { useDesk } from './desk';
import classes from './Ghost.module.css';

/** What is carried, beside the pointer: its title, and the old and the new moment. Follows without easing. */
export function Ghost() {
  const drag = useDesk((desk) => desk.drag);
  const followers = useDesk((desk) => desk.followers);
  const studio = useStudioHandle();
  const element = useRef<HTMLDivElement>(null);
  const carrying = drag !== null;
  useEffect(() => {
    if (!carrying) return;
    const follow = (event: globalThis.DragEvent) => {
      const ghost = element.current;
      if (ghost !== null && (event.clientX !== 0 || event.clientY !== 0))
        ghost.style.transform = `translate(${event.clientX + 14}px, ${event.clientY + 12}px)`;
    };
    window.addEventListener('dragover', follow, { capture: true });
    return () => window.removeEventListener('dragover', follow, { capture: true });
  }, [carrying]);
  if (drag === null) return null;
  const state = studio.getState();
  const { load, over, copy } = drag;
  const along = sayFollowers(state.settings.lang, followers);
  const title = load.kind === 'piece' ? load.title : titleOrNone(state.settings.lang, load.grabbed.title);
  const refused = over !== null && over !== 'tray' && verdictOf(state, load, over, copy).kind === 'refused';
  return (
    <div ref={element} className={classes.ghost} data-refused={refused || undefined} aria-hidden="true">
      <b>
        {title}
        {load.kind === 'placements' && load.ids.length > 1 ? ` +${load.ids.length - 1}` : ''}
      </b>
      <span>{sayOver(state, load, over, copy)}</span>
      {along !== '' && <span data-along="">{along}</span>}
    </div>
  );
}

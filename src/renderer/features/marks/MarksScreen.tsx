import { useStudio } from '../../state/StudioProvider';
import { Hand } from './Hand';
import { Marked } from './Marked';
import { Reading } from './Reading';
import { SlipDryRun } from './SlipDryRun';
import { TakeMarks } from './TakeMarks';

/** Texts that go out to be read, and what comes back: one place, whichever way a file goes. */
export function MarksScreen() {
  const task = useStudio((state) => (state.route.screen === 'marks' ? (state.route.task ?? null) : null));
  switch (task?.kind) {
    case 'hand':
      return <Hand task={task} />;
    case 'review':
      return <Reading key={task.token} token={task.token} />;
    case 'marks':
      return <TakeMarks key={task.token} token={task.token} />;
    case 'slip':
      return <SlipDryRun key={task.token} token={task.token} />;
    default:
      return <Marked first={task?.target ?? null} />;
  }
}

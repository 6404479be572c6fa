import type { WallDate } from '../../../core/time/wallDate';
import { useStudioHandle } from '../../state/StudioProvider';
import { sayOver, verdictOf } from './acts';
import { type Load, useDesk } from './desk';
import { HEAD, LEFT } from './frame';
import classes from './Landing.module.css';
import { useModel } from './model';

/** The cell a drag or the keyboard's move mode points at; red when nothing can land there. */
export function DropOutline() {
  const drag = useDesk((desk) => desk.drag);
  const moving = useDesk((desk) => desk.moving);
  if (moving !== null)
    return <Outline load={moving.load} accountId={moving.target.accountId} day={moving.target.day} named />;
  if (drag === null || drag.over === null || drag.over === 'tray') return null;
  return <Outline load={drag.load} accountId={drag.over.accountId} day={drag.over.day} copy={drag.copy} />;
}

function Outline({
  load,
  accountId,
  day,
  copy = false,
  named = false,
}: {
  readonly load: Load;
  readonly accountId: string;
  readonly day: WallDate;
  readonly copy?: boolean;
  readonly named?: boolean;
}) {
  const studio = useStudioHandle();
  const { columns, rows } = useModel();
  const column = columns.days.indexOf(day);
  const row = rows.rows.find((candidate) => candidate.kind === 'account' && candidate.accountId === accountId);
  const target = columns.days[column];
  if (target === undefined || row === undefined) return null;
  const left = columns.edges[column] ?? 0;
  const state = studio.getState();
  const over = { accountId, day: target };
  const refused = verdictOf(state, load, over, copy).kind === 'refused';
  return (
    <div
      className={classes.outline}
      data-refused={refused || undefined}
      style={{
        left: LEFT + left + 1,
        top: HEAD + row.top + 1,
        width: (columns.edges[column + 1] ?? left) - left - 3,
        height: row.height - 3,
      }}
    >
      {named && <span>{sayOver(state, load, over, copy)}</span>}
    </div>
  );
}

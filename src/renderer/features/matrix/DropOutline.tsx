import { cellKey } from '../../../core/schedule/cells';
import type { Target, Verdict } from '../../../core/schedule/move';
import { sayFollowers } from '../../../core/words/cascade';
import { planMenuWords } from '../../../core/words/planMenus';
import type { Load } from '../../state/planning/load';
import { sayOver } from '../../state/planning/sayOver';
import { verdictOf } from '../../state/planning/verdicts';
import { useStudioHandle, useWords } from '../../state/StudioProvider';
import { useDesk } from './desk';
import { HEAD, LEFT } from './frame';
import classes from './Landing.module.css';
import { useModel } from './model';

/** The cell a drag or the keyboard's move mode points at, and those the others would land in; red when none can. */
export function DropOutline() {
  const drag = useDesk((desk) => desk.drag);
  const moving = useDesk((desk) => desk.moving);
  const box = useDesk((desk) => desk.box);
  if (moving !== null) return <Landing load={moving.load} target={moving.target} copy={false} byKeys />;
  if (box !== null) return <Box from={box.from} to={box.to} />;
  if (drag === null || drag.over === null || drag.over === 'tray') return null;
  return <Landing load={drag.load} target={drag.over} copy={drag.copy} byKeys={false} />;
}

function Landing({
  load,
  target,
  copy,
  byKeys,
}: {
  readonly load: Load;
  readonly target: Target;
  readonly copy: boolean;
  readonly byKeys: boolean;
}) {
  const studio = useStudioHandle();
  const p = useWords(planMenuWords);
  const edgesOf = useCellEdges();
  const state = studio.getState();
  const verdict = verdictOf(state, load, target, copy);
  const along = useDesk((desk) => sayFollowers(state.settings.lang, desk.followers));
  const main = edgesOf(target);
  const others = new Map(
    landings(verdict, load)
      .filter(({ accountId, day }) => accountId !== target.accountId || day !== target.day)
      .map((cell) => [cellKey(cell.accountId, cell.day), edgesOf(cell)]),
  );
  return (
    <>
      {[...others].map(
        ([key, style]) =>
          style !== null && (
            <div key={key} className={classes.outline} data-other="" style={style} aria-hidden="true" />
          ),
      )}
      {main !== null && (
        <div
          className={classes.outline}
          data-outline=""
          data-refused={verdict.kind === 'refused' || undefined}
          data-ends={main.left > 500 || undefined}
          style={main}
        >
          {byKeys && (
            <span>
              <b>{sayOver(state, load, target, copy)}</b>
              {along !== '' && <b>{along}</b>}
              <i>{p(load.kind === 'piece' && load.proposed !== undefined ? 'move.keys_proposed' : 'move.keys')}</i>
            </span>
          )}
        </div>
      )}
    </>
  );
}

/** Where everything that is carried would stand. */
function landings(verdict: Verdict, load: Load): readonly Target[] {
  if (load.kind === 'piece' || verdict.kind === 'nothing' || verdict.kind === 'refused') return [];
  if (verdict.kind === 'copy') return verdict.copies;
  return verdict.moves.flatMap(({ id, day, accountId }) => {
    const row = accountId ?? load.cards.find((card) => card.id === id)?.accountId ?? null;
    return row === null ? [] : [{ accountId: row, day }];
  });
}

function Box({ from, to }: { readonly from: Target; readonly to: Target }) {
  const edgesOf = useCellEdges();
  const [a, b] = [edgesOf(from), edgesOf(to)];
  if (a === null || b === null) return null;
  const left = Math.min(a.left, b.left);
  const top = Math.min(a.top, b.top);
  const style = {
    left,
    top,
    width: Math.max(a.left + a.width, b.left + b.width) - left,
    height: Math.max(a.top + a.height, b.top + b.height) - top,
  };
  return <div className={classes.outline} data-box="" style={style} aria-hidden="true" />;
}

/** Where a cell is drawn; null when its day or row is not in view. */
function useCellEdges() {
  const { columns, rows } = useModel();
  return ({ accountId, day }: Target) => {
    const column = columns.days.indexOf(day);
    const row = rows.rows.find((candidate) => candidate.kind === 'account' && candidate.accountId === accountId);
    const left = columns.edges[column];
    const right = columns.edges[column + 1];
    if (left === undefined || right === undefined || row === undefined) return null;
    return { left: LEFT + left + 1, top: HEAD + row.top + 1, width: right - left - 3, height: row.height - 3 };
  };
}

import type { FollowerCard } from '../../../contract';
import type { Moment } from '../../../core/cascade/moment';
import { tileHeights } from '../../../core/schedule/geometry';
import { cascadeWords, sayStayingShort } from '../../../core/words/cascade';
import { useLang, useWords } from '../../state/StudioProvider';
import { useDesk } from './desk';
import classes from './FollowerGhosts.module.css';
import { HEAD, LEFT } from './frame';
import { type MatrixModel, useModel } from './model';
import { spotAt } from './spots';
import { useFollowers } from './useFollowers';

/**
 * The waves that would go along with what is carried, where each would land: going ones as their new time, blocked ones red
 * with the reason, pinned ones marked where they stay. What is not in view is in the numbers beside the pointer.
 */
export function FollowerGhosts() {
  const followers = useDesk((desk) => desk.followers);
  useFollowers();
  if (followers.length === 0) return null;
  return (
    <div aria-hidden="true" data-testid="follower-ghosts">
      {followers.map((follower) => (
        <FollowerGhost key={follower.waveId} follower={follower} />
      ))}
    </div>
  );
}

function FollowerGhost({ follower }: { readonly follower: FollowerCard }) {
  const t = useWords(cascadeWords);
  const lang = useLang();
  const model = useModel();
  const { fate, title } = follower;
  if (fate.kind === 'agrees' || fate.kind === 'unplaced') return null;
  const why = sayStayingShort(lang, follower);
  const landing = fate.kind === 'moves' ? fate.to : fate.kind === 'blocked' ? fate.wants : null;
  const there = landing === null ? null : cellBox(model, follower.accountId, landing);
  const here = fate.kind === 'moves' ? null : tileBox(model, follower, fate.at);
  return (
    <>
      {here !== null && (
        <div className={classes.ghost} data-fate={fate.kind} data-stays="" style={here}>
          {fate.kind === 'pinned' ? <i>{t('ghost.pinned')}</i> : there === null && <span>{why}</span>}
        </div>
      )}
      {there !== null && (
        <div className={classes.ghost} data-fate={fate.kind} data-wave={follower.waveId} style={there}>
          <b>{landing?.time}</b>
          <span>{why ?? title}</span>
        </div>
      )}
    </>
  );
}

/** A tile's box at the top of a cell; null when its day or row is not drawn. */
function cellBox({ columns, rows }: MatrixModel, accountId: string | null, { day }: Moment) {
  const column = columns.days.indexOf(day);
  const row = rows.rows.find((candidate) => candidate.kind === 'account' && candidate.accountId === accountId);
  const left = columns.edges[column];
  const right = columns.edges[column + 1];
  if (left === undefined || right === undefined || row === undefined) return null;
  const height = Math.min(row.height - 6, tileHeights[columns.sizes[column] ?? 'normal']);
  return { left: LEFT + left + 2, top: HEAD + row.top + 3, width: right - left - 5, minHeight: height };
}

/** The box of the tile where a follower stays. */
function tileBox(model: MatrixModel, { placementId, accountId }: FollowerCard, { day }: Moment) {
  if (placementId === null || accountId === null) return null;
  const spot = spotAt(model, accountId, day, placementId);
  if (spot === null) return null;
  return { left: LEFT + spot.left, top: HEAD + spot.top, width: spot.right - spot.left, minHeight: spot.height };
}

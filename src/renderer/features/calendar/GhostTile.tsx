import type { FollowerCard } from '../../../contract';
import { sayStayingShort } from '../../../core/words/cascade';
import { useLang, useStudio } from '../../state/StudioProvider';
import classes from './GhostTile.module.css';

/** A wave that follows what is carried, where it would land: red with the reason where it cannot. */
export function GhostTile({ follower }: { readonly follower: FollowerCard }) {
  const lang = useLang();
  const account = useStudio((state) => state.outline?.account.find(({ id }) => id === follower.accountId)?.name);
  const { fate, title, waveId } = follower;
  const to = fate.kind === 'moves' ? fate.to : fate.kind === 'blocked' ? fate.wants : null;
  const why = sayStayingShort(lang, follower);
  return (
    <div className={classes.ghost} data-ghost={waveId} data-fate={fate.kind} aria-hidden="true">
      <b>{to?.time ?? '–'}</b>
      {why !== null && <em>{why}</em>}
      <span>{account === undefined ? title : `${account} · ${title}`}</span>
    </div>
  );
}

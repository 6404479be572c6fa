import type { CopiesById } from './copies';
import { isCopyDone } from './copies';
import type { WaveRow } from './waveRows';

/** A campaign in figures. Placements count once, whether or not a wave made them. */
export type Summary = {
  readonly waves: number;
  /** Waves with a day in the plan. */
  readonly wavesPlanned: number;
  /** Waves that stand elsewhere than their rule says. */
  readonly disagreeing: number;
  /** Placements that are not skipped. */
  readonly posts: number;
  readonly live: number;
  readonly handedOver: number;
  readonly skipped: number;
  /** Of the posts, those whose text needs nothing more. */
  readonly copyDone: number;
  /** Of the posts still to go out: with something that must be fixed, and behind their source. */
  readonly withErrors: number;
  readonly behind: number;
  /** Of the live ones, those whose figures came back. */
  readonly measured: number;
};

export function summaryOf(rows: readonly WaveRow[], copies: CopiesById): Summary {
  const all = [...copies.values()];
  const posts = all.filter(({ placement }) => placement.outcome !== 'skipped');
  const live = posts.filter(({ placement }) => placement.outcome === 'live');
  const ahead = posts.filter(({ placement }) => placement.outcome === 'planned');
  return {
    waves: rows.length,
    wavesPlanned: rows.filter(({ isPlanned }) => isPlanned).length,
    disagreeing: rows.filter(({ disagrees }) => disagrees).length,
    posts: posts.length,
    live: live.length,
    handedOver: posts.filter(({ placement }) => placement.outcome === 'handed_over').length,
    skipped: all.length - posts.length,
    copyDone: posts.filter(isCopyDone).length,
    withErrors: ahead.filter(({ errors }) => errors > 0).length,
    behind: ahead.filter(({ facts }) => facts?.behind === true).length,
    measured: live.filter(({ facts }) => (facts?.figures ?? 0) > 0).length,
  };
}

import { useEffect } from 'react';
import type { FollowerCard } from '../../../contract';
import type { PlannedMove, Target } from '../../../core/schedule/move';
import type { WallTime } from '../../../core/time/wallDate';
import { sayFollowers } from '../../../core/words/cascade';
import { useStudioHandle } from '../StudioProvider';
import type { Studio, StudioState } from '../studio';
import type { Load } from './load';
import { verdictOf } from './verdicts';

/** What would become of the waves that follow what is carried, asked of the store, which reckons the drop the same way. */

/** Something held over a place. `time` names another clock time; left out, each keeps its own. */
export type Held = {
  readonly load: Load;
  readonly target: Target;
  readonly copy: boolean;
  readonly time?: WallTime | null | undefined;
  /** Carried by keys: what follows is told aloud. */
  readonly aloud: boolean;
};

type TimedMove = PlannedMove & { readonly time?: WallTime | null };
export const noFollowers: readonly FollowerCard[] = [];

/** Keeps the followers of what is held shown. Only the answer for the place last pointed at counts. */
export function useFollowersOf(held: Held | null, show: (followers: readonly FollowerCard[]) => void): void {
  const studio = useStudioHandle();
  useEffect(() => {
    const moves = held === null ? [] : followedMoves(studio.getState(), held);
    if (held === null || moves.length === 0) {
      show(noFollowers);
      return;
    }
    let left = false;
    void ask(studio, moves).then((found) => {
      if (left || found === null) return;
      show(found);
      if (held.aloud) tellOf(studio.getState(), found);
    });
    return () => {
      left = true;
    };
  }, [studio, held, show]);
}

const ask = (studio: Studio, moves: readonly TimedMove[]): Promise<readonly FollowerCard[] | null> =>
  studio.getState().act('cascade.preview', { moves: [...moves] });

/** Behind what was just said of the place itself. */
function tellOf({ announcement, announce, settings: { lang } }: StudioState, followers: readonly FollowerCard[]): void {
  const said = sayFollowers(lang, followers);
  if (said !== '') announce(`${announcement.text}${lang === 'zh' ? '。' : '. '}${said}`);
}

/** The moves letting go would make here, if some of them belong to a cascade. */
export function followedMoves(state: StudioState, { load, target, copy, time }: Held): readonly TimedMove[] {
  if (load.kind === 'piece') return [];
  const waves = state.outline?.wave ?? [];
  if (!waves.some(({ placementId }) => placementId !== null && load.ids.includes(placementId))) return [];
  const verdict = verdictOf(state, load, target, copy);
  if (verdict.kind === 'move') return verdict.moves.map((move) => (time === undefined ? move : { ...move, time }));
  const { grabbed } = load;
  const timeOnly = verdict.kind === 'nothing' && time !== undefined && time !== grabbed.time;
  return timeOnly ? [{ id: grabbed.id, day: target.day, time }] : [];
}

import { type HardRule, hardRules, type Unplaced } from './types';

/** What keeps a post from a place, in one word: the rule whose easing alone would help most, else the one met first most often. */
export type Hindrance = HardRule | 'never' | 'no_spots' | 'worse';

/** Order of the groups: what can be mended by the team first, then what lies in the question, then what is nobody's fault. */
const order: readonly Hindrance[] = [...hardRules.toReversed(), 'never', 'no_spots', 'worse'];

/** Rules by which an account could never take a post: they say nothing about those that could. */
export const isNever = (rule: HardRule): boolean => rule === 'format' || rule === 'closed';

export function hindranceOf({ why }: Pick<Unplaced, 'why'>): Hindrance {
  if (why.kind !== 'blocked') return why.kind;
  const able = (list: typeof why.first) => list.find(({ rule }) => !isNever(rule))?.rule;
  return able(why.first) === undefined ? 'never' : (able(why.alone) ?? able(why.first) ?? 'never');
}

export type UnplacedGroup = { readonly hindrance: Hindrance; readonly posts: readonly Unplaced[] };

/** Posts without a place by what hinders them, the largest group first; every post is in one. */
export function unplacedGroups(unplaced: readonly Unplaced[]): readonly UnplacedGroup[] {
  const groups = new Map<Hindrance, Unplaced[]>();
  for (const post of unplaced) {
    const hindrance = hindranceOf(post);
    const there = groups.get(hindrance);
    if (there === undefined) groups.set(hindrance, [post]);
    else there.push(post);
  }
  return [...groups]
    .map(([hindrance, posts]) => ({ hindrance, posts }))
    .sort((a, b) => b.posts.length - a.posts.length || order.indexOf(a.hindrance) - order.indexOf(b.hindrance));
}

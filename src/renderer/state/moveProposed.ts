import type { Explained } from '../../core/propose/types';
import type { Target } from '../../core/schedule/move';
import { sayDate, sayMoment } from '../../core/words/dates';
import { proposeWords } from '../../core/words/propose';
import { sayRules } from '../../core/words/proposeReasons';
import { say } from '../../core/words/say';
import { titleOrNone } from '../../core/words/titles';
import { accountName } from './accountName';
import { spotOf } from './proposed';
import { type Proposing, proposedKey, proposedOf } from './proposing';
import type { StudioState } from './studio';

/** Puts a proposed post where the user wants it, if no rule forbids it, and tells what became of it. */
export async function moveProposed(
  get: () => StudioState,
  change: (part: Partial<Proposing>) => void,
  key: string,
  to: Target,
): Promise<boolean> {
  const { proposing, settings, act } = get();
  const all = proposedOf(proposing);
  const post = all.find((one) => proposedKey(one) === key);
  if (proposing === null || post === undefined) return false;
  const { lang } = settings;
  const title = titleOrNone(lang, proposing.state?.pieces[post.pieceId]?.title ?? '');
  if (post.accountId === to.accountId && post.day === to.day) {
    tell(get, say(proposeWords, lang, 'said.stays', { title }));
    return true;
  }
  // Those left out bind nothing, but no two of a piece may come to stand on one account.
  const beside = all.filter(
    (one) => one !== post && (one.pieceId === post.pieceId || proposing.chosen.has(proposedKey(one))),
  );
  const answer = await act('propose.move', { spot: spotOf(post), to, beside: beside.map(spotOf) });
  const now = get().proposing;
  if (answer === null || now === null || !proposedOf(now).includes(post)) return false;
  const account = accountName(get(), to.accountId);
  if (answer.kind === 'refused') {
    const rules = sayRules(lang, answer.rules);
    tell(get, say(proposeWords, lang, 'said.not_moved', { title, account, day: sayDate(lang, to.day), rules }));
    return false;
  }
  change(withMoved(now, post, { ...answer.one, unit: post.unit }));
  const moment = sayMoment(lang, answer.one.day, answer.one.time);
  const word = answer.one.time === post.time ? 'said.moved' : 'said.moved_time';
  tell(get, say(proposeWords, lang, word, { title, account, moment, time: post.time }));
  return true;
}

function tell(get: () => StudioState, message: string): void {
  get().notify({ message });
  get().announce(message);
}

/** The proposal with a post in its new place: chosen, looked at, and remembered as moved unless it came home. */
function withMoved(proposing: Proposing, post: Explained, one: Explained): Partial<Proposing> {
  const { state, kept, chosen, moved, turn } = proposing;
  const before = proposedKey(post);
  const key = proposedKey(one);
  const replaced = (list: readonly Explained[]) => list.map((other) => (other === post ? one : other));
  const { accountId, day, time } = post;
  const first = moved.get(before) ?? { accountId, day, time };
  const others = [...moved].filter(([other]) => other !== before);
  const isHome = first.accountId === one.accountId && first.day === one.day && first.time === one.time;
  return {
    kept: replaced(kept),
    state:
      state?.proposal == null
        ? state
        : { ...state, proposal: { ...state.proposal, placed: replaced(state.proposal.placed) } },
    chosen: new Set([...[...chosen].filter((other) => other !== before), key]),
    moved: new Map(isHome ? others : [...others, [key, first]]),
    pointed: key,
    turn: turn + 1,
  };
}

import type { ProposeChoiceInput, ProposedSpot } from '../../contract';
import type { Explained } from '../../core/propose/types';
import { type Proposing, proposedKey, proposedOf } from './proposing';
import type { StudioState } from './studio';

/*
 * Asking for a proposal, and what becomes of one that lies there. Read when somebody asks, not before the first screen.
 */

type Get = () => Pick<StudioState, 'proposing' | 'act'>;
type Change = (part: Partial<Proposing>) => void;

export const spotOf = ({ pieceId, accountId, format, day, time }: Explained): ProposedSpot => ({
  pieceId,
  accountId,
  format,
  day,
  time,
});

/** Posts that are kept go along. */
export async function ask(
  get: Get,
  change: Change,
  choice: ProposeChoiceInput,
  kept: readonly Explained[],
): Promise<void> {
  const state = await get().act('propose.start', { ...choice, keep: kept.map(spotOf) });
  const { proposing } = get();
  if (state === null || proposing === null) return;
  // An event may have told more by now; the first answer is only the beginning.
  const told = proposing.state?.job === state.job ? proposing.state : state;
  change({
    choice,
    kept,
    moved: new Map([...proposing.moved].filter(([key]) => kept.some((one) => proposedKey(one) === key))),
    chosen: new Set([...kept, ...(told.proposal?.placed ?? [])].map(proposedKey)),
    state: told,
  });
}

/** Keeps what is chosen, drops the rest, and asks again. */
export async function askAgain(get: Get, change: Change): Promise<void> {
  const { proposing } = get();
  if (proposing === null || proposing.choice === null) return;
  const all = proposedOf(proposing);
  const kept = all.filter((one) => proposing.chosen.has(proposedKey(one)));
  const drop = all
    .filter((one) => !proposing.chosen.has(proposedKey(one)))
    .map(({ pieceId, accountId, day }) => ({ pieceId, accountId, day }));
  await ask(get, change, { ...proposing.choice, drop: [...(proposing.choice.drop ?? []), ...drop] }, kept);
}

/** Plans what is chosen, as one step. Answers how many, null when it was refused. */
export async function takeChosen(get: Get, change: Change): Promise<number | null> {
  const { proposing, act } = get();
  if (proposing === null) return null;
  const all = proposedOf(proposing);
  const taken = all.filter((one) => proposing.chosen.has(proposedKey(one)));
  if (taken.length === 0) return 0;
  const answer = await act('propose.take', { spots: taken.map(spotOf) });
  if (answer === null) return null;
  const left = all.filter((one) => !proposing.chosen.has(proposedKey(one)));
  const { state } = proposing;
  change({
    kept: [],
    chosen: new Set(),
    pointed: null,
    state: state?.proposal == null ? state : { ...state, proposal: { ...state.proposal, placed: left } },
  });
  return answer.ids.length;
}

import type { ProposeChoice, ProposedMove, ProposedSpot, ProposeState, StudioEvents } from '../../../contract';
import type { Op } from '../../../core/plan/ops';
import { brokenRules, postsOf } from '../../../core/propose/check';
import { askedAgain, movedTo, type ProposeMove } from '../../../core/propose/move';
import type { Proposed } from '../../../core/propose/types';
import { failure, refuse } from '../../../core/result';
import type { StoreContext } from '../context';
import { makeChange } from '../history/changes';
import { planOps } from '../plan/planning';
import { readViews } from '../rows';
import { problemOf } from './gather';
import type { SpawnProposer } from './protocol';

/** Proposals, one at a time: begun, told of while they are worked out, given up, and taken. */
export type ProposeDesk = {
  readonly start: (choice: ProposeChoice) => ProposeState;
  readonly state: () => ProposeState | null;
  readonly cancel: (job: string) => void;
  readonly move: (asked: ProposedMove) => ProposeMove;
  readonly take: (spots: readonly ProposedSpot[]) => { readonly ids: readonly string[] };
  readonly close: () => void;
};

export type ProposeWiring = {
  readonly store: () => StoreContext;
  readonly spawn: SpawnProposer;
  readonly tell: (fact: StudioEvents['proposing']) => void;
};

export function createProposeDesk({ store, spawn, tell }: ProposeWiring): ProposeDesk {
  let state: ProposeState | null = null;
  let choice: ProposeChoice | null = null;
  let running: { readonly stop: () => void } | null = null;

  const become = (next: ProposeState): ProposeState => {
    state = next;
    tell({ state: next });
    return next;
  };
  const halt = (): void => {
    running?.stop();
    running = null;
  };

  return {
    start: (given) => {
      halt();
      const job = store().newId('q');
      const { problem, pieces, unread } = problemOf(store(), given);
      choice = given;
      const begun: ProposeState = {
        job,
        phase: 'working',
        share: 0,
        proposal: null,
        pieces: Object.fromEntries([...pieces].map(([id, { title, kind }]) => [id, { title, kind }])),
        unread,
        freeDays: problem.rules.freeDays,
        failure: null,
      };
      state = begun;
      running = spawn(
        problem,
        (message) => {
          if (state?.job !== job) return;
          if (message.kind === 'share') become({ ...state, share: message.share });
          else become({ ...state, phase: 'done', share: 1, proposal: message.proposal });
        },
        () => {
          if (state?.job === job) become({ ...state, phase: 'failed', failure: failure('store_stopped') });
        },
      );
      return begun;
    },
    state: () => state,
    cancel: (job) => {
      if (state?.job !== job || state.phase !== 'working') return;
      halt();
      become({ ...state, phase: 'cancelled' });
    },
    move: (asked) => moveOf(store(), asked, choice),
    take: (spots) => {
      const { ops, ids } = takeOps(store(), spots, choice);
      const { db, clock } = store();
      const made = makeChange(db, clock, { code: 'plan_propose', params: { count: ids.length } }, ops);
      store().tell(made, 'edit');
      return { ids };
    },
    close: halt,
  };
}

/** The question as it was asked last; of a plain one where none was. */
const asBefore = (choice: ProposeChoice | null) => ({
  accountsPerPiece: 1,
  keepHolidaysFree: false,
  keepWeekendsFree: false,
  freeDays: [],
  silentPersonas: [],
  handOver: null,
  handOverBy: {},
  ...choice,
  drop: [],
});

/** Looks at another place for a proposed post, over the plan as it stands now with the rest of the proposal in it. */
function moveOf(store: StoreContext, { spot, to, beside }: ProposedMove, choice: ProposeChoice | null): ProposeMove {
  const days = [choice?.from ?? spot.day, choice?.to ?? spot.day, to.day].sort();
  const { problem } = problemOf(store, {
    ...asBefore(choice),
    keep: beside,
    pieceIds: [...new Set([spot, ...beside].map(({ pieceId }) => pieceId))],
    accountIds: [...new Set([...(choice?.accountIds ?? []), spot.accountId, to.accountId])],
    from: days[0] ?? spot.day,
    to: days.at(-1) ?? spot.day,
  });
  return movedTo(problem, spot, to);
}

/** Plans the posts; refuses all of them when one no longer fits the plan as it stands now. */
function takeOps(
  store: StoreContext,
  spots: readonly ProposedSpot[],
  choice: ProposeChoice | null,
): { readonly ops: readonly Op[]; readonly ids: readonly string[] } {
  const days = spots.map(({ day }) => day).sort();
  const { problem } = problemOf(store, {
    ...asBefore(choice),
    keep: [],
    pieceIds: [...new Set(spots.map(({ pieceId }) => pieceId))],
    accountIds: [...new Set(spots.map(({ accountId }) => accountId))],
    from: days[0] ?? store.today(),
    to: days.at(-1) ?? store.today(),
  });
  const taken: Proposed[] = [];
  const made = spots.map((spot) => {
    const piece = problem.pieces.find(({ id }) => id === spot.pieceId);
    const account = problem.accounts.find(({ id }) => id === spot.accountId);
    const posts = postsOf(problem, taken);
    if (
      piece === undefined ||
      account === undefined ||
      brokenRules({ problem, posts, piece, account, spot }, askedAgain).length > 0
    )
      refuse('propose_stale', { ...named(store, spot), day: spot.day, time: spot.time });
    taken.push({ ...spot, unit: '' });
    const id = store.newId('l');
    return { id, ops: planOps(store, id, spot) };
  });
  return { ops: made.flatMap(({ ops }) => ops), ids: made.map(({ id }) => id) };
}

const named = ({ db }: StoreContext, { pieceId, accountId }: ProposedSpot) => ({
  title: readViews(db, 'piece', [pieceId])[0]?.title ?? '',
  account: readViews(db, 'account', [accountId])[0]?.name ?? '',
});

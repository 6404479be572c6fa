/**
 * What the domain counts on its fingers. Plain values without a schema library, so that a screen can name them
 * before anything is parsed; `records.ts` gives them out again beside the records they describe.
 */

export const langs = ['zh', 'en'] as const;
export type Lang = (typeof langs)[number];

/** What a platform does in the matrix; the team may rename and reorder the roles. */
export const roles = ['traffic', 'depth', 'circle', 'niche', 'private'] as const;
export type Role = (typeof roles)[number];

export const pieceKinds = ['scene', 'story', 'interactive'] as const;
export type PieceKind = (typeof pieceKinds)[number];

export const subkinds = {
  scene: [],
  story: ['founder', 'engineer', 'user', 'technology'],
  interactive: ['challenge', 'lottery', 'ugc_call', 'guess', 'vote', 'naming', 'beta_test'],
} as const satisfies Record<PieceKind, readonly string[]>;
export type Subkind = (typeof subkinds)[PieceKind][number];

/** Keys of the structured brief per kind, as in Markdown front matter and `{{field}}` in the text. */
export const briefKeys = {
  scene: ['function', 'scene', 'value', 'place', 'partner'],
  story: ['protagonist', 'obstacle', 'turn', 'outcome', 'evidence'],
  interactive: ['mechanic', 'participate', 'reward', 'deadline', 'hashtag', 'rules'],
} as const satisfies Record<PieceKind, readonly string[]>;

/** How far the writing is; moving a placement never changes it. */
export const pieceStates = ['idea', 'drafting', 'in_review', 'ready', 'archived'] as const;
export type PieceState = (typeof pieceStates)[number];

/** Whether this wording was approved; bound to the text by `approvedHash`. */
export const approvals = ['none', 'requested', 'approved', 'changes'] as const;
export type Approval = (typeof approvals)[number];

/** What became of the plan in the world. Nothing is ever posted by the studio. */
export const outcomes = ['planned', 'handed_over', 'live', 'skipped'] as const;
export type Outcome = (typeof outcomes)[number];

export const phaseKinds = ['warm_up', 'burst', 'long_tail', 'review'] as const;
export type PhaseKind = (typeof phaseKinds)[number];

/** What a series counts by. */
export const seriesUnits = ['day', 'week', 'month'] as const;

/** How seriously a team takes one check of the plan. */
export const planCheckLevels = ['error', 'warning', 'info', 'off'] as const;
export type PlanCheckLevel = (typeof planCheckLevels)[number];

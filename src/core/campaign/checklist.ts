import type { Unsettled } from '../cascade/follow';
import type { Phase } from '../model/records';
import type { WallDate } from '../time/wallDate';
import type { CopiesById, CopyCode } from './copies';
import type { Coverage, Gap } from './coverage';
import type { CampaignPlan } from './facts';
import { type GateSide, gateNow, type PhaseResult } from './gates';
import { spanOf } from './stage';
import type { WaveRow } from './waveRows';

/** Something that is still to be done for a campaign, and where. */
export type Todo =
  | { readonly kind: 'span' | 'zero_day' | 'lead' | 'phases' | 'waves' }
  | { readonly kind: 'wave_account' | 'wave_piece' | 'wave_plan' | 'wave_rule'; readonly row: WaveRow }
  | { readonly kind: 'wave_moment'; readonly row: WaveRow; readonly why: Unsettled }
  /** Its day has passed and nobody said what became of it. */
  | { readonly kind: 'late'; readonly placementId: string; readonly title: string; readonly accountId: string | null }
  | {
      readonly kind: 'copy';
      readonly code: CopyCode;
      readonly errors: number;
      readonly placementId: string;
      readonly title: string;
      /** Null where several posts wait for the same text. */
      readonly accountId: string | null;
      readonly posts: number;
    }
  | { readonly kind: 'check'; readonly phase: Phase; readonly side: GateSide; readonly name: string }
  | { readonly kind: 'figures'; readonly count: number }
  | { readonly kind: 'gap'; readonly gap: Gap };

/** `due`: the day it is needed; null where no day is known. `key` tells equal words apart. */
export type TodoItem = { readonly key: string; readonly todo: Todo; readonly due: WallDate | null };

/** Text states that somebody has to act on. What waits to be read is the reader's. */
const toDo: ReadonlySet<CopyCode> = new Set<CopyCode>([
  'no_piece',
  'unreadable',
  'writing',
  'errors',
  'changes',
  'behind',
  'reworded',
]);

/** Without these the rest cannot be reckoned, so they stand first. */
function missing({ campaign, phases, waves }: CampaignPlan, rows: readonly WaveRow[]): readonly TodoItem[] {
  const item = (kind: 'span' | 'zero_day' | 'lead' | 'phases' | 'waves'): TodoItem => ({
    key: kind,
    todo: { kind },
    due: null,
  });
  return [
    ...(spanOf(campaign, phases) === null ? [item('span')] : []),
    ...(campaign.zeroDay === null ? [item('zero_day')] : []),
    ...(phases.length === 0 ? [item('phases')] : []),
    ...(waves.length === 0 ? [item('waves')] : []),
    ...(waves.length > 0 && !rows.some(({ isLead }) => isLead) ? [item('lead')] : []),
  ];
}

/** Everything that is open, what has to be known first, then by the day it is needed. */
export function checklistOf(
  plan: CampaignPlan,
  rows: readonly WaveRow[],
  copies: CopiesById,
  phases: readonly PhaseResult[],
  coverage: Coverage,
): readonly TodoItem[] {
  const dated = [...waveItems(rows), ...copyItems(copies, plan.today), ...checkItems(phases, plan.today)];
  const byDue = dated
    .map((item, index) => ({ item, index }))
    .sort((a, b) => compare(a.item.due ?? '9999', b.item.due ?? '9999') || a.index - b.index)
    .map(({ item }) => item);
  return [...missing(plan, rows), ...byDue, ...figureItems(copies), ...gapItems(coverage)];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function waveItems(rows: readonly WaveRow[]): readonly TodoItem[] {
  return rows.flatMap((row): TodoItem[] => {
    const due = row.moment?.day ?? null;
    const item = (todo: Todo): TodoItem => ({ key: `${todo.kind} ${row.wave.id}`, todo, due });
    if (row.account === null) return [item({ kind: 'wave_account', row })];
    if (row.wants.kind === 'unsettled' && !row.isPlanned)
      return [item({ kind: 'wave_moment', row, why: row.wants.why })];
    return [
      ...(row.piece === null ? [item({ kind: 'wave_piece', row })] : []),
      ...(row.piece !== null && !row.isPlanned ? [item({ kind: 'wave_plan', row })] : []),
      ...(row.disagrees ? [item({ kind: 'wave_rule', row })] : []),
    ];
  });
}

/** What is wrong with a version is said of each; a source that is being written is said once, with the first day it is needed. */
function copyItems(copies: CopiesById, today: WallDate): readonly TodoItem[] {
  const writing = new Map<string, { readonly first: TodoItem; readonly todo: CopyTodo }>();
  const items = [...copies.values()].flatMap(({ placement, code, errors }): TodoItem[] => {
    const { id, title, accountId, day, outcome, pieceId } = placement;
    const at = { placementId: id, title, accountId };
    const isLate = day !== null && day < today && (outcome === 'planned' || outcome === 'handed_over');
    if (isLate) return [{ key: `late ${id}`, todo: { kind: 'late', ...at }, due: day }];
    if (!toDo.has(code)) return [];
    const todo: CopyTodo = { kind: 'copy', code, errors, posts: 1, ...at };
    if (code !== 'writing' || pieceId === null) return [{ key: `copy ${id}`, todo, due: day }];
    const known = writing.get(pieceId);
    // Placements come by day: the first one is needed first.
    const first = known?.first ?? { key: `writing ${pieceId}`, todo, due: day };
    const posts = (known?.todo.posts ?? 0) + 1;
    writing.set(pieceId, { first, todo: { ...(known?.todo ?? todo), posts, accountId: posts > 1 ? null : accountId } });
    return [];
  });
  return [...items, ...[...writing.values()].map(({ first, todo }) => ({ ...first, todo }))];
}
type CopyTodo = Extract<Todo, { readonly kind: 'copy' }>;

/** Ticks by hand of the gate that matters now; what the studio computes is named thing by thing above. */
function checkItems(phases: readonly PhaseResult[], today: WallDate): readonly TodoItem[] {
  return phases.flatMap((result): TodoItem[] => {
    const gate = gateNow(result, today);
    if (gate === null) return [];
    const { phase } = result;
    const due = gate.side === 'entry' ? phase.start : phase.end;
    return gate.checks.flatMap((check): TodoItem[] =>
      check.kind === 'own' && !check.done
        ? [
            {
              key: `check ${phase.id} ${gate.side} ${check.name}`,
              todo: { kind: 'check', phase, side: gate.side, name: check.name },
              due,
            },
          ]
        : [],
    );
  });
}

function figureItems(copies: CopiesById): readonly TodoItem[] {
  const count = [...copies.values()].filter(
    ({ placement, facts }) => placement.outcome === 'live' && (facts?.figures ?? 0) === 0,
  ).length;
  return count === 0 ? [] : [{ key: 'figures', todo: { kind: 'figures', count }, due: null }];
}

const gapItems = ({ gaps }: Coverage): readonly TodoItem[] =>
  gaps.map((gap) => ({
    key: `gap ${gap.kind === 'role' ? gap.role : gap.kind === 'platform' ? gap.platform : gap.what}`,
    todo: { kind: 'gap', gap },
    due: null,
  }));

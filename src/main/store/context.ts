import { randomBytes } from 'node:crypto';
import type { HistoryState, StudioEvents, TileReport } from '../../contract';
import { applyOverrides } from '../../core/platforms/overrides';
import type { PlatformPack } from '../../core/platforms/pack';
import { shippedPacks } from '../../core/platforms/shipped';
import { dateIn, type WallDate } from '../../core/time/wall';
import type { WriteDb } from './database';
import type { Clock, Made } from './history/transaction';
import { historyState } from './history/undo';
import { type LateImports, lateImports } from './importing/late';
import type { SpawnReader } from './importing/protocol';
import type { KeptList } from './library/lists';
import { type LateMerges, lateMerges } from './merging/late';
import type { SpawnPlanReader } from './merging/reading';
import { type LateProposals, lateProposals } from './propose/late';
import type { SpawnProposer } from './propose/protocol';
import { Room } from './room';
import { listViews } from './rows';
import { workspaceOf } from './workspace';

/** What handlers work with. `db` and `clock` are replaced when a backup is restored. */
export type StoreContext = {
  db: WriteDb;
  clock: Clock;
  readonly folder: string;
  readonly resources: string;
  readonly binding: string | null;
  /** Today in the workspace's zone, or as fixed by `--today`. */
  readonly today: () => WallDate;
  /** Shipped rule packs with the team's overrides. */
  readonly packs: () => readonly PlatformPack[];
  readonly newId: (prefix: string) => string;
  /** Tells the screens what a committed change touched, and answers it on. */
  readonly tell: (made: Made | null, cause: StudioEvents['changed']['cause'], wordsOnly?: boolean) => void;
  /** Everything may be different now: screens reload what they show. */
  readonly tellAll: (cause: StudioEvents['changed']['cause'], types: readonly string[], history: HistoryState) => void;
  /** Lists that were asked for lately, kept while nothing changed. */
  readonly lists: Map<string, KeptList>;
  /** The import on its way. Its code comes with the first one. */
  readonly imports: LateImports;
  /** The proposal that is worked out, or was last. */
  readonly proposals: LateProposals;
  /** Tells how far an export is. */
  readonly exporting: (fact: StudioEvents['exporting']) => void;
  /** Exports somebody stopped, by the name the screen gave them. */
  readonly stoppedExports: Set<string>;
  /** Rises with every change that was told: what was read before may be different now. */
  readonly turn: () => number;
  /** The received plan that is compared or merged. Its code comes with the first one. */
  readonly merges: LateMerges;
  /** Who is calling, for long work that must not be seen half done. */
  readonly room: Room;
  /** Reports by placement, kept while nothing they depend on changed. */
  readonly reports: Map<string, { readonly key: string; readonly report: TileReport }>;
};

type Wiring = {
  readonly db: WriteDb;
  readonly clock: Clock;
  readonly folder: string;
  readonly resources: string;
  readonly binding: string | null;
  readonly today: WallDate | null;
  readonly changed: (fact: StudioEvents['changed']) => void;
  readonly importing: (fact: StudioEvents['importing']) => void;
  readonly spawnReader: SpawnReader | null;
  readonly proposing: (fact: StudioEvents['proposing']) => void;
  readonly spawnProposer: SpawnProposer | null;
  readonly exporting: (fact: StudioEvents['exporting']) => void;
  readonly merging: (fact: StudioEvents['merging']) => void;
  readonly spawnPlanReader: SpawnPlanReader | null;
};

export function storeContext({
  db,
  clock,
  folder,
  resources,
  binding,
  today,
  changed,
  importing,
  spawnReader,
  proposing,
  spawnProposer,
  exporting,
  merging,
  spawnPlanReader,
}: Wiring): StoreContext {
  let turn = 0;
  let packs: { key: string; value: readonly PlatformPack[] } | null = null;
  const context: StoreContext = {
    db,
    clock,
    folder,
    resources,
    binding,
    today: () => today ?? dateIn(workspaceOf(context.db).zone, context.clock.now()),
    packs: () => {
      const overrides = listViews(context.db, 'platform');
      const key = JSON.stringify(overrides);
      if (packs?.key !== key) packs = { key, value: applyOverrides(shippedPacks(), overrides).packs };
      return packs.value;
    },
    newId: (prefix) => `${prefix}_${randomBytes(9).toString('hex')}`,
    tell: (made, cause, wordsOnly = false) => {
      if (made === null || made.ids.length === 0) return;
      turn += 1;
      changed({ types: made.types, ids: made.ids, cause, history: historyState(context.db), wordsOnly });
    },
    tellAll: (cause, types, history) => {
      turn += 1;
      changed({ types, ids: [], cause, history, wordsOnly: false });
    },
    lists: new Map(),
    imports: lateImports({ store: () => context, spawn: spawnReader, tell: importing }),
    proposals: lateProposals({ store: () => context, spawn: spawnProposer, tell: proposing }),
    exporting,
    stoppedExports: new Set(),
    turn: () => turn,
    merges: lateMerges({ store: () => context, spawn: spawnPlanReader, tell: merging }),
    room: new Room(),
    reports: new Map(),
  };
  return context;
}

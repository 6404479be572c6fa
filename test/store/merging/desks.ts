import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallOutput, CallParsed, MergeState, StoreCallName } from '../../../src/contract';
import { calls } from '../../../src/contract';
import { encodePlan, packPlan } from '../../../src/core/plan/file/write';
import type { Picked, Seed } from '../../../src/main/store/client';
import { planContent, writePlan } from '../../../src/main/store/files/planFiles';
import type { SpawnPlanReader } from '../../../src/main/store/merging/reading';
import { createStore, type Store } from '../../../src/main/store/store';

/**
 * People with a copy of one workspace each: real folders, real databases, real plan files. A copied folder gets a node
 * of its own when it is opened, as on another machine.
 */
export class Desk {
  private constructor(
    readonly folder: string,
    readonly store: Store,
    private readonly clock: { now: number },
    private readonly heard: Set<(state: MergeState) => void>,
    private readonly latest: { state: MergeState | null },
  ) {}

  static async open(
    folder: string,
    seed: Seed = { kind: 'blank', name: '夜航', lang: 'zh' },
    start = START,
    spawnPlanReader?: SpawnPlanReader,
  ): Promise<Desk> {
    const clock = { now: start };
    const heard = new Set<(state: MergeState) => void>();
    const latest: { state: MergeState | null } = { state: null };
    const store = await createStore({
      folder,
      seed,
      resources: join(process.cwd(), 'resources'),
      today: null,
      binding: process.env.JUZHEN_SQLITE_BINDING ?? null,
      now: () => clock.now,
      changed: () => undefined,
      trouble: () => undefined,
      ...(spawnPlanReader === undefined ? {} : { spawnPlanReader }),
      merging: ({ state }) => {
        latest.state = state;
        for (const look of [...heard]) look(state);
      },
    });
    return new Desk(folder, store, clock, heard, latest);
  }

  static home(): string {
    return mkdtempSync(join(tmpdir(), 'juzhen-merge-'));
  }

  /** A copy of a workspace that is closed. */
  static async openCopy({ folder: from, clock }: Desk): Promise<Desk> {
    const folder = join(Desk.home(), 'copy');
    cpSync(from, folder, { recursive: true });
    return Desk.open(folder, undefined, clock.now);
  }

  /** The same workspace on another machine. */
  async copy(): Promise<Desk> {
    this.store.close();
    return Desk.openCopy(this);
  }

  async again(): Promise<Desk> {
    this.store.close();
    return Desk.open(this.folder, undefined, this.clock.now);
  }

  get db() {
    return this.store.context.db;
  }

  wait(millis: number): this {
    this.clock.now += millis;
    return this;
  }

  async ask<N extends StoreCallName>(name: N, input: unknown, path: Picked = null): Promise<CallOutput<N>> {
    const answer = await this.store.call(name, calls[name].input.parse(input) as CallParsed<N>, path);
    if (!answer.ok) throw new Error(`${name}: ${answer.failure.code} ${JSON.stringify(answer.failure.params)}`);
    return answer.value as CallOutput<N>;
  }

  /** Writes a plan file, as it is mailed; answers its path. */
  mail(name = '收到.juzhen', bytes = this.bytes()): string {
    const path = join(mkdtempSync(join(tmpdir(), 'juzhen-mail-')), name);
    writeFileSync(path, bytes);
    return path;
  }

  /** The same of some pieces only. */
  mailPart(...pieces: readonly string[]): string {
    const path = join(mkdtempSync(join(tmpdir(), 'juzhen-mail-')), '一部分.juzhen');
    const about = { pieces: new Set(pieces), placements: new Set<string>(), campaigns: new Set<string>() };
    writeFileSync(path, writePlan(this.db, this.folder, { about, notes: true, pictures: true }));
    return path;
  }

  /** The plan's bytes without its pictures, which no merge changes. */
  words(): Uint8Array {
    return packPlan(encodePlan({ ...planContent(this.db, this.folder), assets: new Map() }));
  }

  bytes(): Uint8Array {
    return writePlan(this.db, this.folder);
  }

  /** The dry run, to its end. */
  async compare(path: string): Promise<MergeState> {
    const { job } = await this.ask('plan.compare', { token: '0'.repeat(32) }, path);
    return this.ended(job, 'reading');
  }

  /** Opens and merges; answers how it ended. */
  async merge(path: string, deletions: number | null = null): Promise<MergeState> {
    const { job, phase } = await this.compare(path);
    if (phase !== 'ready') return this.state();
    await this.ask('plan.merge', { job, deletions });
    return this.ended(job, 'applying');
  }

  /** How a phase ended. Told, not asked for: whoever asks again and again keeps long work out. */
  ended(job: string, phase: MergeState['phase']): Promise<MergeState> {
    return new Promise((settled) => {
      const look = (state: MergeState | null): void => {
        if (state === null || state.job !== job || state.phase === phase) return;
        this.heard.delete(look);
        settled(state);
      };
      this.heard.add(look);
      look(this.latest.state);
    });
  }

  private async state(): Promise<MergeState> {
    const state = await this.ask('plan.merge_state', {});
    if (state === null) throw new Error('No plan is open.');
    return state;
  }

  close(): void {
    this.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export const START = 1_800_000_000_000;

import type { Answer, Boot } from '../contract';
import { measure } from './measure';

export type BootDeps = {
  readonly settings: { readonly get: () => Boot['settings'] };
  readonly workspaces: {
    readonly current: () => Boot['workspace'];
    readonly all: () => Boot['workspaces'];
    readonly trouble: () => Boot['trouble'];
    readonly settled: () => Promise<void>;
    readonly takeFirst: () => string | null;
  };
  readonly today: () => Boot['today'];
  readonly shift: () => Boot['shift'];
  readonly versions: Boot['versions'];
  readonly dataFolder: string;
  readonly platform: string;
};

/** What a page is told first. */
export async function bootOf(deps: BootDeps): Promise<Boot> {
  // The page is loaded while the store still opens; what it shows first depends on what came of that.
  await deps.workspaces.settled();
  return {
    settings: deps.settings.get(),
    workspace: deps.workspaces.current(),
    workspaces: deps.workspaces.all(),
    trouble: deps.workspaces.trouble(),
    today: deps.today(),
    shift: deps.shift(),
    first: deps.workspaces.takeFirst(),
    versions: deps.versions,
    dataFolder: deps.dataFolder,
    platform: deps.platform,
  };
}

/**
 * Whether a call is the first question and nothing more: `studio.boot` with an empty input. It alone is answered
 * before the schemas are there; whatever differs from it by a hair goes the common way (`answer.ts`) and is refused.
 */
export const isFirstQuestion = (name: unknown, input: unknown): boolean =>
  name === 'studio.boot' &&
  typeof input === 'object' &&
  input !== null &&
  !Array.isArray(input) &&
  !(input instanceof Uint8Array) &&
  Reflect.ownKeys(input).length === 0 &&
  measure(input).ok;

/** A boot that fails is nobody's input: it ends as every unforeseen failure does. */
export async function answerFirst(
  boot: () => Promise<Boot>,
  onInternal: (error: unknown) => void,
): Promise<Answer<Boot>> {
  try {
    return { ok: true, value: await boot() };
  } catch (error) {
    onInternal(error);
    return { ok: false, failure: { code: 'internal', params: { call: 'studio.boot' } } };
  }
}

import { accessSync, constants, statSync } from 'node:fs';
import { basename } from 'node:path';
import { type CallParsed, callNames, calls, type ExportProgress, type StoreCallName } from '../../contract';
import { Refusal, refuse } from '../../core/result';
import type { Handlers } from '../answer';
import type { Making } from '../pictures';
import type { Picked, StoreClient } from '../store/client';
import { type Tokens, tokenFor } from '../tokens';

export type StoreDeps = {
  /** Resolves once the store of the workspace that stands on the screen is open. */
  readonly awake: () => Promise<void>;
  /** The open workspace's store; throws a refusal when there is none. */
  readonly store: () => StoreClient;
  readonly tokens: Tokens;
  /** Reads a picture through before the store takes it; refuses one that is broken, by the name it goes by. */
  readonly check: (picture: string | Uint8Array, name: string) => Promise<void>;
  /** Has an export's pictures and prints made, writes, and clears them away; exports follow one another. */
  readonly withPictures: <T>(making: Making, write: () => Promise<T>, watch?: (done: number) => void) => Promise<T>;
  /** Tells the screens how far an export is. */
  readonly exporting: (progress: ExportProgress) => void;
  /** Called with what a successful call answered, and what it was asked. */
  readonly answered: (
    name: StoreCallName,
    value: unknown,
    asked: { readonly input: unknown; readonly path: Picked },
  ) => void;
};

/** Nobody has so many exports on their way. */
const MOST_STOPPED = 100;

const isStoreCall = (name: keyof typeof calls): name is StoreCallName => calls[name].by === 'store';
export const storeCallNames: readonly StoreCallName[] = callNames.filter(isStoreCall);

/** Hands each parsed call to the worker, its token replaced by the path behind it. */
export function forwardingHandlers(deps: StoreDeps): Handlers<StoreCallName> {
  const stopped = new Set<string>();
  const stop = (job: string): void => {
    stopped.add(job);
    for (const oldest of stopped) {
      if (stopped.size <= MOST_STOPPED) break;
      stopped.delete(oldest);
    }
  };
  const forward = (name: StoreCallName) => async (input: never) => {
    const path = pathFor(name, input, deps.tokens);
    await checkPicture(deps, name, input, path);
    await deps.awake();
    const call = () => deps.store().call(name, input, path);
    if (name === 'export.cancel') stop((input as CallParsed<'export.cancel'>).job);
    const answer = isWriting(name) ? await written(deps, name, input, path, call, stopped) : await call();
    if (!answer.ok) throw new Refusal(answer.failure);
    deps.answered(name, answer.value, { input, path });
    return answer.value;
  };
  return Object.fromEntries(storeCallNames.map((name) => [name, forward(name)])) as Handlers<StoreCallName>;
}

/** Calls that write pictures made for the occasion, and the call that tells which. */
const picturesFor = { 'export.write': 'export.pictures', 'review.write': 'review.pictures' } as const;
const none = { ok: true, value: [] } as const;
const isWriting = (name: StoreCallName): name is keyof typeof picturesFor => name in picturesFor;

async function written<T>(
  deps: StoreDeps,
  name: keyof typeof picturesFor,
  { choice, job }: { readonly choice: never; readonly job?: string },
  folder: Picked,
  write: () => Promise<T>,
  stopped: ReadonlySet<string>,
): Promise<T> {
  // Asked before a minute is spent on pictures: a folder may have gone since it was chosen.
  if (typeof folder === 'string' && !canWriteInto(folder)) refuse('folder_not_writable', { folder });
  const jobs = await deps.store().call(picturesFor[name], { choice }, null);
  if (!jobs.ok) throw new Refusal(jobs.failure);
  const prints = name === 'export.write' ? await deps.store().call('export.prints', { choice }, null) : none;
  if (!prints.ok) throw new Refusal(prints.failure);
  const making = { pictures: jobs.value, prints: prints.value };
  const total = making.pictures.length + making.prints.length;
  const watch = (done: number): void => {
    if (job === undefined) return;
    if (stopped.has(job)) refuse('cancelled');
    deps.exporting({ job, stage: 'pictures', done, total });
  };
  if (job !== undefined && stopped.has(job)) refuse('cancelled');
  return total === 0 ? write() : deps.withPictures(making, write, watch);
}

function canWriteInto(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return statSync(folder).isDirectory();
  } catch {
    // Whatever the reason, the sentence is the same: choose another folder.
    return false;
  }
}

/** Both doors by which a picture comes in are watched alike: a file by its place, bytes as they are. */
async function checkPicture(deps: StoreDeps, name: StoreCallName, input: unknown, path: Picked): Promise<void> {
  if (name === 'asset.keep' && typeof path === 'string') await deps.check(path, basename(path));
  if (name !== 'asset.keep_bytes') return;
  const given = input as CallParsed<'asset.keep_bytes'>;
  await deps.check(given.bytes, given.name);
}

function pathFor(name: StoreCallName, input: { readonly token?: string }, tokens: Tokens): Picked {
  if (!(name in tokenFor) || input.token === undefined) return null;
  const kinds = tokenFor[name as keyof typeof tokenFor];
  return name === 'import.start' ? tokens.takeAll(kinds, input.token) : tokens.take(kinds, input.token);
}

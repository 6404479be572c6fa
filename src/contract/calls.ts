import type { z } from 'zod';
import { assetCalls } from './calls/assets';
import { bringingCalls } from './calls/bringing';
import { cascadeCalls } from './calls/cascades';
import { keepingCalls } from './calls/keeping';
import { mergingCalls } from './calls/merging';
import { openingCalls } from './calls/opening';
import { pieceCalls } from './calls/pieces';
import { planCalls } from './calls/plan';
import { reviewCalls } from './calls/review';
import type { CallSpec } from './calls/spec';
import { studioCalls } from './calls/studio';
import { versionCalls } from './calls/versions';

export type { Chosen } from './calls/spec';

/**
 * The one table of calls between the screens and the studio behind them, a file for each subject. Each entry: who
 * answers (`store`: the worker that owns the database; `shell`: the main process), the schema of its one input object,
 * and the type of its answer. Inputs, outputs, handler tables and the client are derived; a missing handler does not compile.
 */
export const calls = {
  ...studioCalls,
  ...pieceCalls,
  ...bringingCalls,
  ...planCalls,
  ...cascadeCalls,
  ...versionCalls,
  ...assetCalls,
  ...keepingCalls,
  ...openingCalls,
  ...mergingCalls,
  ...reviewCalls,
} as const satisfies Record<string, CallSpec<z.ZodType, unknown>>;

export type CallName = keyof typeof calls;
export type CallInput<N extends CallName> = z.input<(typeof calls)[N]['input']>;
/** The input after parsing, defaults filled in: what a handler receives. */
export type CallParsed<N extends CallName> = z.output<(typeof calls)[N]['input']>;
export type CallOutput<N extends CallName> = (typeof calls)[N]['output'];

type NamesBy<W extends 'store' | 'shell'> = {
  [N in CallName]: (typeof calls)[N]['by'] extends W ? N : never;
}[CallName];
export type StoreCallName = NamesBy<'store'>;
export type ShellCallName = NamesBy<'shell'>;

export const callNames = Object.keys(calls) as readonly CallName[];

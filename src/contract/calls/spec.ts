import { z } from 'zod';
import { formatRefSchema, idSchema } from '../../core/model/ids';
import { wallDateSchema, wallTimeSchema } from '../../core/time/wall';

type By = 'store' | 'shell';
/** One call: who answers (`store`: the worker that owns the database; `shell`: the main process), the schema of its one input object, and the type of its answer. */
export type CallSpec<Input extends z.ZodType, Output, Who extends By = By> = {
  readonly by: Who;
  readonly input: Input;
  readonly output: Output;
};

export const store = <I extends z.ZodType>(input: I) => ({
  returns: <O>(): CallSpec<I, O, 'store'> => ({ by: 'store', input, output: undefined as O }),
});
export const shell = <I extends z.ZodType>(input: I) => ({
  returns: <O>(): CallSpec<I, O, 'shell'> => ({ by: 'shell', input, output: undefined as O }),
});

/** The number of a change, as in `HistoryState`; 0 stands before all of them. */
export const changeNumber = z.number().int().nonnegative().default(0);
export const nothing = z.object({}).strict();
/** A point of a history: the stamp of an edit, or the digest of a merged version. */
export const pointKey = z.string().regex(/^[0-9a-z_-]{1,80}$/);
export const ids = z.array(idSchema).max(5_000);
/** Two days, both included. */
export const planSpan = z.object({ from: wallDateSchema, to: wallDateSchema }).strict();
/** Keys of findings of the plan (`cadence/context.ts`). */
export const findingKeys = z
  .array(z.string().regex(/^f_[0-9a-f]{22}$/))
  .min(1)
  .max(500);
/** A piece at a place; without a format the account's usual one, without a time the evening peak. */
export const planned = z
  .object({
    pieceId: idSchema,
    accountId: idSchema,
    format: formatRefSchema.nullable(),
    day: wallDateSchema,
    time: wallTimeSchema.nullable(),
  })
  .strict();
/** A path the user chose in a dialog of this session, as a token; screens never name paths. */
export const token = z.string().regex(/^[a-f0-9]{32}$/);
export type Chosen = {
  readonly token: string;
  /** Of the first file. */
  readonly name: string;
  /** How many were chosen together. */
  readonly count: number;
};

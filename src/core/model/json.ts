import { z } from 'zod';

/** Plain data that survives canonical JSON: no floats, no undefined, no dates. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Numbers in shared fields are integers up to 2^53-1, so that every machine writes the same bytes. */
export const integer = z.number().int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);

/** A decimal as text (`"12.5"`), for figures that must not drift through floating point. */
export const decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/);

/** Text that SQLite stores unchanged: lone surrogates would silently become U+FFFD. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => value.isWellFormed(), { message: 'not_text' });

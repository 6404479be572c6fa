import { z } from 'zod';
import { wallDateSchema, wallTimeSchema } from '../../time/wall';
import { formatRefSchema, idSchema } from '../ids';
import { integer, text } from '../json';
import { langs } from '../vocabulary';

/** Fields many records share. A reference is the id of another record and may dangle. */
export const reference = idSchema.nullable().default(null);
export const line = (max = 500) => text(max).default('');
export const prose = (max = 20_000) => text(max).default('');
export const flag = z.boolean().default(false);
export const count = integer.min(0).default(0);
export const day = wallDateSchema.nullable().default(null);
export const time = wallTimeSchema.nullable().default(null);
export const format = formatRefSchema.nullable().default(null);
export const element = text(200).min(1);
/** Position among siblings: compared as text, so something always fits between two (fractional indexing). */
export const order = text(200).default('n');

export const lang = z.enum(langs).default('zh');

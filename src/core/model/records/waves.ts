import { z } from 'zod';
import { wallTimeSchema } from '../../time/wall';
import { formatRefSchema } from '../ids';
import { integer, text } from '../json';
import { phaseKinds, roles } from '../vocabulary';

/** When a wave goes out, relative to the campaign's lead placement. */
export const waveRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('lead'), time: wallTimeSchema }),
  z.object({ kind: z.literal('minutes'), minutes: integer }),
  z.object({ kind: z.literal('days'), days: integer, time: wallTimeSchema.nullable() }),
  z.object({ kind: z.literal('workdays'), days: integer, time: wallTimeSchema.nullable() }),
]);
export type WaveRule = z.infer<typeof waveRule>;

/**
 * A cascade without accounts and dates, to be used again: phases in days from the zero day, waves by role and platform.
 * `after` is the index of the wave this one follows; null is the lead, which is the first one.
 */
export const cascadePattern = z.object({
  phases: z
    .array(
      z.object({
        kind: z.enum(phaseKinds),
        name: text(100),
        from: integer,
        to: integer,
        entry: z.array(text(200).min(1)).max(30),
        exit: z.array(text(200).min(1)).max(30),
      }),
    )
    .max(20),
  waves: z
    .array(
      z.object({
        name: text(200),
        role: z.enum(roles),
        /** Empty for any platform of the role. */
        platform: text(40),
        /** Which of the accounts of this platform and role, by their order: 0 is the first. */
        seat: integer.min(0),
        format: formatRefSchema.nullable(),
        after: integer.min(0).nullable(),
        rule: waveRule,
        onlyWorkdays: z.boolean(),
      }),
    )
    .max(100),
});
export type CascadePattern = z.infer<typeof cascadePattern>;

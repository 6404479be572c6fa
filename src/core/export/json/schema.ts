import { z } from 'zod';
import { langs, outcomes, pieceKinds, pieceStates } from '../../model/vocabulary';

/**
 * `schedule.json`, format 1, for people who read a schedule with their own tools; published as
 * `resources/schedule.schema.json`. Fields may be added in format 1, so a reader passes over what it does not know.
 */

export const FORMAT = 'juzhen-schedule';
export const VERSION = 1;

const id = z.string().min(1).describe('Stays the same from one export to the next.');
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const named = z.strictObject({ id, name: z.string().describe('In the language of the file.') });

const placement = z
  .strictObject({
    id,
    day: day.nullable().describe('In `zone`; null where no day is set.'),
    time: time.nullable().describe('On a clock in `zone`; null for some time of that day.'),
    zone: z.string().describe('IANA name.'),
    platform: named,
    format: named,
    account: z.strictObject({ id, name: z.string(), handle: z.string() }).nullable(),
    persona: z.string().nullable(),
    campaign: z.string().nullable(),
    outcome: z.enum(outcomes).describe('What became of it: planned, given over to be posted, live, or skipped.'),
    liveLink: z.string().nullable(),
    piece: z.strictObject({
      id,
      title: z.string(),
      kind: z.enum(pieceKinds),
      subkind: z.string().nullable(),
      state: z.enum(pieceStates),
      lang: z.enum(langs),
      link: z.string().nullable(),
    }),
    text: z
      .strictObject({
        title: z.string().nullable(),
        body: z.string(),
        posts: z.array(z.string()).describe('The posts of a thread; a single one is the body.'),
        tags: z.array(z.string()),
      })
      .nullable()
      .describe('As it is pasted; null where nothing lawful could be written.'),
    counts: z.array(
      z.strictObject({
        field: z.string(),
        unit: z.string().describe('How this platform counts.'),
        value: z.number().int().nonnegative(),
        limit: z.number().int().nonnegative().nullable(),
      }),
    ),
    findings: z.array(
      z.strictObject({
        severity: z.enum(['error', 'warning', 'info']),
        code: z.string().describe('From the table of rules.'),
        field: z.string(),
        text: z.string().describe('What is wrong and what to do, in the language of the file.'),
      }),
    ),
  })
  .describe('One post on one account.');

export const scheduleSchema = z
  .strictObject({
    format: z.literal(FORMAT),
    version: z.literal(VERSION),
    title: z.string(),
    lang: z.enum(langs),
    zone: z.string().describe('IANA name of the zone of the workspace.'),
    from: day.nullable().describe('First day asked for; null for the first there is.'),
    to: day.nullable(),
    filter: z.array(z.string()).describe('What it was narrowed to, one condition a line; empty for all.'),
    placements: z.array(placement).describe('By day, time, account and id; without a day at the end.'),
  })
  .describe('schedule.json');
export type Schedule = z.infer<typeof scheduleSchema>;

export const scheduleJsonSchema = (): object => ({
  title: 'Juzhen schedule, format 1',
  ...z.toJSONSchema(scheduleSchema, { io: 'input', reused: 'ref' }),
});

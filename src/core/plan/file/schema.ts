import { z } from 'zod';
import { docSchema } from '../../model/doc';
import { idSchema } from '../../model/ids';
import type { AnySpec } from '../../model/record';
import { records } from '../../model/records';
import { nodeIdSchema, stampSchema } from '../../model/stamp';
import { FORMAT, VERSION } from './content';
import { limits } from './limits';

/**
 * Format 1 as a schema, for people who read or write plan files with their own tools; published as
 * `resources/plan-file.schema.json`. It says what this version of the studio writes. The reader (`read.ts`) takes more:
 * record types, fields and values it does not know are kept as they came.
 */

const clock = z.number().int().nonnegative().describe('Index into `clocks`.');
const name = z.string().min(1).max(limits.name);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const element = z
  .union([clock, z.strictObject({ adds: z.array(clock), removes: z.array(clock) })])
  .describe(
    'When the element was added; with `removes` where it was ever taken out. It is there while an add is not covered.',
  );

/** Known registers by name; `brief.deadline` and what newer versions add are let through. */
const fieldsOf = (spec: AnySpec) =>
  z.looseObject(Object.fromEntries(Object.entries(spec.fields).map(([field, schema]) => [field, schema.optional()])));

const recordOf = (spec: AnySpec) =>
  z
    .strictObject({
      at: clock.optional().describe('The clock of every field that `later` does not name.'),
      fields: fieldsOf(spec).optional().describe('Values by name; a key of a map is written `brief.deadline`.'),
      later: z
        .record(name, clock)
        .optional()
        .describe('Clocks of the fields that were written at another time than `at`.'),
      sets: z
        .record(name, z.union([z.array(name).describe('Elements added with the clock `at`.'), z.record(name, element)]))
        .optional(),
      ...(spec.body ? { body: z.array(version).min(1).optional() } : {}),
      deleted: z
        .strictObject({ at: clock, seen: z.array(clock) })
        .optional()
        .describe('A tombstone. An edit that `seen` does not cover keeps the record alive.'),
    })
    .describe('One record.');

const version = z.lazy(() =>
  z
    .strictObject({
      at: clock.optional().describe('The clock that is the id of the version.'),
      id: hash.optional().describe('The id of a version made by merging, instead of `at`.'),
      replaces: z
        .array(z.union([clock, hash]))
        .optional()
        .describe('What its author had seen. A clock stands for that version and every earlier one of the same node.'),
      doc: docSchema,
    })
    .describe('A text nobody has replaced. Two of them are concurrent edits that wait for a choice.'),
);

export const planSchema = z
  .looseObject({
    format: z.literal(FORMAT),
    version: z.literal(VERSION),
    workspace: idSchema,
    nodes: z.array(nodeIdSchema).describe('The machines that wrote something, sorted.'),
    clocks: z
      .array(z.string().regex(/^[0-9a-f]{12}(-[0-9a-f]{4})?-(0|[1-9][0-9]{0,6})$/))
      .describe(
        'Every clock reading, rising: milliseconds since 1970 in hex, a counter in hex unless it is 0, an index into `nodes`.',
      ),
    part: z
      .literal(true)
      .optional()
      .describe(
        'The file holds a part of the plan: what is not in it may well be there, and was not seen by its reader.',
      ),
    records: z
      .object(
        Object.fromEntries(
          Object.entries(records).map(([type, spec]) => [type, z.record(idSchema, recordOf(spec)).optional()]),
        ),
      )
      .catchall(z.record(idSchema, recordOf({ fields: {}, maps: {}, sets: {}, body: true })))
      .describe('Records by type and id.'),
    seen: z
      .array(stampSchema as unknown as z.ZodType<string>)
      .optional()
      .describe('What the owner of the file had seen beyond what stands in it, one clock per node, in full; sorted.'),
  })
  .describe('plan.json');

export const manifestSchema = z
  .strictObject({
    format: z.literal(FORMAT),
    version: z.literal(VERSION),
    workspace: idSchema,
    entries: z
      .array(
        z.strictObject({
          path: z.string().max(limits.entryNameBytes),
          bytes: z.number().int().nonnegative(),
          sha256: hash,
        }),
      )
      .describe('Every other file, sorted by path.'),
  })
  .describe('manifest.json');

/** The published schema: either of the two JSON files of a plan. */
export const planFileJsonSchema = (): object => ({
  title: 'Juzhen plan file, format 1',
  ...z.toJSONSchema(z.union([planSchema, manifestSchema]), { io: 'input', reused: 'ref' }),
});

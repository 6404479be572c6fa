import { z } from 'zod';
import { idSchema } from '../ids';
import { decimal, integer, text } from '../json';
import { recordSpec } from '../record';
import { count, day, element, flag, line, prose, reference } from './fields';

/** What came back: what readers said, and figures. */
export const answerRecords = {
  feedback: recordSpec({
    fields: {
      said: prose(),
      source: line(300),
      onDay: day,
      life: z.enum(['heard', 'planned', 'shipped', 'told']).default('heard'),
      communityId: reference,
      accountId: reference,
      consent: flag,
      credit: line(200),
      voices: integer.min(1).default(1),
    },
    sets: { pieces: idSchema, topics: element },
  }),
  /** One figure from a platform's own export, with where it came from. Missing is missing, never zero. */
  metric: recordSpec({
    fields: {
      placementId: reference,
      pieceId: reference,
      accountId: reference,
      key: text(60).default(''),
      value: decimal.nullable().default(null),
      unit: line(40),
      onDay: day,
      sourceFile: line(300),
      sourceRow: count,
    },
  }),
} as const;

import { z } from 'zod';
import { type WallTime, zoneSchema } from '../../time/wall';
import { formatRefSchema, idSchema } from '../ids';
import { integer, text } from '../json';
import { recordSpec } from '../record';
import { planCheckLevels, roles } from '../vocabulary';
import { count, day, element, flag, format, lang, line, order, prose, reference, time } from './fields';

/** Who works, in whose voice, and where: the workspace, people, personas, accounts, the private domain. */
export const teamRecords = {
  workspace: recordSpec({
    fields: {
      name: line(200),
      zone: zoneSchema.default('Asia/Shanghai'),
      lang,
      weekStart: integer.min(1).max(7).default(1),
      product: line(200),
      /** Least minutes between two posts of one account; 0 for none. An account may have its own. */
      quietGap: integer.min(0).max(10_080).default(60),
      /** Clock times between which nothing goes out, over midnight where the second is earlier; equal for none. */
      quietFrom: time.default('23:00' as WallTime),
      quietTo: time.default('07:00' as WallTime),
      /** Days within which a text comes once only on one account; 0 for never asked. */
      sameTextDays: integer.min(0).max(365).default(30),
      /** Days in a row without anything from which a lane counts as empty; 0 for never asked. */
      emptyDays: integer.min(0).max(365).default(5),
    },
    /**
     * Target share of each kind in percent; the team's names and order of the roles. `planChecks`: how seriously the team
     * takes a check of the plan, by its code (`cadence/codes.ts`). `waived`: findings left as they are, by their key
     * (`cadence/waive.ts`).
     */
    maps: {
      kindTargets: integer.min(0).max(100),
      roleNames: text(60),
      roleOrder: text(40),
      planChecks: z.enum(planCheckLevels),
      waived: text(4_000).nullable(),
    },
  }),
  member: recordSpec({ fields: { name: line(100), duty: line(100), joinedOn: day }, sets: { nodes: element } }),
  persona: recordSpec({
    fields: {
      name: line(100),
      title: line(200),
      level: z.enum(['core', 'niche']).default('niche'),
      bio: prose(4_000),
      signOff: line(300),
      linkLine: line(300),
      ceiling: integer.min(0).max(100).nullable().default(null),
      tint: line(20),
      order,
    },
    sets: {
      labels: element,
      focus: element,
      useWords: element,
      avoidWords: element,
      catchphrases: element,
      standingTags: element,
      standIns: idSchema,
    },
  }),
  /** A team's own values for a rule pack: `post.body_max` → value, as canonical JSON text. */
  platform: recordSpec({ fields: { name: line(100), note: prose(2_000) }, maps: { overrides: text(20_000) } }),
  account: recordSpec({
    fields: {
      platform: text(40).default(''),
      name: line(100),
      handle: line(100),
      role: z.enum(roles).default('traffic'),
      personaId: reference,
      lang,
      communityId: reference,
      weeklyCapacity: count,
      /** Its own cadence; null for the team's. */
      quietGap: integer.min(0).max(10_080).nullable().default(null),
      quietFrom: time,
      quietTo: time,
      signOff: line(300),
      linkLine: line(300),
      defaultFormat: format,
      /** Looks of its articles (`core/article/themes.ts`); empty for the plain ones. */
      theme: line(40),
      order,
      closed: flag,
    },
    sets: { standingTags: element, formats: formatRefSchema, useWords: element, avoidWords: element },
  }),
  /** A tier of the private domain. Only counts are kept, never people. */
  community: recordSpec({
    fields: {
      name: line(100),
      tier: z.enum(['core', 'active', 'potential']).default('active'),
      size: count,
      weeklyCeiling: count,
      earlyHours: count,
      benefit: prose(2_000),
      tone: prose(2_000),
      order,
    },
  }),
} as const;

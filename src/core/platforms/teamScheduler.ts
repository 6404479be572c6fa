import { z } from 'zod';
import type { PlatformPack, SchedulerRules } from './pack';

/**
 * When a platform takes copy to be posted later, as a team found it: kept among the platform's overrides under this key
 * as one JSON value, since its figures only make sense together. `null`: the platform posts nothing later by itself.
 */
export const SCHEDULER_KEY = 'scheduler';

const DAY_MINUTES = 1440;
/** Bounds of what a person can mean: wanted 30 days before at most, taken a year before, a thousand posts a day. */
export const windowBounds = {
  leastMinutes: { min: 0, max: 30 * DAY_MINUTES },
  mostDays: { min: 1, max: 366 },
  perDay: { min: 1, max: 1_000 },
} as const;
export type WindowField = keyof typeof windowBounds;
export const windowFields = ['leastMinutes', 'mostDays', 'perDay'] as const satisfies readonly WindowField[];

const figure = ({ min, max }: (typeof windowBounds)[WindowField]) => z.int().min(min).max(max).optional();
const teamScheduler = z
  .object({
    leastMinutes: figure(windowBounds.leastMinutes),
    mostDays: figure(windowBounds.mostDays),
    perDay: figure(windowBounds.perDay),
  })
  .strict();
/** Figures that are absent bind nothing. */
export type TeamScheduler = z.infer<typeof teamScheduler>;

/** The pack with the team's figures in the place of the shipped ones and their sources, or why they cannot be used. */
export function withScheduler(pack: PlatformPack, value: unknown): PlatformPack | 'bad_value' | 'window_empty' {
  const { scheduler: _, ...rest } = pack;
  if (value === null) return rest;
  const read = teamScheduler.safeParse(value);
  if (!read.success) return 'bad_value';
  if (isEmpty(read.data)) return 'window_empty';
  return { ...rest, scheduler: { ...read.data, confidence: 'team', sources: [] } };
}

/** Whether nothing fits between the earliest and the latest moment. */
const isEmpty = ({ leastMinutes = 0, mostDays }: TeamScheduler): boolean =>
  mostDays !== undefined && leastMinutes >= mostDays * DAY_MINUTES;

/** The figures alone, without where they are from; null where nothing is known of a scheduler. */
export function figuresOf(rules: SchedulerRules | undefined): TeamScheduler | null {
  if (rules === undefined) return null;
  const { leastMinutes, mostDays, perDay } = rules;
  return {
    ...(leastMinutes === undefined ? {} : { leastMinutes }),
    ...(mostDays === undefined ? {} : { mostDays }),
    ...(perDay === undefined ? {} : { perDay }),
  };
}

/** The value to keep for what a team wants: null (nothing kept) when it is what is shipped. */
export function keptScheduler(shipped: SchedulerRules | undefined, wanted: TeamScheduler | null): string | null {
  const given = figuresOf(shipped);
  const isSame =
    given === null || wanted === null
      ? given === wanted
      : windowFields.every((field) => given[field] === wanted[field]);
  return isSame ? null : JSON.stringify(wanted);
}

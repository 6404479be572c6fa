import ICAL from 'ical.js';
import { addDays, daysBetween, type WallDate } from '../../time/wallDate';
import { solarDay } from '../dayRules';
import { blocksOf } from './blocks';
import { type DayRecurrence, daysOfRule, readRule } from './rrule';
import { zonedDay } from './zonedDay';

/**
 * A team's calendar file (iCalendar, RFC 5545) as occasions. ical.js reads the properties of one event at a time; which
 * events there are, which days a rule means and how far it is followed are ours, because files come from anywhere. Times
 * are given up for the day they are on in the workspace's zone: an occasion is a day.
 */
export type IcsOccasion = {
  /** UID of the file; of one day of a rule with that day behind `#`. */
  readonly uid: string;
  readonly name: string;
  readonly start: WallDate;
  /** The last day, itself included. */
  readonly end: WallDate;
  readonly repeat: 'none' | 'yearly';
  readonly note: string;
  readonly link: string;
};

/** Why an event was left out, or what of it was; worded by `words/occasionFiles.ts`. */
export const icsProblems = [
  'broken',
  'no_day',
  'no_name',
  'no_uid',
  'cancelled',
  'rule',
  'many_days',
  'too_many',
  'old',
  'cut',
] as const;
export type IcsProblem = (typeof icsProblems)[number];
export type IcsMessage = {
  readonly code: IcsProblem;
  /** Line of the file the event begins on, from 1. */
  readonly line: number;
  readonly name: string;
  /** Of how many events this is said at once. */
  readonly count?: number;
};

export type IcsRead = { readonly found: readonly IcsOccasion[]; readonly messages: readonly IcsMessage[] };

/** Where rules are followed: a year back, two years on. */
export const BEHIND = 366;
export const AHEAD = 731;
/** Most events of a file, most days of one rule, and most occasions altogether. */
const MOST_EVENTS = 5_000;
const MOST_OF_RULE = 200;
const MOST_FOUND = 2_000;
const LONGEST_NAME = 200;
const LONGEST_NOTE = 2_000;

export function readIcs(text: string, options: { readonly zone: string; readonly today: WallDate }): IcsRead {
  const blocks = blocksOf(text);
  const zones = new Map<string, ICAL.Timezone>();
  for (const { text: lines } of blocks.zones) {
    const zone = tryZone(lines);
    if (zone !== null) zones.set(zone.tzid, zone);
  }
  const found = new Map<string, IcsOccasion>();
  const messages: IcsMessage[] = [];
  const replaced = new Set<string>();
  const isLarge = blocks.events.length > MOST_FOUND;
  const old = isLarge ? blocks.events.filter((block) => isOver(block.text, addDays(options.today, -BEHIND))) : [];
  const passed = new Set(old);
  for (const [index, block] of blocks.events.filter((each) => !passed.has(each)).entries()) {
    const tell = (code: IcsProblem, name = ''): void => void messages.push({ code, line: block.line, name });
    if (index >= MOST_EVENTS || found.size >= MOST_FOUND) {
      tell('too_many');
      break;
    }
    const event = tryEvent(block.text);
    if (event === null) {
      tell('broken');
      continue;
    }
    for (const occasion of occasionsOf(event, { ...options, zones, tell })) {
      const isOverride = event.hasProperty('recurrence-id');
      if (replaced.has(occasion.uid) && !isOverride) continue;
      if (isOverride) replaced.add(occasion.uid);
      found.set(occasion.uid, occasion);
    }
    const gone = cancelledDay(event, { ...options, zones });
    if (gone !== null) {
      replaced.add(gone);
      found.delete(gone);
    }
  }
  const [first] = old;
  if (first !== undefined) messages.push({ code: 'old', line: first.line, name: '', count: old.length });
  return { found: [...found.values()], messages };
}

/**
 * Whether an event ended for good before a day, told without parsing: a calendar of many years would cost seconds, and what was over
 * long ago would take the room of what comes. What repeats, or whose days cannot be seen at once, is not.
 */
function isOver(lines: string, before: WallDate): boolean {
  if (/^(RRULE|RDATE|RECURRENCE-ID|DURATION)[;:]/im.test(lines)) return false;
  const dayAt = (name: string): string => new RegExp(`^${name}(?:;[^:\\r\\n]*)?:(\\d{8})`, 'im').exec(lines)?.[1] ?? '';
  const start = dayAt('DTSTART');
  const last = dayAt('DTEND') || start;
  const limit = before.replaceAll('-', '');
  return start !== '' && start < limit && last < limit;
}

type Zones = ReadonlyMap<string, ICAL.Timezone>;
type Reading = {
  readonly zone: string;
  readonly today: WallDate;
  readonly zones: Zones;
  readonly tell: (code: IcsProblem, name?: string) => void;
};

/** A block the library cannot read is null: the file's other events are still good. */
function tryEvent(lines: string): ICAL.Component | null {
  if (lines === '') return null;
  try {
    const component = new ICAL.Component(ICAL.parse(lines));
    // The library reads a value when it is first asked for: what it cannot read is found here, not later.
    for (const property of component.getAllProperties()) property.getValues();
    return component;
  } catch {
    return null;
  }
}
function tryZone(lines: string): ICAL.Timezone | null {
  const component = tryEvent(lines);
  const tzid = component?.getFirstPropertyValue('tzid');
  if (component === null || typeof tzid !== 'string') return null;
  return new ICAL.Timezone({ component, tzid });
}

const textOf = (event: ICAL.Component, name: string): string => {
  const value = event.getFirstPropertyValue(name);
  return typeof value === 'string' ? value.trim() : '';
};

function occasionsOf(event: ICAL.Component, reading: Reading): readonly IcsOccasion[] {
  const { tell, today } = reading;
  const title = textOf(event, 'summary').replace(/\s+/g, ' ');
  const name = title.slice(0, LONGEST_NAME);
  const note = textOf(event, 'description');
  if (title.length > LONGEST_NAME || note.length > LONGEST_NOTE) tell('cut', name);
  const uid = textOf(event, 'uid').slice(0, 400);
  const isOverride = event.hasProperty('recurrence-id');
  if (textOf(event, 'status').toUpperCase() === 'CANCELLED') {
    if (!isOverride) tell('cancelled', name);
    return [];
  }
  const span = spanOf(event, reading);
  if (span === null) tell('no_day', name);
  if (name === '') tell('no_name');
  if (uid === '') tell('no_uid', name);
  if (span === null || name === '' || uid === '') return [];
  const first: IcsOccasion = {
    uid,
    name,
    ...span,
    repeat: 'none',
    note: note.slice(0, LONGEST_NOTE),
    link: linkOf(textOf(event, 'url')),
  };
  if (isOverride) {
    const instead = dayOf(event.getFirstProperty('recurrence-id'), reading);
    return instead === null ? [] : [{ ...first, uid: `${uid}#${instead}` }];
  }
  const ruleText = event.getFirstPropertyValue('rrule')?.toString() ?? '';
  if (ruleText === '') return [first];
  const rule = readRule(ruleText);
  if (rule === null) {
    tell('rule', name);
    return [first];
  }
  const left = new Set(event.getAllProperties('exdate').flatMap((property) => daysOfProperty(property, reading)));
  if (isYearly(rule) && left.size === 0) return [{ ...first, repeat: 'yearly' }];
  const days = daysOfRule(rule, first.start, addDays(today, -BEHIND), addDays(today, AHEAD), MOST_OF_RULE + 1);
  if (days.length > MOST_OF_RULE) tell('many_days', name);
  const length = daysBetween(first.start, first.end);
  return days
    .slice(0, MOST_OF_RULE)
    .filter((day) => !left.has(day))
    .map((day) => ({ ...first, uid: `${uid}#${day}`, start: day, end: addDays(day, length) }));
}

/** A rule that says no more than "every year on this date" stays a rule, so that it goes on for ever. */
const isYearly = (rule: DayRecurrence): boolean =>
  rule.freq === 'YEARLY' &&
  rule.interval === 1 &&
  rule.count === null &&
  rule.until === null &&
  rule.setPositions.length + rule.weekdays.length + rule.yearDays.length === 0 &&
  rule.months.length <= 1 &&
  rule.monthDays.length <= 1;

const linkOf = (text: string): string => (/^https?:\/\//i.test(text) ? text.slice(0, 2_000) : '');

/** First and last day. The end of whole days is the day after, in the standard; a night's end at midnight is the day before. */
function spanOf(event: ICAL.Component, reading: Reading): { readonly start: WallDate; readonly end: WallDate } | null {
  const start = dayOf(event.getFirstProperty('dtstart'), reading);
  if (start === null) return null;
  const endProperty = event.getFirstProperty('dtend');
  const end = dayOf(endProperty, reading);
  if (end !== null && end > start) return { start, end: endsBefore(endProperty) ? addDays(end, -1) : end };
  const duration = event.getFirstPropertyValue('duration');
  const weeks = duration instanceof ICAL.Duration ? duration.weeks * 7 + duration.days : 0;
  return { start, end: addDays(start, Math.min(3_660, Math.max(0, weeks - 1))) };
}

const endsBefore = (property: ICAL.Property | null): boolean => {
  const value = property?.getFirstValue();
  return value instanceof ICAL.Time && (value.isDate || (value.hour === 0 && value.minute === 0 && value.second === 0));
};

/** The day a cancelled single day of a rule stands for, as its uid. */
function cancelledDay(event: ICAL.Component, reading: Omit<Reading, 'tell'>): string | null {
  if (!event.hasProperty('recurrence-id') || textOf(event, 'status').toUpperCase() !== 'CANCELLED') return null;
  const day = dayOf(event.getFirstProperty('recurrence-id'), reading);
  return day === null ? null : `${textOf(event, 'uid').slice(0, 400)}#${day}`;
}

type Placed = Pick<Reading, 'zone' | 'zones'>;

function dayOf(property: ICAL.Property | null, reading: Placed): WallDate | null {
  return property === null ? null : (daysOfProperty(property, reading)[0] ?? null);
}

function daysOfProperty(property: ICAL.Property, { zone, zones }: Placed): readonly WallDate[] {
  const tzid = property.getFirstParameter('tzid');
  // As written: the library turns 30 February into 2 March.
  const written: readonly unknown[] = property.toJSON().slice(3);
  return property.getValues().flatMap((value: unknown, index) => {
    const day = dayWritten(written[index]);
    if (!(value instanceof ICAL.Time) || day === null) return [];
    return [value.isDate ? day : zonedDay(value, day, tzid ?? '', zones, zone)];
  });
}

function dayWritten(value: unknown): WallDate | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(String(value)) ?? [];
  return year === undefined ? null : solarDay(Number(year), Number(month), Number(day));
}

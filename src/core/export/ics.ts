import { firstGraphemes } from '../text/grapheme';
import { utf8Length } from '../text/length';
import { addDays, type WallDate } from '../time/wall';
import { exporterWords } from '../words/exporters';
import { kindWords } from '../words/kinds';
import { say } from '../words/say';
import { formatName, platformName, sortEntries } from './entries';
import { findingLines } from './findingLines';
import type { ExportEntry, ExportFile, ExportModel } from './types';
import { basicTime, type Onset, onsetsOf } from './zones';

/**
 * The schedule as an iCalendar file (RFC 5545). Times are wall times in the placement's zone, with the zone's rules
 * beside them; a placement without a time is an all-day event, one without a day is left out. The id of an event is
 * the placement's, so a calendar that reads a later export moves events instead of doubling them.
 */
export function calendar(model: ExportModel): string {
  const entries = sortEntries(model.entries).filter(({ placement }) => placement.day !== null);
  const zones = zoneBlocks(entries);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Juzhen//Content plan 1//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(model.title)}`,
    ...[...zones.values()].flat(),
    ...entries.flatMap((entry) => event(entry, model, zones.has(entry.placement.zone))),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

export const runIcs = (model: ExportModel): readonly ExportFile[] => [
  { path: 'schedule.ics', content: calendar(model) },
];

/** How long an event lasts in the calendar; publishing takes a moment, a block of half an hour can be read. */
const DURATION = 'PT30M';
const STATUS = { planned: 'TENTATIVE', handed_over: 'CONFIRMED', live: 'CONFIRMED', skipped: 'CANCELLED' } as const;
/** Enough of a text to know it by; the copy itself is in the copy pack. */
const EXCERPT = 500;

function event(entry: ExportEntry, model: ExportModel, zoned: boolean): readonly string[] {
  const { placement, piece, account } = entry;
  const link = /^https?:\/\//.test(placement.liveLink) ? placement.liveLink : '';
  return [
    'BEGIN:VEVENT',
    `UID:${placement.id}@placement.juzhen`,
    `DTSTAMP:${stampOf(entry, model.today)}`,
    ...when(entry, zoned),
    `SUMMARY:${escaped(`${platformName(model, entry)} · ${piece.title}`)}`,
    `DESCRIPTION:${escaped(description(entry, model))}`,
    ...(account === null ? [] : [`LOCATION:${escaped(account.name)}`]),
    `CATEGORIES:${escaped(say(kindWords, model.lang, `kind.${piece.kind}`))}`,
    `STATUS:${STATUS[placement.outcome]}`,
    'TRANSP:TRANSPARENT',
    ...(link === '' ? [] : [`URL:${link.replaceAll(/[\s\p{Cc}]/gu, '')}`]),
    'END:VEVENT',
  ];
}

function when({ placement }: ExportEntry, zoned: boolean): readonly string[] {
  const day = placement.day as WallDate;
  if (placement.time === null)
    return [`DTSTART;VALUE=DATE:${basicDay(day)}`, `DTEND;VALUE=DATE:${basicDay(addDays(day, 1))}`];
  const wall = `${basicDay(day)}T${placement.time.replace(':', '')}00`;
  return [zoned ? `DTSTART;TZID=${placement.zone}:${wall}` : `DTSTART:${wall}`, `DURATION:${DURATION}`];
}

const basicDay = (day: WallDate): string => day.replaceAll('-', '');

/** When the placement was last edited; where that is not known, a day that is the same for the same plan. */
const stampOf = ({ editedAt, piece }: ExportEntry, today: WallDate): string =>
  `${editedAt === undefined ? `${basicDay(piece.createdOn ?? today)}T000000` : basicTime(editedAt)}Z`;

function description(entry: ExportEntry, model: ExportModel): string {
  const { variant, blocked } = entry;
  const text = firstGraphemes(variant.body, EXCERPT);
  const lines = [
    `${formatName(model, entry)} · ${say(kindWords, model.lang, `state.${entry.piece.state}`)} · ${say(kindWords, model.lang, `outcome.${entry.placement.outcome}`)}`,
    ...(blocked ? [say(exporterWords, model.lang, 'blocked')] : []),
    ...(variant.title === null ? [] : [variant.title]),
    ...(blocked ? [] : [text.length < variant.body.length ? `${text}…` : text]),
    ...findingLines(entry, model.lang),
  ];
  return lines.filter((line) => line !== '').join('\n');
}

/** One VTIMEZONE per zone in use, covering the years in use. */
function zoneBlocks(entries: readonly ExportEntry[]): ReadonlyMap<string, readonly string[]> {
  const timed = entries.filter(({ placement }) => placement.time !== null);
  const years = timed.map(({ placement }) => Number(placement.day?.slice(0, 4)));
  const blocks = new Map<string, readonly string[]>();
  for (const zone of [...new Set(timed.map(({ placement }) => placement.zone))].sort()) {
    const onsets = onsetsOf(zone, Math.min(...years), Math.max(...years));
    if (onsets !== null)
      blocks.set(zone, ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...onsets.flatMap(onsetLines), 'END:VTIMEZONE']);
  }
  return blocks;
}

function onsetLines({ from, before, after, summer }: Onset): readonly string[] {
  const name = summer ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${name}`,
    `DTSTART:${from}`,
    `TZOFFSETFROM:${offset(before)}`,
    `TZOFFSETTO:${offset(after)}`,
    `END:${name}`,
  ];
}

/** `+0800`, of minutes east of UTC. */
function offset(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${`${hours}`.padStart(2, '0')}${`${rest}`.padStart(2, '0')}`;
}

/**
 * TEXT of RFC 5545: backslash first, then what separates values; controls have no place in it. Every kind of line end
 * becomes `\n`, because some readers cut lines at the rarer ones too.
 */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll(/(?!\n|\t)\p{Cc}/gu, '')
    .replaceAll('\\', '\\\\')
    .replaceAll(/[;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

const LINE_OCTETS = 75;

/** Folds a content line at 75 octets, never inside a character. */
function folded(line: string): string {
  if (utf8Length(line) <= LINE_OCTETS) return line;
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = utf8Length(character);
    if (octets + size > LINE_OCTETS) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

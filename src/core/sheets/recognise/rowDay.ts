import { told } from '../../importing/draft';
import type { RowMessage } from '../../importing/model';
import type { WallDate, WallTime } from '../../time/wallDate';
import { type DateStyle, dayOfWeek, decideDay, weekdayOfDay } from '../values/dateColumn';
import { dateOf, fullYear, readDay, weekdayOf } from '../values/dates';
import { plain } from '../values/text';
import { readTime } from '../values/times';
import { wallInZone } from '../values/wallInZone';

/** The cells of a row that say when, each with its column's name. */
export type Cell = { readonly name: string; readonly text: string };
export type WhenCells = {
  readonly day: Cell | null;
  readonly time: Cell | null;
  readonly week: Cell | null;
  readonly weekday: Cell | null;
  readonly year: Cell | null;
  readonly month: Cell | null;
  readonly dayOfMonth: Cell | null;
  readonly hour: Cell | null;
  readonly minute: Cell | null;
};

export type RowDay = {
  readonly day: WallDate | null;
  readonly time: WallTime | null;
  readonly messages: readonly RowMessage[];
  /** Cells that were not wholly understood and must be kept in the notes. */
  readonly left: readonly Cell[];
  readonly unclear: boolean;
};

export type DayContext = {
  readonly style: DateStyle;
  readonly zone: string;
  readonly today: WallDate;
  readonly from1904: boolean;
  /** The day of the row above. */
  readonly before: WallDate | null;
};

/** When a row goes out, from whichever of its cells say so. What cannot be read is kept and told, never guessed. */
export function rowDay(cells: WhenCells, context: DayContext): RowDay {
  const found = new Found();
  const { day: cell, week, weekday, year, month, dayOfMonth } = cells;
  let day: WallDate | null = null;
  let time: WallTime | null = null;
  let unused: readonly (Cell | null)[] = [];
  if (cell !== null) {
    [day, time] = found.fromDay(cell, cells, context);
    unused = [week, year, month, dayOfMonth];
  } else if (month !== null || dayOfMonth !== null) {
    day = found.fromParts(cells, context.style);
    unused = [week];
  } else if (week !== null && weekday !== null) {
    day = found.fromWeek(week, weekday, context);
    unused = [year];
  } else unused = [week, year];
  time = found.clock(cells, time);
  if (weekday !== null && (week === null || cell !== null || month !== null || dayOfMonth !== null)) {
    if (day === null) unused = [...unused, weekday];
    else found.checkWeekday(day, weekdayOf(weekday.text), weekday);
  }
  found.keep(...unused);
  return { day, time, messages: found.messages, left: found.left, unclear: found.unclear };
}

/** Words that leave the day open on purpose: kept in the notes, nothing to correct. */
const isOpen = (text: string): boolean =>
  /^(?:待定|未定|tbd|tba|to be (?:decided|announced)|另行通知|随时|机动|\?+)$/i.test(plain(text));

class Found {
  readonly messages: RowMessage[] = [];
  readonly left: Cell[] = [];
  unclear = false;

  keep(...cells: readonly (Cell | null)[]): void {
    for (const cell of cells) if (cell !== null && !this.left.includes(cell)) this.left.push(cell);
  }

  fromDay(cell: Cell, cells: WhenCells, context: DayContext): readonly [WallDate | null, WallTime | null] {
    const { name: column, text: value } = cell;
    const read = readDay(value, context);
    if (read === null) {
      const weekday = weekdayOf(value);
      // 周三 in a column of days, with the week beside it.
      if (weekday !== null && cells.week !== null) return [this.fromWeek(cells.week, cell, context), null];
      this.keep(cell);
      if (!isOpen(value)) this.wrong('cell_date_wrong', { column, value: short(value) });
      return [null, null];
    }
    if (read.more) this.keep(cell);
    if (read.kind === 'instant') {
      const wall = wallInZone(read.at, context.zone);
      if (wall === null) {
        this.keep(cell);
        this.wrong('cell_date_wrong', { column, value: short(value) });
        return [null, null];
      }
      this.say('cell_zone_converted', { value: short(value), zone: context.zone, read: `${wall.day} ${wall.time}` });
      return [wall.day, wall.time];
    }
    const decided = decideDay(read, context.style, context.before, context.today);
    if (decided.kind === 'impossible') {
      this.keep(cell);
      this.wrong('cell_date_wrong', { column, value: short(value) });
      return [null, null];
    }
    if (decided.kind === 'unclear')
      this.wrong('cell_date_two_ways', { column, value: short(value), read: decided.day, other: decided.other });
    else if (decided.assumedYear) this.say('cell_year_taken', { value: short(value), read: decided.day });
    this.checkWeekday(decided.day, read.weekday, cell);
    return [decided.day, read.time];
  }

  fromParts({ year, month, dayOfMonth }: WhenCells, style: DateStyle): WallDate | null {
    const number = (cell: Cell | null): number =>
      cell === null ? Number.NaN : Number(/^\d{1,4}/.exec(plain(cell.text))?.[0] ?? 'x');
    const day = dateOf(year === null ? style.year : fullYear(number(year)), number(month), number(dayOfMonth));
    if (day !== null) return day;
    this.keep(year, month, dayOfMonth);
    const written = [year, month, dayOfMonth].flatMap((cell) => (cell === null ? [] : [cell.text]));
    this.wrong('cell_date_wrong', { column: (month ?? dayOfMonth)?.name ?? '', value: short(written.join('-')) });
    return null;
  }

  fromWeek(week: Cell, weekdayCell: Cell, { style, today }: DayContext): WallDate | null {
    const weekday = weekdayOf(weekdayCell.text);
    const day = weekday === null ? null : dayOfWeek(week.text, weekday, style, today);
    if (day !== null) {
      this.say('cell_year_taken', { value: `${short(week.text)} ${short(weekdayCell.text)}`, read: day });
      return day;
    }
    this.keep(week, weekdayCell);
    this.wrong('cell_date_wrong', { column: week.name, value: `${short(week.text)} ${short(weekdayCell.text)}` });
    return null;
  }

  /** The time column says more precisely what a date's own midnight only implies. */
  clock({ time: cell, hour, minute }: WhenCells, fromDay: WallTime | null): WallTime | null {
    if (hour !== null) {
      const read = readTime(
        `${plain(hour.text).replace(/\D+$/, '')}:${plain(minute?.text ?? '0')
          .replace(/\D+$/, '')
          .padStart(2, '0')}`,
      );
      if (read !== null) return read.time;
      this.keep(hour, minute);
      this.wrong('cell_time_wrong', { column: hour.name, value: short(hour.text) });
    } else this.keep(minute);
    if (cell === null) return fromDay;
    const read = readTime(cell.text) ?? this.timeOfDate(cell.text);
    if (read === null) {
      this.keep(cell);
      if (!isOpen(cell.text)) this.wrong('cell_time_wrong', { column: cell.name, value: short(cell.text) });
      return fromDay;
    }
    if (read.more || (fromDay !== null && fromDay !== read.time && fromDay !== '00:00')) this.keep(cell);
    return fromDay === null || fromDay === '00:00' ? read.time : fromDay;
  }

  checkWeekday(day: WallDate, weekday: number | null, cell: Cell): void {
    if (weekday === null) {
      if (cell.text !== '' && readDay(cell.text) === null) this.keep(cell);
      return;
    }
    const real = weekdayOfDay(day);
    if (real !== weekday) this.wrong('cell_weekday_differs', { column: cell.name, read: day, weekday: real });
  }

  /** A column 时间 that holds whole dates with times beside a column of days. */
  private timeOfDate(text: string): { readonly time: WallTime; readonly more: boolean } | null {
    const read = readDay(text);
    return read === null || read.time === null ? null : { time: read.time, more: true };
  }

  private say(code: RowMessage['code'], params: RowMessage['params']): void {
    this.messages.push(told(code, params));
  }

  private wrong(code: RowMessage['code'], params: RowMessage['params']): void {
    this.unclear = true;
    this.say(code, params);
  }
}

/** Cells in messages: enough to find the place, not the whole text. */
export const short = (text: string): string => {
  const plainText = text.replaceAll(/\s+/g, ' ').trim();
  return plainText.length <= 60 ? plainText : `${plainText.slice(0, 60).replace(/[\ud800-\udbff]$/, '')}…`;
};

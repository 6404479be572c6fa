/**
 * Days of a workbook: a number counts days, its fraction the time of day, and only the cell's number format says that a
 * date is meant (ECMA-376 part 1, 18.8.30 and 18.17.4).
 */

const MS_PER_DAY = 86_400_000;
const SECONDS_PER_DAY = 86_400;
const BASE_1900 = Date.UTC(1899, 11, 30);
const BASE_1904 = Date.UTC(1904, 0, 1);
/** 9999-12-31. */
const LAST_SERIAL = 2_958_465;

/**
 * `2026-11-22`, `2026-11-22 20:30`, `20:30` or `2026-11-22 20:30:15` of a serial; null when it is no day. The year 1900
 * had no 29 February, but serial 60 stands for it, so the days before are one off.
 */
export function serialText(serial: number, from1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > LAST_SERIAL) return null;
  let day = Math.floor(serial);
  let seconds = Math.round((serial - day) * SECONDS_PER_DAY);
  if (seconds === SECONDS_PER_DAY) [day, seconds] = [day + 1, 0];
  if (day === 0 && !from1904) return clock(seconds);
  if (!from1904 && day === 60) return null;
  const offset = from1904 || day > 60 ? day : day + 1;
  const date = new Date((from1904 ? BASE_1904 : BASE_1900) + offset * MS_PER_DAY).toISOString().slice(0, 10);
  return seconds === 0 ? date : `${date} ${clock(seconds)}`;
}

function clock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? text : `${text}:${two(seconds % 60)}`;
}

/** Formats that mean a date or time by their number alone; 27–36 and 50–58 are those of Chinese and Japanese Excel. */
export const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether a format's code shows a date or time: `yyyy"年"m"月"d"日"` does, `0.00"d"` and `[Red]0` do not. */
export function isDateCode(code: string): boolean {
  const bare = code
    .slice(0, 255)
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .replaceAll(/\[(?![hms]+\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(bare.replaceAll(/general/gi, '')) && !/[#?]/.test(bare);
}

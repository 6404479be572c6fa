import type { WallDate } from '../time/wallDate';
import { earliestTerms, FIRST_YEAR, termTable } from './lunarTable';

/** The 24 solar terms in the order of the solar year, from 小寒 in January; two a month. */
export const terms = [
  'xiaohan',
  'dahan',
  'lichun',
  'yushui',
  'jingzhe',
  'chunfen',
  'qingming',
  'guyu',
  'lixia',
  'xiaoman',
  'mangzhong',
  'xiazhi',
  'xiaoshu',
  'dashu',
  'liqiu',
  'chushu',
  'bailu',
  'qiufen',
  'hanlu',
  'shuangjiang',
  'lidong',
  'xiaoxue',
  'daxue',
  'dongzhi',
] as const;
export type Term = (typeof terms)[number];

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The day of its month that term `index` falls on; null outside of the table. */
function dateOfTerm(year: number, index: number): number | null {
  const place = (year - FIRST_YEAR) * 8 + Math.floor(index / 3);
  if (place < 0 || place >= termTable.length) return null;
  const code = alphabet.indexOf(termTable.charAt(place));
  return (earliestTerms[index] ?? 0) + ((code >> (4 - 2 * (index % 3))) & 3);
}

/** The term that begins on a day (Beijing time); null on other days and outside of 1901 to 2100. */
export function termOn(day: WallDate): Term | null {
  const [year = 0, month = 1, date = 0] = day.split('-').map(Number);
  for (const index of [month * 2 - 2, month * 2 - 1]) if (dateOfTerm(year, index) === date) return terms[index] ?? null;
  return null;
}

/** The day a term begins on in a solar year; null outside of the table. */
export function dayOfTerm(term: Term, year: number): WallDate | null {
  const index = terms.indexOf(term);
  const date = dateOfTerm(year, index);
  if (date === null) return null;
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${year}-${pad(Math.floor(index / 2) + 1)}-${pad(date)}` as WallDate;
}

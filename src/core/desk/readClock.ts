import { isWallTime, type WallTime } from '../time/wallDate';

/** `9:5`, `0905`, `９：０５` and `9.05` are read as 09:05: people type times in many ways. Null for what is none. */
export function readClock(text: string): WallTime | null {
  const plain = text.trim().normalize('NFKC').replace('.', ':');
  const [, hours = '', minutes = ''] = /^(\d{1,2}):?(\d{1,2})$/.exec(plain) ?? [];
  const read = `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
  return isWallTime(read) ? read : null;
}

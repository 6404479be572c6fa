import type { Lang } from '../../../core/model/records';
import { dateIn } from '../../../core/time/wall';
import { sayDate } from '../../../core/words/dates';
import { useLang } from '../../state/StudioProvider';

/** A moment of this machine: `10月9日 12:28`, in its own zone. */
export function sayInstant(
  lang: Lang,
  millis: number,
  zone = Intl.DateTimeFormat().resolvedOptions().timeZone,
): string {
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(millis);
  return `${sayDate(lang, dateIn(zone, millis))} ${time}`;
}

export function useMoment(): (millis: number) => string {
  const lang = useLang();
  return (millis) => sayInstant(lang, millis);
}

/** `18.2 KB`, `3.4 MB`, in powers of a thousand as file managers show them. */
export const saySize = (bytes: number): string =>
  bytes < 999_950 ? `${(bytes / 1_000).toFixed(1)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

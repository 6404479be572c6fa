import type { Lang } from '../../../core/model/records';

/** `中国时间 UTC+8`, `China Time UTC+8`; a zone's own name when the machine does not know it. */
export function sayZone(lang: Lang, zone: string): string {
  const offset = zoneName('en', zone, 'shortOffset').replace('GMT', 'UTC');
  // UTC itself has no other name worth saying.
  const name = offset === 'UTC' ? '' : zoneName(lang, zone, 'longGeneric');
  return `${name} ${offset}`.trim();
}

/** `北美东部时间`, `Eastern Time`, without the offset, which in most zones changes within a plan. */
export const sayZoneName = (lang: Lang, zone: string): string => zoneName(lang, zone, 'longGeneric');

/** `New York`: the place a zone is called after. */
export const zonePlace = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

function zoneName(lang: Lang, zone: string, style: 'longGeneric' | 'shortOffset'): string {
  if (zone === '') return '';
  try {
    const format = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en', { timeZone: zone, timeZoneName: style });
    return format.formatToParts().find((part) => part.type === 'timeZoneName')?.value ?? zone;
  } catch (error) {
    if (error instanceof RangeError) return zone;
    throw error;
  }
}

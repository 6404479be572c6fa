import type { Lang } from '../model/vocabulary';

/** The places that usual time zones are called after, in Chinese; in English a zone's own name says it. */
const places: Readonly<Record<string, string>> = {
  'Pacific/Auckland': '奥克兰',
  'Australia/Sydney': '悉尼',
  'Asia/Tokyo': '东京',
  'Asia/Seoul': '首尔',
  'Asia/Shanghai': '上海',
  'Asia/Hong_Kong': '香港',
  'Asia/Taipei': '台北',
  'Asia/Singapore': '新加坡',
  'Asia/Bangkok': '曼谷',
  'Asia/Jakarta': '雅加达',
  'Asia/Kolkata': '加尔各答',
  'Asia/Dubai': '迪拜',
  'Europe/Moscow': '莫斯科',
  'Europe/Berlin': '柏林',
  'Europe/Paris': '巴黎',
  'Europe/Madrid': '马德里',
  'Europe/Rome': '罗马',
  'Europe/London': '伦敦',
  'America/Sao_Paulo': '圣保罗',
  'America/New_York': '纽约',
  'America/Toronto': '多伦多',
  'America/Chicago': '芝加哥',
  'America/Los_Angeles': '洛杉矶',
  'America/Vancouver': '温哥华',
  'America/Mexico_City': '墨西哥城',
};

/** `纽约 New York`, `New York`: the place a zone is called after. */
export function sayZonePlace(lang: Lang, zone: string): string {
  const own = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
  const place = lang === 'zh' ? places[zone] : undefined;
  return place === undefined ? own : `${place} ${own}`;
}

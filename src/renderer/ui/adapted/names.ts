import type { Lang } from '../../../core/model/records';
import type { Format } from '../../../core/platforms/pack';

const inBrackets = /[（(]([^（）()]*)[）)]/;

/** `普通博文` for `微博（普通博文）`, `图文消息` for `图文消息（文章）`: one short name beside the platform's. */
export function formatName({ platform, format }: Format, lang: Lang): string {
  const whole = format[lang];
  const bare = whole.replace(inBrackets, '').trim();
  return bare === '' || bare === platform[lang] ? (inBrackets.exec(whole)?.[1] ?? whole) : bare;
}

/**
 * What a card is called: `微博 · 普通博文`. A pack that covers several places (`微信朋友圈/企业微信社群`) is told by its
 * format alone, and two cards of one format by their accounts.
 */
export function cardName(pack: Format, account: string | null, twins: boolean, lang: Lang): string {
  const format = formatName(pack, lang);
  const platform = pack.platform[lang].replace(inBrackets, '').trim();
  const compound = pack.platform.zh.includes('/');
  const last = compound || twins ? (account ?? format) : format;
  const first = compound ? format : platform;
  return first === last ? first : `${first} · ${last}`;
}

/** The language of content, for the browser: line breaking, voices, hyphens. */
export const htmlLang = (lang: Lang): string => (lang === 'zh' ? 'zh-CN' : 'en');

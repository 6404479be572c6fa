import type { Lang } from '../../../../core/model/records';
import type { Format } from '../../../../core/platforms/pack';

const inBrackets = /[（(]([^（）()]*)[）)]/;

/** `普通博文` for `微博（普通博文）`, `图文消息` for `图文消息（文章）`: one short name beside the platform's. */
export function formatName({ platform, format }: Format, lang: Lang): string {
  const whole = format[lang];
  const bare = whole.replace(inBrackets, '').trim();
  return bare === '' || bare === platform[lang] ? (inBrackets.exec(whole)?.[1] ?? whole) : bare;
}

/** The first of several names: `微信朋友圈` for `微信朋友圈/企业微信社群`. */
export const platformName = ({ platform }: Pick<Format, 'platform'>, lang: Lang): string =>
  (platform[lang].split(/[/（(]/, 1)[0] ?? platform[lang]).trim();

/** The language of content, for the browser: line breaking, voices, hyphens. */
export const htmlLang = (lang: Lang): string => (lang === 'zh' ? 'zh-CN' : 'en');

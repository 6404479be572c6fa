import type { ThemeId } from '../article/themes';
import type { Lang } from '../model/records';
import { defineWords, say } from './say';

/** Looks of a WeChat article. */
export const themeWords = defineWords({
  zh: {
    label: '公众号样式',
    'account.note': '公众号文章用这套样式；单篇可以另选。',
    of_account: '跟随账号（{name}）',
    plain: '素白',
    inkline: '墨线',
    pine: '松青',
    clay: '陶土',
    indigo: '靛蓝',
    'plain.note': '不加颜色，字数占得最少',
    'inkline.note': '黑白，小标题下一条细线',
    'pine.note': '小标题左侧一道青色',
    'clay.note': '小标题居中，上下各一条线',
    'indigo.note': '小标题是蓝底白字',
  },
  en: {
    label: 'WeChat article theme',
    'account.note': 'Articles of this account look like this; a single one can choose another.',
    of_account: 'As the account ({name})',
    plain: 'Plain',
    inkline: 'Inkline',
    pine: 'Pine',
    clay: 'Clay',
    indigo: 'Indigo',
    'plain.note': 'No colours; costs the fewest characters',
    'inkline.note': 'Black and white, a hairline under headings',
    'pine.note': 'A green bar beside headings',
    'clay.note': 'Centred headings between two lines',
    'indigo.note': 'Headings white on blue',
  },
});

export const sayTheme = (lang: Lang, theme: ThemeId): string => say(themeWords, lang, theme);

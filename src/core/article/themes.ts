/**
 * How an article for WeChat looks: inline styles by role, because its editor keeps nothing else and counts every letter of
 * them. Only properties that live there are used (`survival.ts`), and only colours that read in its light page and after
 * its dark mode has recoloured them (`nightColours.ts`): ink dark enough to be lifted at night, grounds that are plain
 * greys, which turn dark, or deep enough to stay as they are. `test/core/article/themes.test.ts` measures both.
 */
export const articleRoles = [
  'title',
  'text',
  'heading',
  'subheading',
  'quote',
  'item',
  'marker',
  'code',
  'rule',
  'image',
  'caption',
  'table',
  'heading_cell',
  'cell',
  'strong',
  'inline_code',
  'closing',
  'note',
] as const;
export type ArticleRole = (typeof articleRoles)[number];
export type ArticleTheme = { readonly [R in ArticleRole]: string };

export const themeIds = ['plain', 'inkline', 'pine', 'clay', 'indigo'] as const;
export type ThemeId = (typeof themeIds)[number];

const QUIET = '#555';
const LINE = '#d9d9d9';
const GROUND = '#f5f5f5';

/** Bare tags: for editors that bring looks of their own. */
export const bareTheme: ArticleTheme = {
  title: '',
  text: '',
  heading: '',
  subheading: '',
  quote: '',
  item: '',
  marker: '',
  code: '',
  rule: '',
  image: '',
  caption: '',
  table: '',
  heading_cell: '',
  cell: '',
  strong: '',
  inline_code: '',
  closing: '',
  note: '',
};

const plain: ArticleTheme = {
  title: 'font-size:20px;font-weight:bold;margin:0 0 16px',
  text: 'margin:0 0 16px;line-height:1.8',
  heading: 'font-size:18px;font-weight:bold;margin:28px 0 12px',
  subheading: 'font-size:16px;font-weight:bold;margin:24px 0 10px',
  quote: `margin:0 0 16px;padding-left:12px;border-left:3px solid ${LINE};color:${QUIET};line-height:1.8`,
  item: 'margin:0 0 8px;padding-left:16px;line-height:1.8',
  marker: '',
  code: `margin:0 0 16px;padding:12px;background-color:${GROUND};font-family:monospace;font-size:14px`,
  rule: `border:0;border-top:1px solid ${LINE};margin:28px 0`,
  image: 'width:100%;height:auto',
  caption: `display:block;font-size:12px;color:${QUIET};text-align:center`,
  table: 'width:100%;margin:0 0 16px;border-collapse:collapse',
  heading_cell: `padding:6px 8px;border:1px solid ${LINE};background-color:${GROUND};font-size:15px;text-align:left`,
  cell: `padding:6px 8px;border:1px solid ${LINE};font-size:15px;line-height:1.6`,
  strong: '',
  inline_code: '',
  closing: `margin:16px 0 0;font-size:14px;color:${QUIET};line-height:1.8`,
  note: `font-size:12px;color:${QUIET}`,
};

/** Headings with a bar before them, marks and bold words in one colour. */
const coloured = (ink: string): ArticleTheme => ({
  ...plain,
  title: `font-size:20px;font-weight:bold;color:${ink};margin:0 0 16px`,
  heading: `font-size:18px;font-weight:bold;color:${ink};margin:28px 0 12px;padding-left:10px;border-left:4px solid ${ink}`,
  subheading: `font-size:16px;font-weight:bold;color:${ink};margin:24px 0 10px`,
  quote: `margin:0 0 16px;padding:10px 14px;border-left:3px solid ${ink};background-color:${GROUND};line-height:1.8`,
  marker: `color:${ink}`,
  strong: `color:${ink}`,
  inline_code: `color:${ink};font-family:monospace`,
  note: `font-size:12px;color:${ink}`,
});

const INK = '#222';
const PINE = '#0d5c4d';
const CLAY = '#7d2d1d';
/** So dark because blue weighs little: a lighter one would not be lifted far enough at night. */
const INDIGO = '#1a2560';
const LABEL = '#32408f';

export const themes: { readonly [T in ThemeId]: ArticleTheme } = {
  plain,
  // Black on white with one hairline: a printed page.
  inkline: {
    ...plain,
    title: 'font-size:22px;font-weight:bold;margin:0 0 20px;letter-spacing:1px',
    text: 'margin:0 0 18px;line-height:1.9',
    heading: `font-size:18px;font-weight:bold;margin:32px 0 14px;padding-bottom:6px;border-bottom:1px solid ${INK}`,
    quote: `margin:0 0 18px;padding:2px 0 2px 14px;border-left:2px solid ${INK};line-height:1.9`,
    rule: `border:0;border-top:1px solid ${INK};margin:32px 0`,
    heading_cell: `padding:8px;border:0;border-bottom:2px solid ${INK};font-size:15px;text-align:left`,
    cell: `padding:8px;border:0;border-bottom:1px solid ${LINE};font-size:15px;line-height:1.6`,
  },
  pine: coloured(PINE),
  // A heading in the middle between two lines: a letter.
  clay: {
    ...coloured(CLAY),
    title: `font-size:20px;font-weight:bold;color:${CLAY};margin:0 0 16px;text-align:center`,
    heading: `font-size:17px;font-weight:bold;color:${CLAY};margin:32px 0 16px;padding:8px 0;border-top:1px solid ${CLAY};border-bottom:1px solid ${CLAY};text-align:center;letter-spacing:1px`,
    quote: `margin:0 0 16px;padding:0 14px;border-left:2px solid ${CLAY};color:${QUIET};line-height:1.9`,
  },
  // A heading as a label, white on the colour, which the dark mode leaves alone.
  indigo: {
    ...coloured(INDIGO),
    heading: `font-size:17px;font-weight:bold;color:#fff;background-color:${LABEL};margin:28px 0 14px;padding:6px 12px;border-radius:3px`,
    heading_cell: `padding:6px 8px;border:1px solid ${LABEL};background-color:${LABEL};color:#fff;font-size:15px;text-align:left`,
  },
};

export const isThemeId = (id: string | null | undefined): id is ThemeId => themeIds.some((known) => known === id);

/** The first of the wishes that is a theme: the variant's own, then its account's; else the plain one. */
export const themeIdOf = (...wishes: readonly (string | null | undefined)[]): ThemeId =>
  wishes.find(isThemeId) ?? 'plain';

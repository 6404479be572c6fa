import { escapeHtml } from '../../adapt/articleHtml';
import { digestRaw } from '../../model/ids';
import { paperWords } from '../../words/paper';
import { say } from '../../words/say';
import { base64 } from '../base64';
import type { ExportModel, Shown } from '../types';
import { listTable } from './list';
import { legend } from './marks';
import { matrixTables } from './matrix';
import { monthTables } from './month';
import { paperStyle } from './style';

/**
 * A view of the plan as one page to read and to print: no script, nothing fetched, its marks drawn in the page itself.
 * The policy allows the page's own style, by digest, and nothing else. Made for A3 across; heads repeat on every sheet
 * and no row is cut. The same model gives the same bytes.
 */
export function paperPage(model: ExportModel): string {
  const { lang, entries, shown } = model;
  const heading = say(paperWords, lang, 'heading', { title: model.title });
  const undated = shown.look === 'list' ? [] : entries.filter(({ placement }) => placement.day === null);
  return [
    '<!doctype html>',
    `<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(heading)}</title>`,
    `<style>${paperStyle}</style>`,
    '</head>',
    `<body class="${shown.look}">`,
    '<header>',
    `<h1><bdi>${escapeHtml(model.title)}</bdi> <span>${say(paperWords, lang, `look.${shown.look}`)}</span></h1>`,
    stampLine(model),
    legend(lang),
    '</header>',
    '<main>',
    entries.length === 0 ? `<p class="skipped">${say(paperWords, lang, 'empty')}</p>` : body[shown.look](model),
    ...(undated.length === 0 ? [] : [`<h2>${say(paperWords, lang, 'no_day')}</h2>`, listTable(model, undated)]),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const body: { readonly [L in Shown['look']]: (model: ExportModel) => string } = {
  matrix: matrixTables,
  month: monthTables,
  list: (model) => listTable(model),
};

/** Who made it, when, from which plan, and what it was narrowed to: whoever finds the sheet knows what it is. */
function stampLine({ lang, zone, entries, stamp: { by, at }, shown: { filter } }: ExportModel): string {
  const t = (key: keyof (typeof paperWords)['zh'], params = {}): string => say(paperWords, lang, key, params);
  const parts = [
    t(by === '' ? 'stamp' : 'stamp.by', { by, at }),
    zone,
    t('count', { count: entries.length }),
    filter.length === 0 ? t('filter.none') : t('filter', { filter: filter.join(lang === 'zh' ? '；' : '; ') }),
    t('read_only'),
  ];
  return `<p class="stamp">${parts.map((part) => `<span><bdi>${escapeHtml(part)}</bdi></span>`).join('')}</p>`;
}

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${base64(digestRaw(paperStyle))}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

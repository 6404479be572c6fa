import { escapeHtml as html } from '../adapt/articleHtml';
import { base64 } from '../export/base64';
import { digestRaw } from '../model/ids';
import type { Lang } from '../model/records';
import { canonical } from '../plan/canonical';
import { reviewPageWords, sayReviewField, sayReviewPlace } from '../words/reviewPage';
import { say, speaker, type WordParams } from '../words/say';
import { canPointAt, canSuggest, type ReadableLine, type ReadableSentence, readable } from './readable';
import type { ReviewFile, ReviewItem } from './reviewFile';
import { reviewScript, reviewStyle } from './reviewHtmlParts';

/**
 * The review as one page that any browser opens from a mail: the texts, small pictures inside it, and a form whose answers
 * become a file of marks. Nothing is fetched or sent; the policy allows this page's own style and script, by digest.
 * What people wrote stands in text and attributes only, escaped, so nothing in it can run.
 *
 * @param picture a `data:` address for a picture's file name; null where there is none.
 */
export function reviewHtml({ workspaceId, page }: ReviewFile, picture: (file: string) => string | null): string {
  const { lang, by, day, items } = page;
  const t = speaker(reviewPageWords, lang);
  const lead = by === '' ? t('lead.nobody', { count: items.length, day }) : t('lead', { by, count: items.length, day });
  return [
    '<!doctype html>',
    `<html lang="${langs[lang]}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${html(t('title', { title: page.title }))}</title>`,
    `<style>${reviewStyle}</style>`,
    '</head>',
    `<body ${data({ workspace: workspaceId, review: page.id, file: t('file', { title: page.title, by: '{by}' }) })}>`,
    `<header><h1>${html(t('title', { title: page.title }))}</h1><p>${html(lead)}</p>`,
    ...(page.note === '' ? [] : [`<blockquote>${lines(page.note)}</blockquote>`]),
    `<noscript><p class="warn">${html(t('needs_script'))}</p></noscript></header>`,
    '<main>',
    ...(items.length === 0 ? [`<p>${html(t('empty'))}</p>`] : []),
    ...cards(items, lang, picture),
    '</main>',
    foot(lang),
    form(lang),
    `<script>${reviewScript}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const langs: Readonly<Record<Lang, string>> = { zh: 'zh-CN', en: 'en' };

const digestOf = (source: string): string => `'sha256-${base64(digestRaw(source))}'`;
const policy = [
  "default-src 'none'",
  `style-src ${digestOf(reviewStyle)}`,
  `script-src ${digestOf(reviewScript)}`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A picture that several versions show is shown with the first: the page carries each once. */
function cards(items: readonly ReviewItem[], lang: Lang, picture: Look['picture']): readonly string[] {
  const shown = new Set<string>();
  return items.map((item, index) => {
    const pictures = item.pictures.filter(({ file }) => !shown.has(file));
    for (const { file } of pictures) shown.add(file);
    const isFirst = items[index - 1]?.target.pieceId !== item.target.pieceId;
    return card({ ...item, pictures }, { index, lang, picture, isFirst });
  });
}

type Look = {
  readonly index: number;
  readonly lang: Lang;
  readonly picture: (file: string) => string | null;
  /** The first text of its piece stands under the piece's title. */
  readonly isFirst: boolean;
};

function card(item: ReviewItem, { index, lang, picture, isFirst }: Look): string {
  const t = speaker(reviewPageWords, lang);
  const isPiece = item.target.format === null;
  const when = [item.day, item.time].filter(Boolean).join(' ');
  const shown = item.pictures.flatMap(({ file, alt }) => {
    const src = picture(file);
    return src === null ? [] : [`<img src="${html(src)}" alt="${html(alt)}">`];
  });
  return [
    ...(isFirst ? [`<h2>${html(item.title)}</h2>`] : []),
    `<article ${data({ item: `${index}`, target: canonical(item.target), hash: item.hash })} lang="${langs[item.lang]}">`,
    `<h3 lang="${langs[lang]}">${html(sayReviewPlace(lang, item))}${when === '' ? '' : ` <span>${html(when)}</span>`}</h3>`,
    ...(shown.length === 0
      ? []
      : [`<figure>${shown.join('')}<figcaption>${html(t('pictures', { count: shown.length }))}</figcaption></figure>`]),
    ...(item.texts.length === 0 ? [`<p>${html(t('no_words'))}</p>`] : []),
    ...item.texts.map(
      (text, number) =>
        `<section ${data({ field: text.field, number: `${number}`, ...(canSuggest(isPiece, text) ? {} : { fixed: '' }) })}>` +
        `<h4 lang="${langs[lang]}">${html(sayReviewField(lang, text.field))}</h4>` +
        `${readable(text.text, item.lang).map(line).join('')}</section>`,
    ),
    verdict(index, lang),
    '</article>',
  ].join('\n');
}

const line = (found: ReadableLine): string => `<p>${found.sentences.map(sentence).join('') || '<br>'}</p>`;

const sentence = (one: ReadableSentence): string =>
  (canPointAt(one)
    ? `<span class="s" role="button" tabindex="0" aria-expanded="false" data-at="${one.at}">${html(one.text)}</span>`
    : html(one.text)) + html(one.space);

function verdict(index: number, lang: Lang): string {
  const t = (key: 'verdict' | 'approve' | 'change' | 'whole' | 'whole.hint'): string =>
    html(say(reviewPageWords, lang, key));
  const choice = (kind: 'approve' | 'change'): string =>
    `<label><input type="checkbox" name="v${index}" value="${kind}"> ${t(kind)}</label>`;
  return (
    `<fieldset lang="${langs[lang]}"><legend>${t('verdict')}</legend>${choice('approve')}${choice('change')}` +
    `<label class="wide">${t('whole')}<textarea rows="2" maxlength="20000" placeholder="${t('whole.hint')}"></textarea></label></fieldset>`
  );
}

function foot(lang: Lang): string {
  const t = (key: 'by' | 'by.hint' | 'save', params?: WordParams): string =>
    html(say(reviewPageWords, lang, key, params));
  return (
    `<footer><label>${t('by')}<input id="by" maxlength="200" autocomplete="name" placeholder="${t('by.hint')}"></label>` +
    `<output id="tally" ${data(tallies(lang))}></output><button type="button" id="save">${t('save')}</button>` +
    `<p id="kept" role="status" ${data(draft(lang))}></p><p id="told" role="status" ${data(told(lang))}></p></footer>`
  );
}

const tallies = (lang: Lang) => ({
  none: say(reviewPageWords, lang, 'tally', { count: 0 }),
  one: say(reviewPageWords, lang, 'tally', { count: 1 }),
  // The script puts the figure in: a plural of many has one form in both languages.
  many: say(reviewPageWords, lang, 'tally', { count: 7 }).replace('7', '{n}'),
});

const told = (lang: Lang) => ({
  saved: say(reviewPageWords, lang, 'saved', { file: '{file}' }),
  none: say(reviewPageWords, lang, 'none'),
  unnamed: say(reviewPageWords, lang, 'unnamed'),
});

/** What is said of the draft where the browser does not keep it, or kept one that cannot be read. */
const draft = (lang: Lang) => ({
  never: say(reviewPageWords, lang, 'draft.never'),
  lost: say(reviewPageWords, lang, 'draft.lost'),
});

/** Opened under the line of the sentence it is about. */
function form(lang: Lang): string {
  const t = (key: Parameters<typeof say<keyof typeof reviewPageWords.zh>>[2]): string =>
    html(say(reviewPageWords, lang, key));
  return (
    `<template id="form"><div class="mark" lang="${langs[lang]}">` +
    `<label>${t('comment')}<textarea name="comment" rows="2" maxlength="20000" placeholder="${t('comment.hint')}"></textarea></label>` +
    `<label class="edit">${t('suggestion')}<textarea name="suggestion" rows="3" maxlength="20000" placeholder="${t('suggestion.hint')}"></textarea></label>` +
    `<p class="fixed">${t('suggestion.fixed')}</p>` +
    `<div><button type="button" name="keep">${t('keep')}</button><button type="button" name="drop" class="quiet">${t('drop')}</button>` +
    `<button type="button" name="close" class="quiet">${t('close')}</button></div></div></template>`
  );
}

/** `data-` attributes; undefined ones are left out. */
const data = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `data-${name}="${html(value)}"`)
    .join(' ');

const lines = (text: string): string => text.split('\n').map(html).join('<br>');

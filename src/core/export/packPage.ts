import { escapeHtml } from '../adapt/articleHtml';
import { digestRaw } from '../model/ids';
import type { Lang } from '../model/records';
import { sayWeekday } from '../words/dates';
import { exporterWords } from '../words/exporters';
import { say } from '../words/say';
import { base64 } from './base64';
import { heading, listLine, whenOf } from './checklist';
import type { CopyField } from './copyFields';
import type { PackedEntry } from './copyPack';
import { whyBlocked } from './entry';
import { findingLines } from './findingLines';
import { pageScript, pageStyle } from './packPageParts';
import type { ExportEntry, ExportModel } from './types';

/**
 * `index.html` of the copy pack: one page that a phone opens from a memory card and copies from, field by field.
 * Nothing is fetched; the policy allows this page's own style and script, by digest, and the pictures beside it.
 * Formatted text is never shown here, only put on the clipboard, so nothing in it can run.
 */
export function packPage(packed: readonly PackedEntry[], blocked: readonly ExportEntry[], model: ExportModel): string {
  const { lang } = model;
  const t = (key: 'page.lead' | 'page.sum' | 'page.unkept' | 'page.empty' | 'blocked.heading' | 'blocked'): string =>
    html(say(exporterWords, lang, key));
  return [
    '<!doctype html>',
    `<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${html(model.title)}</title>`,
    `<style>${pageStyle}</style>`,
    '</head>',
    '<body>',
    `<header><h1>${html(model.title)}</h1><p>${t('page.lead')}</p>${packed.length === 0 ? '' : `<p id="sum" role="status" data-text="${t('page.sum')}"></p><p id="unkept" role="status" hidden>${t('page.unkept')}</p>`}</header>`,
    '<main>',
    ...byDay(packed, lang).map(([day, entries]) =>
      [
        `<section aria-label="${html(day)}">`,
        `<h2>${html(day)}</h2>`,
        ...entries.map((entry) => card(entry, model)),
        '</section>',
      ].join('\n'),
    ),
    ...(packed.length === 0 ? [`<p>${t('page.empty')}</p>`] : []),
    ...(blocked.length === 0
      ? []
      : [
          `<section><h2>${t('blocked.heading')}</h2><p>${t('blocked')}</p><ul>`,
          ...blocked.map(
            (entry) => `<li>${html(listLine(entry, model))}<br>${html(whyBlocked(entry, model.lang))}</li>`,
          ),
          '</ul></section>',
        ]),
    '</main>',
    `<p id="told" role="status" data-copied="${html(say(exporterWords, lang, 'page.copied'))}" data-select="${html(say(exporterWords, lang, 'page.select'))}"></p>`,
    `<script>${pageScript}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const digestOf = (source: string): string => `'sha256-${base64(digestRaw(source))}'`;
const policy = [
  "default-src 'none'",
  `style-src ${digestOf(pageStyle)}`,
  `script-src ${digestOf(pageScript)}`,
  "img-src 'self' file: data:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const html = (text: string): string => escapeHtml(text);

function byDay(packed: readonly PackedEntry[], lang: Lang): readonly (readonly [string, readonly PackedEntry[]])[] {
  const days = new Map<string, PackedEntry[]>();
  for (const entry of packed) {
    const { day } = entry.entry.placement;
    const name = day === null ? say(exporterWords, lang, 'no_day') : `${day} ${sayWeekday(lang, day)}`;
    days.set(name, [...(days.get(name) ?? []), entry]);
  }
  return [...days];
}

function card(packed: PackedEntry, model: ExportModel): string {
  const { entry, fields, folder, pictures, covers } = packed;
  const findings = findingLines(entry, model.lang);
  return [
    '<article>',
    `<h3>${html(heading(entry, model))}</h3>`,
    `<p class="when">${html(whenOf(entry, model))}</p>`,
    `<p class="piece">${html(entry.piece.title)}</p>`,
    ...(findings.length === 0
      ? []
      : [`<ul class="findings">${findings.map((line) => `<li>${html(line)}</li>`).join('')}</ul>`]),
    ...fields.filter(({ kind }) => kind !== 'html').map((field) => fieldBlock(field, richOf(field, fields), model)),
    ...(pictures.length === 0
      ? []
      : [
          `<figure>${pictures
            .map(
              ({ file, image }, index) =>
                `<a href="${address(folder, file)}"><img src="${address(folder, file)}" alt="${html(image.alt)}" loading="lazy"><span>${index + 1}</span></a>`,
            )
            .join(
              '',
            )}<figcaption>${html(say(exporterWords, model.lang, 'page.images', { count: pictures.length }))}</figcaption></figure>`,
        ]),
    ...covers.map(
      ({ file, cover }) =>
        `<figure><a href="${address(folder, file)}"><img src="${address(folder, file)}" alt="" loading="lazy"></a><figcaption>${html(
          say(exporterWords, model.lang, 'cover', { place: cover[model.lang] }),
        )}</figcaption></figure>`,
    ),
    `<label class="done"><input type="checkbox" value="${html(folder)}"> ${html(say(exporterWords, model.lang, 'page.done'))}</label>`,
    '</article>',
  ].join('\n');
}

/** As a browser finds it beside the page, whatever the names hold. */
const address = (folder: string, file: string): string =>
  html(`${folder}/${file}`.split('/').map(encodeURIComponent).join('/'));

/** The formatted form of the body goes with its plain one. */
const richOf = ({ kind }: CopyField, fields: readonly CopyField[]): CopyField | null =>
  kind === 'body' ? (fields.find((field) => field.kind === 'html') ?? null) : null;

/** A parser drops the first line break of `pre` and `textarea`, so each is given one to drop. */
function fieldBlock({ kind, number, text }: CopyField, rich: CopyField | null, { lang }: ExportModel): string {
  const label = html(say(exporterWords, lang, `field.${kind}`, { number }));
  const button = (key: 'page.copy' | 'page.copy_rich', attribute: string): string =>
    `<button type="button" ${attribute} aria-label="${html(say(exporterWords, lang, key))} ${label}">${html(say(exporterWords, lang, key))}</button>`;
  return [
    `<div class="field"><div class="bar"><h4>${label}</h4>`,
    ...(rich === null ? [] : [button('page.copy_rich', 'data-rich')]),
    button('page.copy', 'data-plain'),
    `</div><pre>\n${html(text)}</pre>`,
    ...(rich === null ? [] : [`<textarea hidden readonly>\n${html(rich.text)}</textarea>`]),
    '</div>',
  ].join('');
}

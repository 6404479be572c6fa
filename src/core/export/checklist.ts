import type { Lang } from '../model/records';
import { exporterWords } from '../words/exporters';
import { platformWords, sayField, sayUnit } from '../words/platforms';
import { say } from '../words/say';
import type { CopyField } from './copyFields';
import type { PackedEntry } from './copyPack';
import { formatName, platformName, platformOf } from './entries';
import { whyBlocked } from './entry';
import { findingLines } from './findingLines';
import type { ExportEntry, ExportModel } from './types';

/** `check.md` beside the copy of one placement: what to paste where, how long it is, what is to settle first. */
export function checklist(packed: PackedEntry, model: ExportModel): string {
  const { entry, fields, pictures, covers } = packed;
  const { lang } = model;
  const publishUrl = platformOf(model, entry)?.publishUrl;
  const steps = [
    ...(publishUrl === undefined ? [] : [say(exporterWords, lang, 'open', { url: publishUrl })]),
    ...pasted(fields).map(({ kind, number, file }) => say(exporterWords, lang, `do.${kind}`, { number, file })),
    ...(pictures.length === 0
      ? []
      : [say(exporterWords, lang, 'do.images', { files: pictures.map(({ file }) => `\`${file}\``).join(' ') })]),
    ...(covers.length === 0
      ? []
      : [
          say(exporterWords, lang, 'do.covers', {
            files: covers.map(({ file, cover }) => `${cover[lang]} \`${file}\``).join(lang === 'zh' ? '、' : ', '),
          }),
        ]),
    say(exporterWords, lang, 'do.link_back'),
  ];
  const findings = findingLines(entry, lang);
  return [
    `# ${heading(entry, model)}`,
    '',
    whenOf(entry, model),
    '',
    ...steps.map((step) => `- [ ] ${oneLine(step)}`),
    '',
    `## ${say(exporterWords, lang, 'check.counts')}`,
    '',
    ...countTable(entry, model),
    '',
    `## ${say(exporterWords, lang, 'check.findings')}`,
    '',
    ...(findings.length === 0
      ? [say(exporterWords, lang, 'check.clean')]
      : findings.map((line) => `- ${oneLine(line)}`)),
    '',
  ].join('\n');
}

/** Where there is a formatted text, it is the one to paste; its step names the plain one as the way out. */
const pasted = (fields: readonly CopyField[]): readonly CopyField[] =>
  fields.some(({ kind }) => kind === 'html') ? fields.filter(({ kind }) => kind !== 'body') : fields;

/** `check.md` of the whole pack: every placement in order, and those that could not be written. */
export function overview(packed: readonly PackedEntry[], blocked: readonly ExportEntry[], model: ExportModel): string {
  const { lang } = model;
  const days = new Set(packed.flatMap(({ entry }) => entry.placement.day ?? [])).size;
  return [
    `# ${oneLine(model.title)} · ${say(exporterWords, lang, 'check.heading')}`,
    '',
    say(exporterWords, lang, 'check.summary', { placements: packed.length, days }),
    '',
    ...packed.map(({ entry, folder }) => `- [ ] ${oneLine(listLine(entry, model))} \`${folder}\``),
    ...(blocked.length === 0
      ? []
      : ['', `## ${say(exporterWords, lang, 'blocked.heading')}`, '', say(exporterWords, lang, 'blocked'), '']),
    ...blocked.map((entry) => `- ${oneLine(`${listLine(entry, model)} — ${whyBlocked(entry, lang)}`)}`),
    '',
  ].join('\n');
}

export const listLine = (entry: ExportEntry, model: ExportModel): string =>
  say(exporterWords, model.lang, 'blocked.line', {
    when: whenOf(entry, model),
    platform: platformName(model, entry),
    account: accountName(entry, model),
    title: entry.piece.title,
  });

export const heading = (entry: ExportEntry, model: ExportModel): string =>
  oneLine(`${platformName(model, entry)} · ${formatName(model, entry)} · ${accountName(entry, model)}`);

export const accountName = ({ account }: ExportEntry, { lang }: ExportModel): string =>
  account?.name || say(exporterWords, lang, 'no_account');

/** `2026-10-11 20:00 Asia/Shanghai`. */
export const whenOf = ({ placement }: ExportEntry, { lang }: ExportModel): string =>
  placement.day === null
    ? say(exporterWords, lang, 'no_day')
    : `${placement.day} ${placement.time === null ? say(exporterWords, lang, 'no_time') : `${placement.time} ${placement.zone}`}`;

/** A row of headings, then one for each count: where, in which unit, how much, and the limit. */
export function countRows({ variant }: ExportEntry, lang: Lang): readonly (readonly string[])[] {
  const head = (['field', 'unit', 'value', 'limit'] as const).map((name) => say(exporterWords, lang, `count.${name}`));
  const rows = variant.counts.map(({ field, unit, value, limit }) => [
    sayField(lang, field),
    `${sayUnit(lang, unit)} (${say(platformWords, lang, `unit_note.${unit}`)})`,
    `${value}`,
    limit === null ? say(exporterWords, lang, 'count.none') : `${limit}`,
  ]);
  return [head, ...rows];
}

function countTable(entry: ExportEntry, { lang }: ExportModel): readonly string[] {
  const [head = [], ...rows] = countRows(entry, lang);
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
}

/** Lists and headings are one line; what people wrote may not break out of them. */
const oneLine = (text: string): string => text.replaceAll(/\s*[\r\n]+\s*/g, ' ');

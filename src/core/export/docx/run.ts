import { sayBriefLabel } from '../../words/briefLabels';
import { docxWords } from '../../words/docx';
import { exporterWords } from '../../words/exporters';
import { sayKind, sayState, saySubkind } from '../../words/kinds';
import { say } from '../../words/say';
import { countRows, heading, whenOf } from '../checklist';
import { copyFields } from '../copyFields';
import { formatOf, sortEntries } from '../entries';
import { whyBlocked } from '../entry';
import { findingLines } from '../findingLines';
import { nameGiver, safeName } from '../safeName';
import type { ExportEntry, ExportFile, ExportModel, ExportPiece } from '../types';
import { blocksXml } from './blocks';
import { type Comments, remarked, remarkedRuns, remarksOn } from './comments';
import { docxArchive } from './package';
import { createParts } from './parts';
import { paragraph, run, table } from './xml';

/**
 * A piece with its versions as a Word file for people who review in Word: brief, source and, platform by platform, every
 * text with its length, what is to settle, and room for comments. One file per piece.
 */
export function* runDocx(model: ExportModel): Generator<ExportFile> {
  const fileName = nameGiver();
  const entries = sortEntries(model.entries);
  for (const piece of model.pieces) {
    const own = entries.filter((entry) => entry.piece.id === piece.piece.id);
    yield { path: fileName(safeName(piece.piece.title), '.docx'), content: pieceDocx(piece, own, model) };
  }
}

type Say = (key: keyof (typeof docxWords)['zh'], params?: Readonly<Record<string, string>>) => string;

function pieceDocx(source: ExportPiece, entries: readonly ExportEntry[], model: ExportModel): ExportFile['content'] {
  const { lang, stamp } = model;
  const { piece, doc, images } = source;
  const t: Say = (key, params) => say(docxWords, lang, key, params);
  const parts = createParts();
  const body = [
    paragraph(run(piece.title || t('source')), { style: 'Title' }),
    facts(source, model, t),
    ...brief(source, model, t),
    paragraph(run(t('source')), { style: 'Heading1' }),
    blocksXml(doc.content, { model, brief: piece.brief, images, parts }),
    comments(t),
    ...(entries.length === 0 ? [paragraph(run(t('unplanned')), { style: 'Meta' })] : []),
    ...versions(entries).map((same) => version(same, model, t, parts.comments)),
  ].join('');
  const by = stamp.by;
  return docxArchive(body, parts, {
    title: piece.title,
    lang,
    creator: by || 'Juzhen',
    stamp: t(by === '' ? 'stamp' : 'stamp.by', { title: model.title, by, at: stamp.at }),
  });
}

function facts({ piece, persona }: ExportPiece, { lang }: ExportModel, t: Say): string {
  const kind = [sayKind(lang, piece.kind), ...(piece.subkind === null ? [] : [saySubkind(lang, piece.subkind)])];
  const rows = [
    [t('kind'), kind.join(' · ')],
    [t('state'), sayState(lang, piece.state)],
    [t('persona'), persona?.name ?? ''],
    [t('tags'), piece.tags.join(lang === 'zh' ? '、' : ', ')],
    [t('link'), piece.link],
  ].filter(([, value]) => value !== '');
  return rows
    .map(([label, value]) => paragraph(run(`${label}  `) + run(value ?? '', { bold: true }), { style: 'Meta' }))
    .join('');
}

function brief({ piece }: ExportPiece, { lang }: ExportModel, t: Say): readonly string[] {
  const filled = Object.entries(piece.brief).filter(([, value]) => value !== '');
  if (filled.length === 0) return [];
  return [
    paragraph(run(t('brief')), { style: 'Heading1' }),
    table(
      filled.map(([key, value]) => [paragraph(run(sayBriefLabel(lang, key), { bold: true })), paragraph(run(value))]),
      [1, 4],
    ),
  ];
}

/** Placements of one account in one format show the same text: they are one version with several dates. */
function versions(entries: readonly ExportEntry[]): readonly (readonly [ExportEntry, ...ExportEntry[]])[] {
  const found = new Map<string, [ExportEntry, ...ExportEntry[]]>();
  for (const entry of entries) {
    const key = `${entry.account?.id ?? ''} ${entry.variant.platform}/${entry.variant.format}`;
    const there = found.get(key);
    if (there === undefined) found.set(key, [entry]);
    else there.push(entry);
  }
  return [...found.values()];
}

function version(
  same: readonly [ExportEntry, ...ExportEntry[]],
  model: ExportModel,
  t: Say,
  remarks: Comments,
): string {
  const { lang } = model;
  const [entry] = same;
  const findings = findingLines(entry, lang);
  const when = same.map((one) => whenOf(one, model)).join(lang === 'zh' ? '；' : '; ');
  return [
    paragraph(run(heading(entry, model)), { style: 'Heading1' }),
    paragraph(run(`${t('when')}  `) + run(when, { bold: true }), { style: 'Meta' }),
    ...(entry.blocked ? [paragraph(run(whyBlocked(entry, lang)))] : texts(entry, model, remarks)),
    paragraph(run(t('counts')), { style: 'Heading2' }),
    counts(entry, model),
    paragraph(run(t('findings')), { style: 'Heading2' }),
    ...(findings.length === 0 ? [t('clean')] : findings).map((line) => paragraph(run(line))),
    comments(t),
  ].join('');
}

/**
 * Every text as it will be pasted, line by line, with what the check says about it as remarks at the words; formatted text
 * is the plain one in other clothes.
 */
const texts = (entry: ExportEntry, model: ExportModel, remarks: Comments): readonly string[] =>
  copyFields(entry.variant, formatOf(model, entry), none, model.lang, {
    pictures: new Map(entry.images.map(({ src, name }) => [src, name])),
    covers: new Map(),
  })
    .filter(({ kind }) => kind !== 'html')
    .flatMap((field) => {
      const { kind, number, text } = field;
      const { spans, whole } = remarksOn(field, entry.variant.findings, remarks, model.lang);
      const name = run(say(exporterWords, model.lang, `field.${kind}`, { number }));
      return [
        paragraph(remarked(name, whole), { style: 'Heading2' }),
        ...blocksOf(text).map(({ block, from }) => paragraph(remarkedRuns(block, from, spans))),
      ];
    });

/** A text's paragraphs, each with where it begins. */
const blocksOf = (text: string): readonly { readonly block: string; readonly from: number }[] =>
  [...text.replace(/\n+$/, '').matchAll(/(?:(?!\n{2}).)+/gs)].map(({ 0: block, index }) =>
    block.startsWith('\n') ? { block: block.slice(1), from: index + 1 } : { block, from: index },
  );
const none: ReadonlyMap<string, string> = new Map();

const counts = (entry: ExportEntry, { lang }: ExportModel): string => {
  const [head = [], ...rows] = countRows(entry, lang);
  return table(
    [
      head.map((cell) => paragraph(run(cell, { bold: true }))),
      ...rows.map((row) => row.map((cell) => paragraph(run(cell)))),
    ],
    [2, 4, 1, 1],
    { heading: true },
  );
};

const comments = (t: Say): string =>
  [
    paragraph(run(t('comments')), { style: 'Heading2' }),
    table(
      [[paragraph(run(t('comments.hint')), { style: 'Comments' }) + paragraph('') + paragraph(run(t('verdict')))]],
      [1],
      { height: 1400 },
    ),
    paragraph(''),
  ].join('');

import type { Finding } from '../../adapt/types';
import type { Lang } from '../../model/records';
import { occurrences } from '../../text/occurrences';
import { docxWords } from '../../words/docx';
import { exporterWords } from '../../words/exporters';
import { sayFindingLine } from '../../words/findings';
import { say } from '../../words/say';
import type { CopyField } from '../copyFields';
import { paragraph, run, WORD, xmlText } from './xml';

/** Remarks of the document, numbered from 0 as they are made. */
export type Comments = {
  /** Answers its number, for the place it is about. */
  readonly add: (text: string) => number;
  readonly count: () => number;
  readonly xml: (lang: Lang) => string;
};

export function createComments(): Comments {
  const texts: string[] = [];
  return {
    add: (text) => texts.push(text) - 1,
    count: () => texts.length,
    xml: (lang) => {
      const author = xmlText(say(docxWords, lang, 'check'));
      const initials = xmlText(say(docxWords, lang, 'check.initials'));
      const list = texts.map(
        (text, id) =>
          // Undated: the same document is the same bytes.
          `<w:comment w:id="${id}" w:author="${author}" w:initials="${initials}">${paragraph(run(text))}</w:comment>`,
      );
      return `<w:comments xmlns:w="${WORD}">${list.join('')}</w:comments>`;
    },
  };
}

/** Words of a text with a remark about them; a number may stand at several places. */
export type Span = { readonly start: number; readonly end: number; readonly id: number };

/** What is to settle in one text of a version: at its words, or about all of it. */
export type Remarks = { readonly spans: readonly Span[]; readonly whole: readonly number[] };

/** Makes a remark of every finding about this text. Those about pictures, links or the brief stay in the list below. */
export function remarksOn(
  { kind, number, text }: CopyField,
  findings: readonly Finding[],
  comments: Comments,
  lang: Lang,
): Remarks {
  const field = kind === 'part' ? `part ${number}` : (fieldOf[kind] ?? null);
  const spans: Span[] = [];
  const whole: number[] = [];
  for (const finding of findings) {
    if (finding.field !== field) continue;
    const severity = say(exporterWords, lang, `severity.${finding.severity}`);
    const id = comments.add(say(docxWords, lang, 'comment', { severity, text: sayFindingLine(lang, finding) }));
    const words = wordsOf(finding);
    const start = occurrences(text, words, true)[0] ?? occurrences(text, words, false)[0];
    if (start === undefined) whole.push(id);
    else spans.push({ start, end: start + words.length, id });
  }
  return { spans, whole };
}

/** What a finding quotes from the text it is about; empty for one about all of it. */
const wordsOf = ({ params }: Finding): string => String(params.word ?? params.text ?? params.sign ?? '');

/** The check's names of the texts that are shown; the rest share theirs. */
const fieldOf: Partial<Readonly<Record<CopyField['kind'], Finding['field']>>> = {
  title: 'title',
  cover: 'cover',
  body: 'body',
  tags: 'tags',
  topics: 'tags',
  digest: 'digest',
  script: 'script',
  chapters: 'chapters',
  run_of_show: 'runOfShow',
  first_comment: 'firstComment',
};

/**
 * A stretch of a text as runs, its remarks set where their words begin and end. Remarks may overlap; one that reaches
 * beyond the stretch ends with it.
 *
 * @param from where the stretch begins in the text that the spans count in, in UTF-16 units.
 */
export function remarkedRuns(text: string, from: number, spans: readonly Span[]): string {
  const inside = spans
    .map(({ start, end, id }) => ({ id, start: Math.max(0, start - from), end: Math.min(text.length, end - from) }))
    .filter(({ start, end }) => start < end);
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts
    .map((at, index) =>
      [
        ...inside.filter(({ end }) => end === at).map(({ id }) => closing(id)),
        ...inside.filter(({ start }) => start === at).map(({ id }) => `<w:commentRangeStart w:id="${id}"/>`),
        run(text.slice(at, cuts[index + 1] ?? at)),
      ].join(''),
    )
    .join('');
}

/** The whole of some runs under several remarks. */
export const remarked = (runs: string, ids: readonly number[]): string =>
  [...ids.map((id) => `<w:commentRangeStart w:id="${id}"/>`), runs, ...ids.map(closing)].join('');

const closing = (id: number): string =>
  `<w:commentRangeEnd w:id="${id}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`;

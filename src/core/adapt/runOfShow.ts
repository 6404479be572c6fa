import { findAdLawTerms } from '../check/adLaw/matcher';
import { isCall } from './callToAct';
import type { Context, Paragraph } from './draft';
import { clean } from './flatten';
import { type Line, linesOf } from './shots';
import { secondsToSay, speakingRate, spokenGap } from './speech';
import { asSpoken, originsOfJoined, saidInItem, titleOfItem } from './spoken';
import type { Origin, Segment } from './types';

/**
 * The run of show of a live stream: one item per heading of the text, or per paragraph where it has none, with whole
 * minutes. Time is what the words take at the format's rate and a minute for each place where viewers act. Those places
 * are questions and calls of the text and, in an interactive piece, what its brief asks of people and until when.
 */
export function runOfShow(paragraphs: readonly Paragraph[], context: Context): Show {
  const { source, format } = context;
  const rate = format.format.speech ?? speakingRate;
  const groups = grouped(linesOf(paragraphs, context), paragraphs);
  const points = briefPoints(context, groups.flat());
  const own = clean(source.link).trim();
  const links = groups.map((lines) => hrefsOf(lines, paragraphs));
  let at = 0;
  const spoken: Origin[] = [];
  const segments = groups.map((lines, index): Segment => {
    const isLast = index === groups.length - 1;
    const texts = lines.map(({ text }) => text);
    const whole = texts.join('\n');
    const said = saidOf(lines);
    const gap = spokenGap(source.lang);
    const asked = texts.filter((text) => /[？?][”」』"]?$/u.test(text) || isCall(text));
    const due = points.filter((point) =>
      isLast ? !groups.slice(0, -1).some((before) => quotes(before, point)) : quotes(lines, point),
    );
    const ask = [...new Set([...asked, ...due.filter((point) => !asked.some((text) => text.includes(point)))])];
    const seconds = lines.reduce((sum, { text }) => sum + secondsToSay(text, rate), 0) + ask.length * ASK_SECONDS;
    const minutes = Math.max(1, Math.ceil(seconds / 60));
    const segment = {
      at,
      minutes,
      title: oneLine(lines[0]?.heading ?? ''),
      say: said.map((together) => together.map(({ text }) => text).join(gap)),
      ask: ask.map(oneLine),
      links: [
        ...new Set([...(links[index] ?? []), ...(isLast && own !== '' && !links.flat().includes(own) ? [own] : [])]),
      ],
      risks: risksIn([whole, ...ask].join('\n'), source.lang),
    };
    at += minutes;
    const item = index + 1;
    spoken.push(
      ...originsOfJoined(titleOfItem(item), asSpoken(lines[0]?.headed ?? [], oneLine), ' '),
      ...said.flatMap((together, line) => originsOfJoined(saidInItem(item, line + 1), together, gap)),
    );
    return segment;
  });
  return { segments, spoken };
}

/** The items, and which sentence of the source each stretch of them is. */
export type Show = { readonly segments: readonly Segment[]; readonly spoken: readonly Origin[] };

/** Time for answers to come in. */
const ASK_SECONDS = 60;

/**
 * What an interactive brief asks of viewers, in its own words: how to take part, unless the text already calls for it,
 * then what there is to win and until when.
 */
function briefPoints({ source }: Context, lines: readonly Line[]): readonly string[] {
  if (source.kind !== 'interactive') return [];
  const value = (key: string): string =>
    clean(Object.hasOwn(source.brief, key) ? (source.brief[key] ?? '') : '').trim();
  const how = lines.some(({ text }) => isCall(text)) ? '' : value('participate') || value('mechanic');
  return [...new Set([how, value('reward'), value('deadline')])].filter((point) => point !== '').slice(0, MAX_POINTS);
}
const MAX_POINTS = 4;

const quotes = (lines: readonly Line[], point: string): boolean => lines.some(({ text }) => text.includes(point));

/** Lines of one heading; without headings, of one paragraph, with the list that it introduces. */
function grouped(lines: readonly Line[], paragraphs: readonly Paragraph[]): readonly (readonly Line[])[] {
  const headed = lines.some(({ heading }) => heading !== '');
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1)?.at(-1);
    const goesOn =
      last !== undefined &&
      (headed
        ? last.heading === line.heading
        : last.paragraph === line.paragraph ||
          (isItem(paragraphs, line) && (isItem(paragraphs, last) || /[：:]$/.test(last.text))));
    if (goesOn) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups;
}

const isItem = (paragraphs: readonly Paragraph[], { paragraph }: Line): boolean =>
  paragraphs[paragraph]?.kind === 'item';

/** What is said, paragraph by paragraph, each line as it is read out. */
function saidOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const said = new Map<number, Line[]>();
  for (const line of lines) {
    const shown = { ...line, text: oneLine(line.text) };
    const before = said.get(line.paragraph);
    if (before === undefined) said.set(line.paragraph, [shown]);
    else before.push(shown);
  }
  return [...said.values()];
}

const hrefsOf = (lines: readonly Line[], paragraphs: readonly Paragraph[]): readonly string[] => {
  const wanted = new Set(lines.map(({ paragraph }) => paragraph));
  return [...wanted].flatMap((index) =>
    (paragraphs[index]?.sentences ?? []).flatMap(({ runs }) =>
      runs.flatMap((run) => (run.kind === 'link' ? [run.href] : [])),
    ),
  );
};

const risksIn = (text: string, lang: 'zh' | 'en'): readonly string[] => [
  ...new Set(
    findAdLawTerms(text)
      .filter(({ level }) => level !== 'info')
      .map(({ written, law }) =>
        lang === 'zh'
          ? `${oneLine(written)}（${law.zh}${law.article}）`
          : `${oneLine(written)} (${law.en}, ${law.articleEn})`,
      ),
  ),
];

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

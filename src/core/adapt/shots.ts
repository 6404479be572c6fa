import type { Lang } from '../model/records';
import { halfWidths } from '../text/length';
import { clauses } from '../text/sentences';
import { withoutAddresses } from './addresses';
import { type Context, entry, type Paragraph, type Sentence } from './draft';
import { clean } from './flatten';
import { Selection } from './select';
import { type SpeakingRate, secondsToSay, speakingRate, spoken, spokenGap } from './speech';
import { originsOfShot } from './spoken';
import type { Origin, Shot, SourceImage, TraceEntry } from './types';
import { weigh } from './weigh';
import { tiers, weightless } from './weights';

/**
 * A shooting script from the same text: the hook first, then shots of a few seconds each with what is seen, what is
 * said and what stands on the screen. Nothing is invented: pictures are named by the piece's own images, headings and
 * brief. A text that takes longer than the format allows gives up sentences by weight, each with a trace.
 */
export type Script = {
  readonly shots: readonly Shot[];
  /** The heading each shot stands under; empty before the first. */
  readonly headings: readonly string[];
  /** Which sentence of the source each stretch of a shot's voice is. */
  readonly spoken: readonly Origin[];
  readonly trace: readonly TraceEntry[];
};

/** A shot is closed once it is this long. */
const SHOT_SECONDS = 6;
/** A sentence that would make a shot longer than this begins one of its own. */
const LONGEST_SHOT = 10;
/** Longest opening that still holds a viewer. */
const HOOK_SECONDS = 5;
/** Shortest shot a viewer can read. */
const MIN_SECONDS = 2;
/** Widest on-screen caption, in half-widths: 16 Chinese characters. */
const CAPTION_WIDTH = 32;

export type Line = {
  readonly text: string;
  /** The sentence as the source has it. */
  readonly sentence: Sentence;
  /** The opening a film takes from the title. */
  readonly isTitle?: true | undefined;
  readonly paragraph: number;
  /** Its number within the paragraph, from 0. */
  readonly place: number;
  readonly heading: string;
  /** The sentences that heading is made of. */
  readonly headed: readonly Sentence[];
  readonly image: string;
};

export function shootingScript(paragraphs: readonly Paragraph[], context: Context): Script {
  const { limits, speech = speakingRate } = context.format.format;
  const all = linesOf(paragraphs, context);
  const hook = hookOf(all, paragraphs, context, speech);
  const opened = hook === null ? 0 : Math.ceil(secondsToSay(hook.text, speech));
  const max = (limits.video_max_s ?? Number.POSITIVE_INFINITY) - opened;
  const { kept, trace } = withinTime(all, paragraphs, context, max, speech);
  const lines = hook === null || kept.length === 0 ? kept : [hook, ...kept];
  const hooked =
    hook === null || kept.length === 0 ? [] : [entry('parts', 'added', 'title_as_hook', { after: hook.text })];
  const cut = shotsOf(lines, context, speech, (line, seconds) => {
    const then = seconds + secondsToSay(lines[line + 1]?.text ?? '', speech);
    return line === 0 || seconds >= SHOT_SECONDS || (seconds >= MIN_SECONDS && then > LONGEST_SHOT);
  });
  return { ...cut, trace: [...hooked, ...trace] };
}

/**
 * A film is won in its first seconds. Where the text opens with a sentence that takes longer to say and nobody marked
 * it as the lead, the title is said first, unless the opening already says it. Null keeps the text's own opening.
 */
function hookOf(
  [first]: readonly Line[],
  paragraphs: readonly Paragraph[],
  { source }: Context,
  rate: SpeakingRate,
): Line | null {
  const title = spokenTitle(source.title);
  if (first === undefined || title === '' || paragraphs[first.paragraph]?.lead === true) return null;
  const seconds = secondsToSay(title, rate);
  if (secondsToSay(first.text, rate) <= HOOK_SECONDS || seconds > HOOK_SECONDS) return null;
  return lettersOf(first.text).startsWith(lettersOf(title)) || lettersOf(title) === ''
    ? null
    : { ...first, text: title, isTitle: true };
}
const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');
const MAX_HOOK = 200;

/** Nobody says what stands in brackets: （上）, 【直播预告】. */
const spokenTitle = (title: string): string =>
  clean(title)
    .slice(0, MAX_HOOK)
    .replace(/（[^（）]*）|\([^()]*\)|【[^【】]*】|\[[^[\]]*\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

export function linesOf(paragraphs: readonly Paragraph[], { source }: Context): readonly Line[] {
  const images = new Map(source.images.map((image) => [image.src, image]));
  const lines: Line[] = [];
  let heading = '';
  let headed: readonly Sentence[] = [];
  let image = coverWords(source.images);
  for (const [index, paragraph] of paragraphs.entries()) {
    if (paragraph.kind === 'image') image = wordsOf(images.get(paragraph.src)) || image;
    else if (paragraph.kind === 'heading') {
      heading = paragraph.sentences.map(spoken).join(' ');
      headed = paragraph.sentences;
    } else if (paragraph.kind !== 'code')
      for (const said of saidIn(paragraph, source.lang))
        lines.push({
          text: said.text,
          sentence: said.sentence,
          paragraph: index,
          place: said.place,
          heading,
          headed,
          image,
        });
  }
  return lines;
}

type Said = Pick<Line, 'text' | 'sentence' | 'place'>;
/** Every film says the same of a paragraph. */
const saidParagraphs = new WeakMap<Paragraph, { readonly lang: Lang; readonly said: readonly Said[] }>();
function saidIn(paragraph: Paragraph, lang: Lang): readonly Said[] {
  const known = saidParagraphs.get(paragraph);
  if (known?.lang === lang) return known.said;
  const said = paragraph.sentences.flatMap((sentence, place): readonly Said[] => {
    const text = spoken({ ...sentence, runs: withoutAddresses(sentence, lang, paragraph.keep) });
    return /[\p{L}\p{N}]/u.test(text) ? [{ text, sentence, place }] : [];
  });
  saidParagraphs.set(paragraph, { lang, said });
  return said;
}

const wordsOf = (image: SourceImage | undefined): string => image?.alt.trim() ?? '';
const coverWords = (images: readonly SourceImage[]): string => wordsOf(images[0]);

/** Leaves out the least weighty sentences until the rest can be said in time. */
function withinTime(
  lines: readonly Line[],
  paragraphs: readonly Paragraph[],
  context: Context,
  maxSeconds: number,
  rate: SpeakingRate,
): { kept: readonly Line[]; trace: readonly TraceEntry[] } {
  // A shot's seconds are rounded up: half a second per line covers it.
  const costs = lines.map((line) => Math.max(secondsToSay(line.text, rate) + 0.5, MIN_SECONDS / 2));
  const sum = costs.reduce((all, cost) => all + cost, 0);
  if (sum <= maxSeconds) return { kept: lines, trace: [] };
  const weighed = weigh(paragraphs, context);
  const worth = lines.map(({ paragraph, place }) => weighed[paragraph]?.[place] ?? weightless('ordinary'));
  const items = worth.map(({ tier, weight }, index) => ({
    group: index,
    text: [costs[index] ?? 0],
    gap: [0],
    tier: tiers.indexOf(tier),
    weight,
  }));
  const selection = new Selection(
    items,
    lines.map(() => ({ wrap: [0], between: [0] })),
  );
  selection.shrink([sum - maxSeconds]);
  selection.grow([maxSeconds - (selection.total(1)[0] ?? 0)]);
  const trace = lines.flatMap((line, index) =>
    selection.kept[index] === true
      ? []
      : [
          entry('parts', 'removed', 'too_long_to_say', {
            before: line.sentence.source,
            block: paragraphs[line.paragraph]?.block ?? null,
            sentence: line.sentence.at?.index,
            ...worth[index],
          }),
        ],
  );
  return { kept: lines.filter((_, index) => selection.kept[index] === true), trace };
}

/** Gathers lines into shots; `ends` decides after which line, given its index and the seconds gathered. */
function shotsOf(
  lines: readonly Line[],
  { source }: Context,
  rate: SpeakingRate,
  ends: (line: number, seconds: number) => boolean,
): Pick<Script, 'shots' | 'headings' | 'spoken'> {
  const shots: Shot[] = [];
  const headings: string[] = [];
  const said: Origin[] = [];
  let open: Line[] = [];
  let seconds = 0;
  for (const [index, line] of lines.entries()) {
    open.push(line);
    seconds += secondsToSay(line.text, rate);
    const next = lines[index + 1];
    if (next !== undefined && samePicture(line, next) && !ends(index, seconds)) continue;
    const gap = spokenGap(source.lang);
    const voice = open.map(({ text }) => text).join(gap);
    shots.push({
      seconds: Math.max(MIN_SECONDS, Math.ceil(seconds)),
      picture: line.image || line.heading || source.brief.scene || source.brief.place || source.title,
      voice,
      caption: captionOf(voice, source.lang),
    });
    headings.push(line.heading);
    said.push(...originsOfShot(shots.length, open, gap));
    open = [];
    seconds = 0;
  }
  return { shots, headings, spoken: said };
}

const samePicture = (a: Line, b: Line): boolean => a.image === b.image && a.heading === b.heading;

/** The clause worth reading: one with a figure, else the longest that fits on the screen. */
function captionOf(voice: string, lang: 'zh' | 'en'): string {
  const fitting = clauses(voice, lang)
    .map((clause) => clause.trim().replace(/[，。；：、,.;:]+$/u, ''))
    .filter((clause) => clause !== '' && halfWidths(clause) <= CAPTION_WIDTH);
  return fitting.find((clause) => /\p{N}/u.test(clause)) ?? longest(fitting);
}

const longest = (texts: readonly string[]): string =>
  texts.reduce((best, text) => (halfWidths(text) > halfWidths(best) ? text : best), '');

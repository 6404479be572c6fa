import type { FormatPack } from '../../platforms/pack';
import {
  type Context,
  type Draft,
  entry,
  holds,
  mapSentences,
  once,
  type Paragraph,
  type Run,
  type Step,
  traced,
} from '../draft';
import { rawText } from '../inlineTokens';
import { tagListCost } from '../measure';
import { lawfulTag, tagCap, tagKey, writeTag } from '../tagRules';
import type { TraceEntry } from '../types';
import { addClosings } from './voice';

/**
 * Hashtags: the topic of the brief first, then those in the text, the piece's tags and the account's standing tags;
 * made lawful for the platform, up to its number. In the text a chosen one takes the platform's syntax and any other
 * becomes plain words. Chosen ones the text does not hold stand in a line at its end, or in the tag field.
 */
export const tags: Step = once((draft, context) => {
  const format = context.format.format;
  const { chosen, trace } = chooseTags(draft, context);
  const inline = format.tags.where === 'inline' && format.tags.syntax !== 'none';
  const written = writeInText(traced({ ...draft, tags: chosen }, trace), format, inline ? chosen : []);
  if (!inline) return written;
  const standing = new Set(hashtagsIn(draft.paragraphs).map(tagKey));
  const line = chosen.filter((tag) => !standing.has(tagKey(tag))).map(writeTag[format.tags.syntax]);
  return line.length === 0
    ? written
    : addClosings(written, [{ kind: 'tags', text: line.join(' '), href: null }], 'tags');
});

const hashtagsIn = (paragraphs: readonly Paragraph[]): readonly string[] =>
  paragraphs.flatMap((paragraph) =>
    holds(paragraph, 'hashtag')
      ? paragraph.sentences.flatMap(({ runs }) => runs.flatMap((run) => (run.kind === 'hashtag' ? [run.tag] : [])))
      : [],
  );

/** Everything that asks to be a tag, once, in the order of importance. Depends on the source, not on what was cut. */
function chooseTags(draft: Draft, context: Context): Choice {
  if (last !== null && last.context === context && last.all === draft.all) return last.choice;
  const choice = choose(draft, context);
  last = { context, all: draft.all, choice };
  return choice;
}

type Choice = { readonly chosen: readonly string[]; readonly trace: readonly TraceEntry[] };
/** Fitting dresses the text again and again; the tags stay the same. */
let last: { readonly context: Context; readonly all: Draft['all']; readonly choice: Choice } | null = null;

function choose(draft: Draft, context: Context): Choice {
  const { source, voice, format, keep } = context;
  const topic = source.brief.hashtag ?? '';
  const asking = [topic, ...hashtagsIn(draft.all), ...source.tags, ...voice.standingTags];
  // What a person kept goes before everything else.
  const wanted = [...asking.filter((tag) => keep.has(tag)), ...asking];
  const trace: TraceEntry[] = [];
  const chosen: string[] = [];
  const seen = new Set<string>();
  const cap = tagCap(format.format);
  for (const tag of wanted) {
    const key = tagKey(tag.replace(/[#＃]/g, '').trim());
    if (key === '' || seen.has(key)) continue;
    seen.add(key);
    const verdict = cap === 0 ? null : lawfulTag(tag, format.format);
    if (verdict === null) trace.push(entry('tags', 'removed', 'no_tags_here', { before: tag }));
    else if (verdict.kind === 'unlawful') trace.push(entry('tags', 'removed', verdict.reason, { before: tag }));
    else if (chosen.length >= cap) trace.push(entry('tags', 'removed', 'too_many_tags', { before: tag }));
    else if (tooLongTogether([...chosen, verdict.tag], format.format))
      trace.push(entry('tags', 'removed', 'tags_too_long', { before: tag }));
    else {
      chosen.push(verdict.tag);
      seen.add(tagKey(verdict.tag));
      if (verdict.tag !== tag.replace(/^[#＃]|[#＃]$/g, ''))
        trace.push(entry('tags', 'changed', 'tag_made_lawful', { before: tag, after: verdict.tag }));
    }
  }
  return { chosen, trace };
}

const tooLongTogether = (list: readonly string[], { limits }: FormatPack): boolean =>
  limits.tags_total_max !== undefined && tagListCost(list) > limits.tags_total_max;

/** Hashtag runs become text. Where a `#tag` ends with a space, it also begins after one. */
function writeInText(draft: Draft, format: FormatPack, chosen: readonly string[]): Draft {
  const byKey = new Map(chosen.map((tag) => [tagKey(tag), tag]));
  const spaced = format.tags.syntax === 'hash' || format.tags.syntax === 'hash_space';
  const trace: TraceEntry[] = [];
  const paragraphs = mapSentences(
    draft.paragraphs,
    (sentence, paragraph) => {
      if (!sentence.runs.some((run) => run.kind === 'hashtag')) return sentence;
      const before = sentence.runs.map(rawText).join('');
      let text = '';
      const runs = sentence.runs.map((run, index): Run => {
        const next = sentence.runs[index + 1];
        const shown = run.kind === 'hashtag' ? writeOne(run.tag, text, next) : rawText(run);
        text += shown;
        return run.kind === 'hashtag' ? { kind: 'text', text: shown, marks: [] } : run;
      });
      if (text !== before)
        trace.push(entry('tags', 'changed', 'tag_syntax', { before, after: text, block: paragraph.block }));
      return { ...sentence, runs };
    },
    'hashtag',
  );
  return traced({ ...draft, paragraphs }, trace);

  function writeOne(tag: string, before: string, next: Run | undefined): string {
    const lawful = byKey.get(tagKey(tag));
    if (lawful === undefined) return tag;
    const shown = writeTag[format.tags.syntax](lawful);
    if (!spaced) return shown;
    const left = /[\p{L}\p{M}\p{N}_]$/u.test(before) ? ' ' : '';
    return `${left}${shown}${next !== undefined && needsSpace[format.tags.syntax].test(rawText(next)) ? ' ' : ''}`;
  }
}

/** What may not follow a `#tag` directly. */
const needsSpace: { readonly [K in FormatPack['tags']['syntax']]: RegExp } = {
  pair: /(?!)/,
  hash: /^[\p{L}\p{M}\p{N}_]/u,
  hash_space: /^\S/u,
  list: /(?!)/,
  none: /(?!)/,
};

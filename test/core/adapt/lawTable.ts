import { expect } from 'vitest';
import { adapt } from '../../../src/core/adapt/adapt';
import { type Context, type Draft, emptyDraft, noVoice, type Sentence } from '../../../src/core/adapt/draft';
import { clean } from '../../../src/core/adapt/flatten';
import { bodyRoom, type Room } from '../../../src/core/adapt/room';
import { blocks } from '../../../src/core/adapt/steps/blocks';
import { fit as fitStep, slackOf } from '../../../src/core/adapt/steps/fit';
import { opening } from '../../../src/core/adapt/steps/opening';
import { order } from '../../../src/core/adapt/steps/order';
import { writeTag } from '../../../src/core/adapt/tagRules';
import type { Source, Variant, Voice } from '../../../src/core/adapt/types';
import { fillFields } from '../../../src/core/brief/fields';
import type { Rule } from '../../../src/core/check/check';
import { rules } from '../../../src/core/check/rules';
import { count } from '../../../src/core/platforms/counters';
import type { Format } from '../../../src/core/platforms/pack';
import { graphemes } from '../../../src/core/text/grapheme';
import { utf8Length } from '../../../src/core/text/length';
import { urls } from './anySource';

/**
 * The laws of adaptation. A case is one text adapted to one format; every law looks at every case it speaks about, so
 * one adaptation serves them all. A law answers false where its premise does not hold: such a case is not counted.
 */
export type Case = {
  readonly source: Source;
  readonly format: Format;
  readonly voice: Voice;
  readonly variant: Variant;
  /** The same once more from a copy of everything, with one more finding rule in the table; null where not asked for. */
  readonly again: Variant | null;
  /** Before fitting. */
  readonly draft: Draft;
  readonly context: Context;
  readonly rooms: readonly Room[];
  readonly fits: boolean;
};

export type Law = {
  readonly name: string;
  /** Throws where the law is broken; false where it does not speak about the case. */
  readonly holds: (given: Case) => boolean;
};

export function caseOf(asWritten: Source, format: Format, given: Voice | undefined, twice = false): Case {
  const source = { ...asWritten, title: fillFields(asWritten.title, asWritten.brief) };
  const voice = given ?? noVoice(source);
  const variant = adapt({ source, format, voice });
  const again = twice ? withRule(() => adapt(structuredClone({ source, format, voice }))) : null;
  const context: Context = { source, format, voice, overrides: {}, keep: new Set() };
  const draft = [blocks, opening, order].reduce((current, step) => step(current, context), emptyDraft);
  const rooms = bodyRoom(context, draft.title);
  const fits = rooms.length === 0 || slackOf(draft, context, rooms).every((left) => left >= 0);
  return { source, format, voice, variant, again, draft, context, rooms, fits };
}

/** A finding that no shipped rule makes: the law takes it out again. */
const extra: Rule = {
  code: 'cannot_fit',
  severity: 'info',
  run: ({ variant }) => [{ field: 'law', params: { length: variant.body.length } }],
};
function withRule<T>(run: () => T): T {
  const table = rules as Rule[];
  table.push(extra);
  try {
    return run();
  } finally {
    table.pop();
  }
}

/** `expect` for what is asked of every sentence of every case: words are made only where it does not hold. */
function hold(isSo: boolean, words: () => string): void {
  if (!isSo) expect.fail(words());
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The posts as pasted. */
const postsOf = (variant: Variant): readonly string[] => (variant.parts.length > 1 ? variant.parts : [variant.body]);

const sentencesOf = (draft: Draft): readonly Sentence[] => draft.all.flatMap((paragraph) => paragraph.sentences);

const textOf = (variant: Variant, field: string): string =>
  field === 'body' ? variant.body : (variant.parts[Number(field.slice('part '.length)) - 1] ?? '');

export const laws: readonly Law[] = [
  {
    name: 'never over a hard limit of title, body, posts, digest, tags or images',
    holds: ({ variant, format }) => {
      const { limits, count: units } = format.format;
      for (const { field, unit, value, limit } of variant.counts)
        if (limit !== null) hold(value <= limit, () => `${format.ref} ${field} ${unit}: ${value} of ${limit}`);
      if (variant.title !== null && limits.title_max !== undefined)
        expect(count(units.title, variant.title)).toBeLessThanOrEqual(limits.title_max);
      for (const post of postsOf(variant)) {
        const measured = units.bodyOn === 'html_source' ? (variant.extra.html ?? '') : post;
        const max = units.body === 'utf8_bytes' ? limits.body_max_bytes : limits.body_max;
        if (max !== undefined) hold(count(units.body, measured) <= max, () => `${format.ref}: ${measured}`);
        if (limits.body_max_bytes !== undefined)
          hold(utf8Length(measured) <= limits.body_max_bytes, () => `${format.ref}: ${measured}`);
        if (limits.total_max !== undefined)
          expect(count(units.body, (variant.title ?? '') + measured)).toBeLessThanOrEqual(limits.total_max);
      }
      return true;
    },
  },
  {
    name: 'the same text gives the same variant',
    holds: ({ variant, again, format }) => {
      if (again === null) return false;
      const findings = again.findings.filter(({ field }) => field !== 'law');
      expect(findings, format.ref).toEqual(variant.findings);
      return true;
    },
  },
  {
    name: 'one more finding rule adds its finding and changes nothing else',
    holds: ({ variant, again, format }) => {
      if (again === null) return false;
      expect(again.findings.length, format.ref).toBe(variant.findings.length + 1);
      expect({ ...again, findings: [] }, format.ref).toEqual({ ...variant, findings: [] });
      return true;
    },
  },
  {
    name: 'every sentence of the source is in the result or in the trace',
    holds: ({ variant, draft, format }) => {
      const shown = lettersOf(`${variant.title ?? ''} ${variant.body}`);
      const traced = variant.trace.map((entry) => lettersOf(entry.before));
      for (const { source } of sentencesOf(draft)) {
        const letters = lettersOf(source);
        const found = shown.includes(letters) || traced.some((before) => before.includes(letters));
        hold(found, () => `${format.ref}: ${source}`);
      }
      return true;
    },
  },
  {
    name: 'every stretch of the result is a sentence of the source, the title, or a line of account or platform; between them only white space, signs and numbers',
    holds: ({ variant, draft, source, voice, format }) => {
      const known = new Map(
        sentencesOf(draft).map((sentence) => [`${sentence.at?.block}/${sentence.at?.index}`, sentence]),
      );
      for (const field of new Set(variant.origins.map((origin) => origin.field))) {
        const text = textOf(variant, field);
        let at = 0;
        let rest = '';
        for (const { start, end, from } of variant.origins.filter((origin) => origin.field === field)) {
          hold(start >= at && end > start, () => `${format.ref} ${field}: ${start} to ${end} behind ${at}`);
          rest += text.slice(at, start);
          const shown = text.slice(start, end);
          if (from.kind === 'title') expect(unknownWords(shown, source), shown).toEqual([]);
          else if (from.kind === 'closing') closings[from.closing]?.(shown, { variant, voice, source, format });
          else {
            const sentence = known.get(`${from.block}/${from.index}`);
            hold(sentence !== undefined, () => `${format.ref}: ${shown}`);
            if (sentence?.runs.every(({ kind }) => kind === 'text'))
              hold(spaced(shown) === spaced(sentence.source), () => `${format.ref}: ${shown} for ${sentence.source}`);
          }
          at = end;
        }
        rest += text.slice(at);
        expect(rest.replace(LEFT_OVER, ''), format.ref).toBe('');
      }
      return true;
    },
  },
  {
    name: 'no address is divided: every one it shows is one of the source',
    holds: ({ variant, format }) => {
      for (const post of [variant.title ?? '', variant.extra.cover ?? '', ...postsOf(variant)])
        for (const { index } of post.matchAll(/https?:\/\//g))
          hold(
            urls.some((url) => post.startsWith(url, index) && !/[A-Za-z0-9/]/.test(post.charAt(index + url.length))),
            () => `${format.ref}: ${post.slice(index, index + 60)}`,
          );
      return true;
    },
  },
  {
    name: 'no mention or hashtag is divided, and none is made up',
    holds: ({ variant, draft, source, voice, format }) => {
      // `#a##b#` leaves open which signs belong together.
      if (JSON.stringify(source).includes('##')) return false;
      const runs = sentencesOf(draft).flatMap((sentence) => sentence.runs);
      const names = runs.flatMap((run) => (run.kind === 'mention' ? [run.name] : []));
      const raw = runs.flatMap((run) => (run.kind === 'hashtag' ? [run.raw] : []));
      // A sign may also stand in plain words, in the name of a topic, or in what a link is called.
      const words = [
        ...runs.map((run) =>
          run.kind === 'text' ? run.text : run.kind === 'hashtag' ? run.tag : run.kind === 'link' ? run.label : '',
        ),
        variant.title ?? '',
        source.title,
        voice.signOff,
      ];
      const tags = variant.tags.map(writeTag[format.format.tags.syntax]);
      for (const post of postsOf(variant))
        for (const { index, 0: sign } of post.matchAll(/[@#]/g)) {
          const whole =
            sign === '@'
              ? names.some((name) => post.startsWith(name, index + 1))
              : [...tags, ...raw].some(
                  (tag) => post.startsWith(tag, index) || post.startsWith(tag, index + 1 - tag.length),
                );
          const around = [post.slice(index, index + 2).trim(), post.slice(Math.max(0, index - 1), index + 1).trim()];
          const plain =
            words.some((text) => around.some((part) => text.includes(part))) ||
            /https?:\/\/\S*$/.test(post.slice(0, index));
          hold(
            whole || plain || insideMention(post, index, names),
            () => `${format.ref}: ${post.slice(Math.max(0, index - 5), index + 30)}`,
          );
        }
      return true;
    },
  },
  {
    name: 'no grapheme is divided: no joined cluster is shown that the source does not hold',
    holds: ({ variant, draft, source, voice, format }) => {
      const given = [source.title, voice.signOff, voice.linkLine, voice.tierBenefit, ...Object.values(source.brief)];
      const known = new Set(
        [...given, ...sentencesOf(draft).map((sentence) => sentence.source)].flatMap((text) => [
          ...graphemes(text.toLowerCase()),
        ]),
      );
      // A tag of several words is joined with capitals, so a letter may change its case, never its parts.
      for (const cluster of graphemes(`${variant.title ?? ''}\n${variant.body}`.toLowerCase()))
        if (/[\u200d\ufe0f\u20e3]|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u0301/u.test(cluster))
          hold(known.has(cluster), () => `${format.ref} ${cluster}`);
      return true;
    },
  },
  {
    name: 'what must be kept is kept, or it is said that it cannot',
    holds: ({ variant, draft, format }) => {
      const kept = draft.all.filter(({ keep }) => keep).flatMap((paragraph) => paragraph.sentences);
      if (kept.length === 0) return false;
      if (variant.findings.some(({ code }) => code === 'cannot_fit')) return true;
      const shown = lettersOf(variant.body);
      const rewritten = variant.trace.filter(({ step }) => step === 'links' || step === 'tags' || step === 'mentions');
      for (const { source } of kept) {
        const letters = lettersOf(source);
        const there = shown.includes(letters) || rewritten.some(({ before }) => lettersOf(before).includes(letters));
        hold(there, () => `${format.ref}: ${source}`);
      }
      return true;
    },
  },
  {
    name: 'a text that fits changes nothing but style',
    holds: ({ variant, draft, fits, format }) => {
      if (!fits) return false;
      expect(variant.trace.filter(({ step }) => step === 'fit')).toEqual([]);
      expect(variant.parts.length, format.ref).toBe(1);
      const shown = spaced(variant.body);
      for (const { source, runs } of draft.paragraphs.flatMap((paragraph) => paragraph.sentences))
        if (runs.every(({ kind }) => kind === 'text'))
          hold(shown.includes(spaced(source)), () => `${format.ref}: ${source} in ${shown}`);
      return true;
    },
  },
  {
    name: 'maximal: no sentence taken for length could return',
    holds: ({ draft, context, rooms, fits, format }) => {
      if (fits || format.format.threads) return false;
      const fitted = fitStep(draft, context);
      const hanging = fitted.trace
        .filter(({ reason }) => reason === 'heading_without_text')
        .map(({ before }) => before);
      const stay = new Set(fitted.paragraphs.flatMap((paragraph) => paragraph.sentences));
      const gone = draft.paragraphs
        .flatMap((paragraph) => paragraph.sentences)
        // A row of empty cells says nothing that could return.
        .filter(({ source }) => source !== '')
        .filter((sentence) => !stay.has(sentence) && !hanging.includes(sentence.source));
      // A few of each case, spread over the text: over all cases every place is tried.
      const every = Math.max(1, Math.ceil(gone.length / MAX_RETURNS));
      for (const sentence of gone.filter((_, index) => index % every === 0)) {
        const back = draft.paragraphs.flatMap((other) => {
          const sentences = other.sentences.filter((given) => given === sentence || stay.has(given));
          const shown = sentences.length > 0 || (other.sentences.length === 0 && fitted.paragraphs.includes(other));
          return shown ? [{ ...other, sentences }] : [];
        });
        const slack = slackOf({ ...fitted, paragraphs: back }, context, rooms);
        hold(
          slack.some((left) => left < 0),
          () => `${format.ref}: ${sentence.source}`,
        );
      }
      return gone.length > 0;
    },
  },
  {
    name: 'a sentence taken for length says its tier, its weight point by point, and how far over it would be',
    holds: ({ variant, rooms }) => {
      const taken = variant.trace.filter(
        ({ step, action, sentence, reason }) =>
          step === 'fit' && action === 'removed' && sentence !== undefined && reason !== 'heading_without_text',
      );
      for (const { tier, weight, parts, over } of taken) {
        hold(tier !== undefined, () => `no tier beside ${weight}`);
        const points = (parts ?? []).reduce((sum, { points }) => sum + points, 0);
        hold(points === weight, () => `${points} points for a weight of ${weight}`);
        if (over === undefined) continue;
        hold(over.by > 0, () => `over by ${over.by}`);
        hold(
          rooms.some(({ unit }) => unit === over.unit),
          () => `no room is counted in ${over.unit}`,
        );
      }
      return taken.length > 0;
    },
  },
  {
    name: 'tags and text never meet where the platform separates them',
    holds: ({ variant, draft, source, format }) => {
      // `a##b#` leaves open which signs belong together.
      if (format.format.tags.where !== 'apart' || JSON.stringify(source).includes('##')) return false;
      // Of three signs (`#a#b#@name`) the last is left over: a sign that nothing of its own text follows.
      const leftOver = sentencesOf(draft)
        .flatMap(({ runs }) => runs)
        .flatMap((run) => (run.kind === 'text' && run.text.endsWith('#') ? [run.text.slice(-SEEN)] : []));
      const shown = leftOver.reduce((text, end) => text.replaceAll(end, end.slice(0, -1)), variant.body);
      // `#2026` is a number, also where words in bold run on behind it and elsewhere make a tag of both.
      for (const tag of variant.tags.filter((name) => !/^\d/.test(name)))
        expect(shown.replace(/[A-Za-z0-9_]#/g, ' ')).not.toContain(`#${tag}`);
      return true;
    },
  },
];
const MAX_RETURNS = 4;
/** As much of a text as tells it from another. */
const SEEN = 6;

/** `@li` within `@someone@li.example`: the name before it holds the sign. */
const insideMention = (post: string, index: number, names: readonly string[]): boolean =>
  names.some(
    (name) => name.includes('@') && post.slice(Math.max(0, index - name.length), index + name.length).includes(name),
  );

/** The numbers of posts and lists, their signs, and white space. */
const LEFT_OVER = /[[(（【]?\d+\s*\/\s*\d+[\])）】]?|\d+\.|[•\s\u3000]/gu;

/** Clauses of a title line that neither the title nor the brief holds; an address may have gone with its clause. */
const unknownWords = (shown: string, { title, brief }: Source): readonly string[] => {
  const known = lettersOf([fillFields(title, brief), ...Object.values(brief)].join(' '));
  return shown.split(/\[\d+\]|[，。！？…；\s]+/u).filter((clause) => !known.includes(lettersOf(clause)));
};

type ClosingCase = Pick<Case, 'variant' | 'voice' | 'source' | 'format'>;
/** What each closing line may say. */
const closings: Readonly<Record<string, (shown: string, given: ClosingCase) => void>> = {
  sign_off: (shown, { voice }) => expect(shown).toBe(clean(voice.signOff).trim()),
  benefit: (shown, { voice }) => expect(shown).toBe(clean(voice.tierBenefit).trim()),
  link: (shown, { voice, source }) =>
    expect([clean(voice.linkLine).trim(), clean(source.link).trim()].filter((part) => part !== '').join(' ')).toContain(
      shown,
    ),
  tags: (shown, { variant, format }) => {
    const written = variant.tags.map(writeTag[format.format.tags.syntax]);
    let rest = shown;
    for (const tag of [...written].sort((a, b) => b.length - a.length)) rest = rest.replace(tag, '');
    expect(rest.trim(), format.ref).toBe('');
  },
  footnote: (shown) =>
    expect(
      urls.some((url) => shown.endsWith(` ${url}`)),
      shown,
    ).toBe(true),
};

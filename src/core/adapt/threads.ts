import type { Numbering } from '../platforms/pack';
import { gapBetween, type Sheet, sentenceText } from './compose';
import type { Closing, Draft, Paragraph, Sentence } from './draft';
import { additive, countIn } from './measure';
import type { Room } from './room';

/**
 * A text over several posts, divided between paragraphs where that leaves no post half empty, else between sentences;
 * a heading stays with what it heads. Each post ends with its number on a line of its own, as the format writes it; a
 * post whose one sentence leaves no room for the number goes without. A sentence longer than a whole post cannot be
 * posted and is handed back.
 */
export type Thread = {
  readonly parts: readonly string[];
  /** What each part is made of, in the order of the parts. */
  readonly made: readonly (readonly Atom[])[];
  /** Sentences (and closing lines) too long for one post, in order. */
  readonly tooLong: readonly Atom[];
};

export type Atom = {
  /** What stands before it when it is not the first of its post. */
  readonly before: string;
  readonly text: string;
  /** How much of `text` stands before the sentence itself, in UTF-16 units: the marker of a list. */
  readonly open: number;
  readonly from: Sentence | Closing;
  /** For the trace: the sentence as the source has it, null for a closing line. */
  readonly source: string | null;
  readonly block: number | null;
  readonly keep: boolean;
  /** Which paragraph or closing line it belongs to. */
  readonly group: number;
  /** A heading: never the last of a post that has a next one. */
  readonly heads: boolean;
};

export function splitThread(
  draft: Pick<Draft, 'paragraphs' | 'closings'>,
  sheet: Sheet,
  rooms: readonly Room[],
  numbering: Numbering,
): Thread {
  const atoms = atomsOf(draft, sheet);
  const fitting: Atom[] = [];
  const tooLong: Atom[] = [];
  for (const atom of atoms) (isWithin(atom.text, rooms) ? fitting : tooLong).push(atom);
  const whole = join(fitting);
  if (isWithin(whole, rooms))
    return { parts: whole === '' ? [] : [whole], made: whole === '' ? [] : [fitting], tooLong };
  for (let digits = 1; ; digits += 1) {
    const posts = fill(fitting, rooms, suffixes[numbering]('8'.repeat(digits), '8'.repeat(digits)));
    if (String(posts.length).length <= digits)
      return { parts: numbered(posts, rooms, suffixes[numbering]), made: posts, tooLong };
  }
}

/** The same division for a text that a person wrote; null when one of its sentences is longer than a post. */
export function splitWritten(
  paragraphs: readonly Paragraph[],
  sheet: Sheet,
  rooms: readonly Room[],
  numbering: Numbering,
): readonly string[] | null {
  const { parts, tooLong } = splitThread({ paragraphs, closings: [] }, sheet, rooms, numbering);
  return tooLong.length > 0 || parts.length === 0 ? null : parts;
}

const isWithin = (text: string, rooms: readonly Room[]): boolean =>
  rooms.every(({ unit, max }) => countIn(unit)(text) <= max);

function atomsOf({ paragraphs, closings }: Pick<Draft, 'paragraphs' | 'closings'>, sheet: Sheet): readonly Atom[] {
  const atoms: Atom[] = [];
  for (const [group, paragraph] of paragraphs.entries()) {
    let before: Sentence | null = null;
    for (const sentence of paragraph.sentences) {
      const text = sentenceText(sheet, sentence);
      if (text === '') continue;
      atoms.push({
        before: before === null ? sheet.between(paragraph) : sheet.gap(gapBetween(before, sentence), paragraph),
        text: before === null ? sheet.open(paragraph) + text : text,
        open: before === null ? sheet.open(paragraph).length : 0,
        from: sentence,
        source: sentence.source,
        block: paragraph.block,
        keep: paragraph.keep,
        group,
        heads: paragraph.kind === 'heading',
      });
      before = sentence;
    }
  }
  for (const [index, closing] of closings.entries())
    atoms.push({
      before: sheet.between(closing),
      text: sheet.closing(closing),
      open: 0,
      from: closing,
      source: null,
      block: null,
      keep: false,
      group: paragraphs.length + index,
      heads: false,
    });
  return atoms;
}

const join = (atoms: readonly Atom[]): string =>
  atoms.map((atom, index) => (index === 0 ? atom.text : atom.before + atom.text)).join('');

type Suffix = (number: number | string, total: number | string) => string;
const suffixes: { readonly [K in Numbering]: Suffix } = {
  slash: (number, total) => `\n${number}/${total}`,
  bracket: (number, total) => `\n(${number}/${total})`,
  corner: (number, total) => `\n【${number}/${total}】`,
  of: (number, total) => `\n${number} of ${total}`,
  none: () => '',
};

/** Fills post after post; costs are counted per sentence, and each finished post once as a whole. */
function fill(atoms: readonly Atom[], rooms: readonly Room[], widest: string): readonly (readonly Atom[])[] {
  const free = rooms.map(({ unit, max }) => max - additive(unit)(widest));
  const posts: Atom[][] = [];
  let at = 0;
  while (at < atoms.length) {
    const post: Atom[] = [];
    const used = rooms.map(() => 0);
    // Below this index the post is at least half full: a paragraph that began behind it may move on whole.
    let half = Number.POSITIVE_INFINITY;
    for (let next = atoms[at]; next !== undefined; next = atoms[at]) {
      const piece = post.length === 0 ? next.text : next.before + next.text;
      const cost = rooms.map(({ unit }) => additive(unit)(piece));
      if (post.length > 0 && cost.some((units, unit) => (used[unit] ?? 0) + units > (free[unit] ?? 0))) break;
      post.push(next);
      for (const [unit, units] of cost.entries()) used[unit] = (used[unit] ?? 0) + units;
      if (half > post.length && used.some((units, unit) => units * 2 >= (free[unit] ?? 0))) half = post.length;
      at += 1;
    }
    while (post.length > 1 && !isWithin(join(post) + widest, rooms)) {
      post.pop();
      at -= 1;
    }
    const whole =
      at >= atoms.length ? post.length : naturalEnd(post, atoms, at, half, (text) => isWithin(text + widest, rooms));
    at -= post.length - whole;
    posts.push(post.slice(0, whole));
  }
  return posts;
}

/** How many sentences of a full post stay in it, so that it ends where a paragraph does and never on a heading. */
function naturalEnd(
  post: readonly Atom[],
  atoms: readonly Atom[],
  at: number,
  half: number,
  fits: (text: string) => boolean,
): number {
  let length = post.length;
  const open = atoms[at]?.group;
  if (post.at(-1)?.group === open) {
    const begins = post.findIndex(({ group }) => group === open);
    // Only a paragraph that began late in this post may go on whole: it is read to its end once, not by every post.
    if (begins >= half && begins > 0) {
      let end = at;
      while (atoms[end]?.group === open) end += 1;
      if (fits(join(atoms.slice(at - (post.length - begins), end)))) length = begins;
    }
  }
  while (length > 1 && post[length - 1]?.heads === true) length -= 1;
  return post[length - 1]?.heads === true ? post.length : length;
}

const numbered = (posts: readonly (readonly Atom[])[], rooms: readonly Room[], suffix: Suffix): readonly string[] =>
  posts.map((post, index) => {
    const text = join(post);
    const withNumber = text + suffix(index + 1, posts.length);
    return isWithin(withNumber, rooms) ? withNumber : text;
  });

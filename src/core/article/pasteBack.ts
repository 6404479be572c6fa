import { diffLists } from '../diff/lists';
import { bagOf, likenessOf, pairAlike } from '../diff/pairs';
import { diffText, type Part } from '../diff/text';
import { type ArticleBlock, type BlockKind, type Looks, readArticle } from './articleBlocks';

/**
 * What the platform's editor made of an article: the HTML we copied against the HTML that comes out of it, block by block,
 * in things a person sees. Looks we never wrote are not spoken of: every editor adds its own.
 */
export type Difference =
  /** Words changed. */
  | { readonly kind: 'words'; readonly where: string; readonly parts: readonly Part[] }
  /** A heading became text, a list item a paragraph … */
  | { readonly kind: 'shape'; readonly where: string; readonly before: BlockKind; readonly after: BlockKind }
  /** A look we wrote is gone, or another. `inside` names the words that had it, when it was not the whole block. */
  | {
      readonly kind: 'look';
      readonly where: string;
      readonly name: string;
      readonly before: string;
      readonly after: string | null;
      readonly inside: string | null;
    }
  | { readonly kind: 'link'; readonly where: string; readonly before: string; readonly after: string | null }
  | { readonly kind: 'gone'; readonly where: string; readonly was: BlockKind }
  | { readonly kind: 'came'; readonly where: string; readonly is: BlockKind };

export type PasteBack = {
  readonly differences: readonly Difference[];
  /** Blocks of ours, and how many of them came back without any difference. */
  readonly blocks: number;
  readonly whole: number;
  /** Looks the editor added by itself, by name, with how often; for the record only. */
  readonly added: readonly (readonly [name: string, count: number])[];
};

/** Null when one of the two nests too deep to be read. */
export function comparePasted(ours: string, theirs: string): PasteBack | null {
  const mine = readArticle(ours);
  const came = readArticle(theirs);
  if (mine === null || came === null) return null;
  const pairs = paired(mine, came);
  const lists = pairs.map(({ before, after }) => differencesOf(before, after));
  return {
    differences: lists.flat(),
    blocks: mine.length,
    whole: pairs.filter(({ before }, index) => before !== null && lists[index]?.length === 0).length,
    added: addedIn(pairs),
  };
}

type Pair = { readonly before: ArticleBlock | null; readonly after: ArticleBlock | null };

/** Blocks with the same words are the same; between them the most alike are taken for one another. */
function paired(mine: readonly ArticleBlock[], came: readonly ArticleBlock[]): readonly Pair[] {
  const runs = diffLists(mine.map(keyOf), came.map(keyOf)) ?? [];
  const pairs: Pair[] = [];
  let from = 0;
  let to = 0;
  let gone: ArticleBlock[] = [];
  let come: ArticleBlock[] = [];
  const flush = (): void => {
    const bags = { gone: gone.map(({ text }) => bagOf(text)), come: come.map(({ text }) => bagOf(text)) };
    const like = (i: number, j: number): number => {
      const [a, b] = [bags.gone[i], bags.come[j]];
      if (gone[i]?.text === '' && come[j]?.text === '') return gone[i]?.kind === come[j]?.kind ? 1 : 0;
      return a === undefined || b === undefined ? 0 : likenessOf(a, b);
    };
    for (const pair of pairAlike(gone, come, like))
      pairs.push({
        before: pair.kind === 'come' ? null : pair.before,
        after: pair.kind === 'gone' ? null : pair.after,
      });
    gone = [];
    come = [];
  };
  for (const { kind, count } of runs)
    for (let step = 0; step < count; step += 1) {
      if (kind === 'removed') gone.push(mine[from++] as ArticleBlock);
      else if (kind === 'added') come.push(came[to++] as ArticleBlock);
      else {
        flush();
        pairs.push({ before: mine[from++] as ArticleBlock, after: came[to++] as ArticleBlock });
      }
    }
  flush();
  return pairs;
}

const keyOf = ({ text, kind }: ArticleBlock): string => (text === '' ? `\u0000${kind}` : text);

function differencesOf(before: ArticleBlock | null, after: ArticleBlock | null): readonly Difference[] {
  if (before === null) return after === null || after.text === '' ? [] : [came(after)];
  if (after === null) return [{ kind: 'gone', where: nameOf(before), was: before.kind }];
  const where = nameOf(before);
  const found: Difference[] = [];
  if (before.text !== after.text) found.push({ kind: 'words', where, parts: diffText(before.text, after.text) });
  if (before.kind !== after.kind) found.push({ kind: 'shape', where, before: before.kind, after: after.kind });
  for (const [name, value] of Object.entries(before.looks)) {
    const now = after.looks[name] ?? null;
    if (now !== value) found.push({ kind: 'look', where, name, before: value, after: now, inside: null });
  }
  return [...found, ...insideOf(before, after, where)];
}

const came = (block: ArticleBlock): Difference => ({ kind: 'came', where: nameOf(block), is: block.kind });

/** Looks and links of single words: looked for by the words they belong to. */
function insideOf(before: ArticleBlock, after: ArticleBlock, where: string): readonly Difference[] {
  return before.inside.flatMap(({ text, looks, href }): readonly Difference[] => {
    const twin = after.inside.find((one) => one.text === text) ?? after.inside.find((one) => one.text.includes(text));
    const found: Difference[] = [];
    for (const [name, value] of Object.entries(looks)) {
      const now = twin?.looks[name] ?? null;
      if (now !== value) found.push({ kind: 'look', where, name, before: value, after: now, inside: text });
    }
    const target = twin?.href ?? null;
    if (href !== null && target !== href) found.push({ kind: 'link', where, before: href, after: target });
    return found;
  });
}

/** By which a person finds the block: how it begins. */
const nameOf = ({ text }: ArticleBlock): string => [...text.replace(/\s+/g, ' ')].slice(0, 24).join('');

function addedIn(pairs: readonly Pair[]): PasteBack['added'] {
  const counts = new Map<string, number>();
  const own: Looks = {};
  for (const { before, after } of pairs)
    for (const name of Object.keys(after?.looks ?? own))
      if (!Object.hasOwn(before?.looks ?? own, name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

/** Differences of one sort together: the same look lost in twelve paragraphs is one line. */
export type DifferenceGroup = {
  readonly first: Difference;
  readonly count: number;
  readonly places: readonly string[];
};
export function groupDifferences(differences: readonly Difference[]): readonly DifferenceGroup[] {
  const groups = new Map<string, DifferenceGroup>();
  for (const difference of differences) {
    const key = sortOf(difference);
    const known = groups.get(key);
    const places = known?.places ?? [];
    groups.set(key, {
      first: known?.first ?? difference,
      count: (known?.count ?? 0) + 1,
      places: difference.where === '' || places.includes(difference.where) ? places : [...places, difference.where],
    });
  }
  return [...groups.values()];
}

function sortOf(difference: Difference): string {
  const { kind, where } = difference;
  if (kind === 'look')
    return JSON.stringify([kind, difference.name, difference.before, difference.after, difference.inside === null]);
  if (kind === 'shape') return JSON.stringify([kind, difference.before, difference.after]);
  if (kind === 'gone') return JSON.stringify([kind, difference.was]);
  if (kind === 'came') return JSON.stringify([kind, difference.is]);
  return JSON.stringify([kind, where, difference]);
}

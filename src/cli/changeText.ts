import { type BlockChange, diffBlocks } from '../core/diff/blocks';
import { diffText, type Part } from '../core/diff/text';
import { type Doc, docSchema } from '../core/model/doc';
import { blockText } from '../core/model/docText';
import type { Json } from '../core/model/json';
import type { Lang } from '../core/model/records';
import { canonical } from '../core/plan/canonical';
import { cliWords } from '../core/words/cli';
import { sayField } from '../core/words/keptFields';
import { speaker } from '../core/words/say';

/** Changes as lines of a terminal, words marked as `git diff --word-diff` marks them: `[-gone-]{+come+}`. */

/** A field's line. Short texts are compared word by word; a field called nothing but "other" goes by its own name. */
export function fieldLine(lang: Lang, register: string, before: Json, after: Json): string {
  const said = sayField(lang, register);
  const label = said === sayField(lang, '?') ? register : said;
  const both = typeof before === 'string' && typeof after === 'string' && before !== '' && after !== '';
  return `${label}: ${both ? marked(diffText(before, after)) : `${valueText(before)} → ${valueText(after)}`}`;
}

export const setLine = (lang: Lang, set: string, added: readonly string[], removed: readonly string[]): string =>
  `${sayField(lang, set)}: ${[...removed.map((name) => `[-${name}-]`), ...added.map((name) => `{+${name}+}`)].join(' ')}`;

/** What became of a text, block by block; blocks that stayed are left out. */
export function bodyLines(lang: Lang, before: Json, after: Json): readonly string[] {
  const [a, b] = [docOf(before), docOf(after)];
  if (a === null || b === null) return [speaker(cliWords, lang)('text_unreadable')];
  return diffBlocks(a, b).flatMap((change) => blockLines(lang, change));
}

/** The words of a change, for programs: what stayed, went and came. null for what is no text. */
export const partsOf = (before: Json, after: Json): readonly Part[] | null =>
  typeof before === 'string' && typeof after === 'string' ? diffText(before, after) : null;

/** A text's changes for programs: blocks in order, with their words. */
export function bodyParts(before: Json, after: Json): readonly object[] | null {
  const [a, b] = [docOf(before), docOf(after)];
  if (a === null || b === null) return null;
  return diffBlocks(a, b).map((change) => {
    if (change.kind === 'changed') return { kind: change.kind, parts: change.parts };
    return { kind: change.kind, text: blockText(change.kind === 'removed' ? change.before : change.after) };
  });
}

function blockLines(lang: Lang, change: BlockChange): readonly string[] {
  const t = speaker(cliWords, lang);
  switch (change.kind) {
    case 'same':
      return [];
    case 'added':
      return [`+ ${change.moved ? t('moved_here') : ''}${text(change.after, t)}`];
    case 'removed':
      return [`- ${change.moved ? t('moved_away') : ''}${text(change.before, t)}`];
    case 'changed':
      return [`~ ${change.shape ? t('other_shape') : ''}${marked(change.parts)}`];
  }
}

type Block = Doc['content'][number];
type Say = ReturnType<typeof speaker<keyof (typeof cliWords)['zh']>>;
/** A block without words goes by its type, but for the one everybody makes by pressing Enter. */
const text = (block: Block, t: Say): string =>
  blockText(block).replaceAll('\n', '\n  ') || (block.type === 'paragraph' ? t('empty_paragraph') : `(${block.type})`);

const marked = (parts: readonly Part[]): string =>
  parts
    .map(({ kind, text: words }) => (kind === 'same' ? words : kind === 'added' ? `{+${words}+}` : `[-${words}-]`))
    .join('')
    .replaceAll('\n', '\n  ');

const valueText = (value: Json): string =>
  value === null || value === '' ? '∅' : typeof value === 'string' ? value : canonical(value);

const EMPTY: Doc = { type: 'doc', content: [] };

/** null for a text this version cannot read; a missing one is an empty one. */
function docOf(value: Json): Doc | null {
  if (value === null) return EMPTY;
  const read = docSchema.safeParse(value);
  return read.success ? read.data : null;
}

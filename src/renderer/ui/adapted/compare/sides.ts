import type { Count, Source, Variant } from '../../../../core/adapt/types';
import { diffProse, type SideRow, sideRows } from '../../../../core/diff/prose';
import { diffText, type Part } from '../../../../core/diff/text';
import type { Lang } from '../../../../core/model/records';
import { codePointCount } from '../../../../core/text/length';

/** One text that can stand on either side. */
export type CompareSide = {
  readonly key: string;
  /** As its tab says: `微博 · 普通博文`; null for the source, which is named in the reader's language. */
  readonly name: string | null;
  readonly lang: Lang;
  readonly title: string;
  readonly body: string;
  readonly digest: string;
  readonly tags: string;
  /** What the platform measures of its text; empty for the source. */
  readonly counts: readonly Count[];
};

export const sideOfVariant = (key: string, name: string, lang: Lang, adapted: Variant): CompareSide => ({
  key,
  name,
  lang,
  title: adapted.title ?? '',
  body: adapted.body,
  digest: adapted.extra.digest ?? '',
  tags: adapted.tags.join(' '),
  counts: adapted.counts.filter(({ field }) => field === 'body' || field.startsWith('part ')).slice(0, 1),
});

/** `text`: the body as plain words, one line a block (`docText`). */
export const sideOfSource = (
  { title, lang, tags }: Pick<Source, 'title' | 'lang' | 'tags'>,
  text: string,
): CompareSide => ({
  key: 'source',
  name: null,
  lang,
  title,
  body: text,
  digest: '',
  tags: tags.join(' '),
  counts: [],
});

export const comparedFields = ['title', 'body', 'digest', 'tags'] as const;
export type ComparedField = (typeof comparedFields)[number];

export type Compared = {
  readonly fields: readonly { readonly field: ComparedField; readonly rows: readonly SideRow[] }[];
  /** Code points only one side has, white space aside. */
  readonly left: number;
  readonly right: number;
};

/** Field by field; a field neither side has is left out. A title that opens the other's text is compared with it there. */
export function compare(first: CompareSide, second: CompareSide): Compared {
  const opens = (first.title === '') !== (second.title === '');
  const left = opens ? withTitleInside(first) : first;
  const right = opens ? withTitleInside(second) : second;
  const fields = comparedFields
    .filter((field) => left[field] !== '' || right[field] !== '')
    .map((field) => {
      const parts =
        field === 'body' ? diffProse(left.body, right.body, left.lang) : diffText(left[field], right[field]);
      return { field, parts };
    });
  return {
    fields: fields.map(({ field, parts }) => ({ field, rows: sideRows(parts) })),
    left: extent(fields, 'removed'),
    right: extent(fields, 'added'),
  };
}

const withTitleInside = (side: CompareSide): CompareSide =>
  side.title === '' ? side : { ...side, title: '', body: `${side.title}\n${side.body}` };

const extent = (fields: readonly { readonly parts: readonly Part[] }[], kind: Part['kind']): number =>
  fields
    .flatMap(({ parts }) => parts)
    .reduce((sum, part) => (part.kind === kind ? sum + codePointCount(part.text.replace(/\s+/g, '')) : sum), 0);

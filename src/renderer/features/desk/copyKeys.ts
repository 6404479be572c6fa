import type { Lang } from '../../../core/model/records';
import { deskWords } from '../../../core/words/desk';
import { say } from '../../../core/words/say';
import type { CopyPart } from '../../ui/adapted/copy/parts';

/** Where a text comes in the order of posting: what goes into the post itself, then pictures, then what follows it. */
const afterPictures: ReadonlySet<CopyPart['kind']> = new Set([
  'digest',
  'source_url',
  'script',
  'subtitles',
  'chapters',
  'contents',
  'run_of_show',
  'first_comment',
  'sending',
]);

/** One thing to take along, in the order of posting; numbers 1 to 9 are its key. */
export type Taking =
  | { readonly kind: 'text'; readonly key: string; readonly part: CopyPart }
  | { readonly kind: 'pictures'; readonly key: 'pictures' }
  | { readonly kind: 'alts'; readonly key: 'alts' };

export function takings(parts: readonly CopyPart[], pictures: number): readonly Taking[] {
  const text = (part: CopyPart): Taking => ({ kind: 'text', key: part.key, part });
  return [
    ...parts.filter(({ kind }) => !afterPictures.has(kind)).map(text),
    ...(pictures > 0 ? [{ kind: 'pictures', key: 'pictures' } as const] : []),
    ...parts.filter(({ kind }) => afterPictures.has(kind)).map(text),
    ...(pictures > 0 ? [{ kind: 'alts', key: 'alts' } as const] : []),
  ];
}

/** The first of several that was not copied yet; after the last, the first again. */
export const nextOf = (count: number, isCopied: (index: number) => boolean): number => {
  for (let index = 0; index < count; index += 1) if (!isCopied(index)) return index;
  return 0;
};

export const sayPicture = (lang: Lang, index: number): string =>
  say(deskWords, lang, 'picture_copy', { number: index + 1 });

import type { CheckContext } from './check';

/** A piece of wording that will be published, and the name of its field. */
export type TextField = { readonly field: string; readonly text: string };

/** Every wording of a variant that people will read, in reading order. A thread is read post by post. */
export function textsOf({ variant }: Pick<CheckContext, 'variant'>): readonly TextField[] {
  if (last !== null && last.variant === variant) return last.texts;
  const { title, extra, tags } = variant;
  const texts = [
    { field: 'title', text: title ?? '' },
    ...bodiesOf(variant),
    { field: 'tags', text: tags.join('\n') },
    { field: 'digest', text: extra.digest ?? '' },
    { field: 'cover', text: extra.cover ?? '' },
    { field: 'firstComment', text: extra.firstComment ?? '' },
    { field: 'chapters', text: (extra.chapters ?? []).map(({ title }) => title).join('\n') },
    {
      field: 'runOfShow',
      text: (extra.runOfShow ?? []).map(({ title, say, ask }) => [title, ...say, ...ask].join('\n')).join('\n'),
    },
    { field: 'script', text: (extra.script ?? []).map((shot) => `${shot.voice}\n${shot.caption}`).join('\n') },
  ].filter(({ text }) => text !== '');
  last = { variant, texts };
  return texts;
}

/** Many rules read the same variant, one after the other. */
let last: { readonly variant: CheckContext['variant']; readonly texts: readonly TextField[] } | null = null;

/** The body as it will be posted: one text, or the posts of a thread as `part 1`, `part 2` … */
export const bodiesOf = ({ body, parts }: Pick<CheckContext['variant'], 'body' | 'parts'>): readonly TextField[] =>
  parts.length > 1
    ? parts.map((text, index) => ({ field: `part ${index + 1}`, text }))
    : [{ field: 'body', text: body }];

/** Made from the title and body: what they repeat was said there. */
const derived: ReadonlySet<string> = new Set(['digest', 'cover', 'script', 'chapters', 'runOfShow']);

/**
 * Looks for words in everything people will read. Each is reported once a field, and in a derived field only when it
 * stands nowhere before.
 */
export function findWords<T>(
  context: Pick<CheckContext, 'variant'>,
  find: (text: string) => readonly T[],
  keyOf: (found: T) => string,
): readonly { readonly field: string; readonly found: T }[] {
  const seen = new Set<string>();
  return textsOf(context).flatMap(({ field, text }) => {
    const inField = new Map<string, T>();
    for (const found of find(text)) {
      const key = keyOf(found);
      if (!inField.has(key) && !(derived.has(field) && seen.has(key))) inField.set(key, found);
    }
    for (const key of inField.keys()) seen.add(key);
    return [...inField.values()].map((found) => ({ field, found }));
  });
}

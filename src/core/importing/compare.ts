import { assetIdOf } from '../media/assetId';
import type { Doc } from '../model/doc';
import { digest } from '../model/ids';
import { canonical } from '../plan/canonical';
import { mapImages, told } from './draft';
import type { ImageDraft, ImportRow } from './model';

/** A piece that is there already, as far as comparing goes. */
export type Existing = { readonly id: string; readonly bodyKey: string };

/** Finds pieces that may be the same one: by title, and by the key its source gave it. */
export type Library = (title: string, sourceKey: string) => readonly Existing[];

/** What a row was compared to: the piece it equals or changes; null for a new one. */
export type Compared = { readonly row: ImportRow; readonly existingId: string | null };

/**
 * Says whether a row is in the workspace already, or twice in this import. Title and text are the same: `same`. Title or
 * source key known, text another: `changed`. `earlier` is what this import has seen so far, and grows.
 */
export function compareRow(row: ImportRow, library: Library, earlier: Map<string, string>): Compared {
  if (row.verdict === 'refused') return { row, existingId: null };
  const { title, sourceKey, images } = row.piece;
  const key = bodyKey(withAssets(row.piece.body, images));
  const place = row.source.line === null ? row.source.path : `${row.source.path}:${row.source.line}`;
  const whole = `${title}\n${key}`;
  const double = earlier.get(whole);
  if (double === undefined) earlier.set(whole, place);
  else
    return {
      row: { ...row, verdict: 'same', messages: [...row.messages, told('double_in_import', { name: double })] },
      existingId: null,
    };
  const candidates = library(title, sourceKey);
  const equal = candidates.find((one) => one.bodyKey === key);
  if (equal !== undefined) return { row: { ...row, verdict: 'same' }, existingId: equal.id };
  const [other] = candidates;
  // What has to be looked at first stays unclear; the piece it may change is known all the same.
  if (other === undefined) return { row, existingId: null };
  return { row: row.verdict === 'unclear' ? row : { ...row, verdict: 'changed' }, existingId: other.id };
}

/** The body as it will be stored: pictures by asset id, those that were not found by the name they were written with. */
export function withAssets(body: Doc, images: readonly ImageDraft[]): Doc {
  const ids = new Map(images.flatMap(({ path, found }) => (found === null ? [] : [[path, assetIdOf(found.hash)]])));
  return mapImages(body, (image) => ({
    ...image,
    attrs: { ...image.attrs, src: ids.get(image.attrs.src) ?? image.attrs.src },
  }));
}

/** One key for bodies that say the same: block ids are ours and differ for each reading, empty values say nothing. */
export const bodyKey = (doc: Doc): string => digest(canonical(lean(doc)));

type AnyNode = {
  readonly type: string;
  readonly attrs?: object | undefined;
  readonly content?: readonly AnyNode[] | undefined;
};

function lean(node: AnyNode): object {
  const { attrs = {}, content = [], ...rest } = node;
  const isToken = node.type === 'hashtag' || node.type === 'mention';
  const said = Object.entries(attrs).filter(
    ([name, value]) => value !== null && value !== undefined && (name !== 'id' || isToken),
  );
  return {
    ...rest,
    ...(said.length === 0 ? {} : { attrs: Object.fromEntries(said) }),
    ...(content.length === 0 ? {} : { content: content.map(lean) }),
  };
}

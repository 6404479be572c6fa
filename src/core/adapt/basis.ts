import { fillFields } from '../brief/fields';
import type { Doc } from '../model/doc';
import type { Piece } from '../model/records';
import { canonical } from '../plan/canonical';
import { flattenBlock } from './flatten';

/**
 * What a person read when they wrote over a version: the source's title and its sentences, block by block, with the
 * brief's answers filled in. Kept with the version, so that it can say which sentences moved on even after the plan
 * went to another machine, where the piece's history is not.
 */
export type Basis = { readonly title: string; readonly blocks: readonly (readonly string[])[] };

/** Longest basis that is kept, in UTF-16 units of its JSON; a longer source is compared as a whole only. */
const MAX_BASIS = 400_000;

export function basisOf(piece: Pick<Piece, 'title' | 'brief' | 'lang'>, doc: Doc): Basis {
  const field = (name: string): string | null =>
    Object.hasOwn(piece.brief, name) && piece.brief[name] !== '' ? (piece.brief[name] ?? null) : null;
  return {
    title: fillFields(piece.title, piece.brief),
    blocks: doc.content.map((block, index) =>
      flattenBlock(block, index, field, piece.lang).flatMap(({ sentences }) => sentences.map(({ source }) => source)),
    ),
  };
}

/** The text kept under `basis.source`; null for a source too long to keep. */
export function writeBasis(basis: Basis): string | null {
  const text = canonical(basis);
  return text.length > MAX_BASIS ? null : text;
}

/** The basis a version was made from; null when none was kept or it cannot be read. */
export function readBasis(variant: { readonly basis: Readonly<Record<string, string | null>> } | null): Basis | null {
  const text = variant?.basis.source ?? null;
  if (text === null) return null;
  try {
    const value = JSON.parse(text) as Partial<Basis> | null;
    const isRead =
      typeof value?.title === 'string' &&
      Array.isArray(value.blocks) &&
      value.blocks.every((block) => Array.isArray(block) && block.every((sentence) => typeof sentence === 'string'));
    return isRead ? (value as Basis) : null;
  } catch {
    // Written by something else: the version is then compared as a whole, by its hash.
    return null;
  }
}

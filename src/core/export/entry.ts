import type { Prepared } from '../adapt/prepare';
import type { ExportEntry, ExportImage } from './types';

/** Nothing lawful could be written for it: the engine says so, and such a text never leaves the studio. */
export const isBlocked = ({ adapted }: Pick<Prepared, 'adapted'>): boolean =>
  adapted.findings.some(({ code }) => code === 'cannot_fit');

/** A prepared placement as exporters take it. */
export function exportEntry(prepared: Prepared, editedAt?: number): ExportEntry {
  const { placement, piece, doc, account, persona, adapted, source, assets } = prepared;
  const hashes = new Map(assets.map(({ id, hash }) => [id, hash]));
  return {
    placement,
    piece,
    doc,
    account,
    persona,
    variant: adapted,
    images: source.images.map((image): ExportImage => ({ ...image, hash: hashes.get(image.src) ?? '' })),
    blocked: isBlocked(prepared),
    editedAt,
  };
}

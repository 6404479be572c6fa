import type { Prepared } from '../adapt/prepare';
import type { Lang } from '../model/records';
import { sayFindingLine } from '../words/findings';
import type { ExportEntry, ExportImage } from './types';

/** Nothing lawful could be written for it: the engine says so, and such a text never leaves the studio. */
export const isBlocked = ({ adapted }: Pick<Prepared, 'adapted'>): boolean =>
  adapted.findings.some(({ code }) => code === 'cannot_fit');

/** Why a blocked text was not written, and what to do about it, in one line. */
export const whyBlocked = ({ variant }: Pick<ExportEntry, 'variant'>, lang: Lang): string =>
  variant.findings
    .filter(({ code }) => code === 'cannot_fit')
    .map((finding) => sayFindingLine(lang, finding))
    .join(' ');

/** A prepared placement as exporters take it. */
export function exportEntry(prepared: Prepared, known: Pick<ExportEntry, 'editedAt' | 'campaign'> = {}): ExportEntry {
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
    ...known,
  };
}

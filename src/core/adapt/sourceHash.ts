import type { Doc } from '../model/doc';
import { digest } from '../model/ids';
import type { Piece } from '../model/records';
import { canonical } from '../plan/canonical';

/**
 * What a version was made from: SHA-256, as 64 hex digits, of everything adaptation reads from a piece itself. Equal
 * on every machine for equal content; order of tags and empty brief fields make no difference, because they make none
 * to the text.
 */
export function sourceHash(piece: Pick<Piece, 'title' | 'brief' | 'tags' | 'link'>, doc: Doc): string {
  const brief = Object.fromEntries(Object.entries(piece.brief).filter(([, value]) => value !== ''));
  return digest(canonical({ title: piece.title, brief, tags: [...piece.tags].sort(), link: piece.link, doc }));
}

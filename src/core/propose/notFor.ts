import { excluded } from '../adapt/steps/blocks';
import type { Doc } from '../model/doc';

/**
 * Formats (`weibo/post`) a piece is marked as not for: every block of it, in every language it is written in, is kept from that
 * format or its platform, or meant for others only. A body without blocks says nothing.
 */
export function formatsNotFor(bodies: readonly Doc[], formats: readonly string[]): readonly string[] {
  const written = bodies.filter(({ content }) => content.length > 0);
  if (written.length === 0) return [];
  return formats.filter((format) => {
    const refs = [format.slice(0, format.indexOf('/')), format];
    return written.every(({ content }) => content.every((block) => excluded(block.attrs, refs) !== null));
  });
}

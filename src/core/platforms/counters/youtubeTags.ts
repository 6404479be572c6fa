import { codePointCount } from '../../text/length';

/**
 * YouTube's tag list (official: 500 characters over all tags): the commas between tags count, and a tag with a space
 * is stored in quotation marks, which count 2.
 */
export const youtubeTags = (tags: readonly string[]): number =>
  tags.reduce((sum, tag) => sum + codePointCount(tag) + (/\s/.test(tag) ? QUOTES : 0), Math.max(0, tags.length - 1));

const QUOTES = 2;

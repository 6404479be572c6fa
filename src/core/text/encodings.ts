/**
 * The encodings in which people keep Chinese text. Which one a file uses is said by its byte order mark or told from
 * its bytes; a guess is named as a guess, because every pair of bytes is some character in GB18030.
 */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const;
export type Encoding = (typeof encodings)[number];

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';

const idShape = /^[A-Za-z0-9_-]{1,64}$/;

/** Ids are short, url-safe and never guessed from names: made by the shell's random source, or derived here. */
export const idSchema = z.string().regex(idShape);

/** Whether a text is an id, for readers that ask it a hundred thousand times. */
export const isId = (text: string): boolean => idShape.test(text);

/** A format of a platform, as `platform/format` of the rule packs: `weibo/post`. */
export const formatRefSchema = z.string().regex(/^[a-z0-9_]{1,40}\/[a-z0-9_]{1,40}$/);

/** SHA-256 of UTF-8 text, 64 hex digits. */
export const digest = (content: string): string => bytesToHex(sha256(utf8ToBytes(content)));

/** SHA-256 of UTF-8 text as its 32 bytes, for a policy's hash of a script. */
export const digestRaw = (content: string): Uint8Array => sha256(utf8ToBytes(content));

/** SHA-256 of bytes, 64 hex digits. */
export const digestBytes = (content: Uint8Array): string => bytesToHex(sha256(content));

/**
 * The id of a variant is derived, so that two machines that adapt the same piece for the same account never make
 * duplicates. A private-domain tier is an account; a variant for no account in particular has `null`.
 */
export const variantId = (pieceId: string, format: string, accountId: string | null): string =>
  `v_${digest(`${pieceId}\n${format}\n${accountId ?? ''}`).slice(0, 24)}`;

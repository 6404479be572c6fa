import { domainToASCII } from 'node:url';
import { err, ok, type Result } from '../core/result';

/**
 * Which addresses the studio hands to the user's browser (I7). Only web and mail links without credentials or control
 * characters pass; the host is answered in ASCII, so that a look-alike letter shows as `xn--…` in the question.
 */
export type WebAddress = { readonly url: string; readonly host: string };
export type AddressFault = 'scheme' | 'userinfo' | 'control' | 'too_long' | 'not_address' | 'host';

const MAX_LENGTH = 2_000;
// Controls, line and paragraph separators, bidirectional overrides, zero-width characters.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]/u;

export function checkAddress(text: string): Result<WebAddress, AddressFault> {
  if (text.length > MAX_LENGTH) return err('too_long');
  if (HIDDEN.test(text)) return err('control');
  if (text.includes('\\')) return err('not_address');
  if (!URL.canParse(text)) return err('not_address');
  const url = new URL(text);
  if (url.protocol === 'mailto:') return checkMail(url);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return err('scheme');
  if (!/^https?:\/\/[^/]/i.test(text)) return err('not_address');
  if (url.username !== '' || url.password !== '' || /^https?:\/\/[^/?#]*@/i.test(text)) return err('userinfo');
  const host = domainToASCII(url.hostname);
  if (host === '' && !url.hostname.startsWith('[')) return err('host');
  return ok({ url: url.href, host: url.host });
}

/** Only the address: headers of a mail link can attach files or fill in a body in some mail programs. */
function checkMail(url: URL): Result<WebAddress, AddressFault> {
  if (!/^[^@\s,;%<>"]+@[^@\s,;%<>"]+$/.test(url.pathname)) return err('not_address');
  if (url.search !== '' || url.hash !== '') return err('not_address');
  return ok({ url: url.href, host: url.pathname });
}

/**
 * Paths inside a plan file. Refused are all that could mean something outside the folder, or something else than
 * written, on Windows, macOS or Linux.
 */
export function isSafePath(path: string): boolean {
  if (path === '' || path.length > 255 || UNSAFE_CHARACTER.test(path)) return false;
  const segments = (path.endsWith('/') ? path.slice(0, -1) : path).split('/');
  return segments.every((segment) => segment !== '' && !/[. ]$/.test(segment) && !isDeviceName(segment));
}

/** Names Windows gives to devices, whatever extension follows. */
export const isDeviceName = (name: string): boolean => DEVICE.test(name);

/** Two paths with one key may be one file on some system. Wider than any one system's rule, which costs nothing. */
export const pathKey = (path: string): string => path.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');

/** Backslash and colon (drives, streams), what Windows forbids, controls, and marks that turn the reading order. */
const UNSAFE_CHARACTER = /[\\:*?"<>|\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(\..*)?$/i;

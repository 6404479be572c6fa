/** Bytes from one place to another, both included. */
export type Span = { readonly from: number; readonly to: number };

/**
 * The one span a `Range` header asks for (RFC 9110, 14.1.2): `bytes=0-`, `bytes=100-199`, `bytes=-500`. Null for none, for
 * several at once and for what is no range, which are answered with the whole file; `outside` when the file has no such bytes.
 */
export function spanOf(header: string | null, size: number): Span | 'outside' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < from) return null;
  return from >= size || (first === '' && Number(last) === 0) ? 'outside' : { from, to };
}

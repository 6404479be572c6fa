/** A zip written by hand, with sizes as told and data as given. `share`: every entry points at the first one's data. */
export function bomb(
  entries: readonly { path: string; data: Uint8Array; size: number; crc?: number }[],
  share = false,
): Uint8Array {
  const out: number[][] = [];
  const directory: number[][] = [];
  const le = (value: number, width: number) =>
    Array.from({ length: width }, (_, index) => (value / 2 ** (8 * index)) & 0xff);
  let offset = 0;
  const chunks: Uint8Array[] = [];
  for (const [index, { path, data, size, crc = 0 }] of entries.entries()) {
    const name = [...new TextEncoder().encode(path)];
    const body = share && index > 0 ? new Uint8Array(0) : data;
    const start = share ? 0 : offset;
    /** What the entry's own header and the directory both say of it. */
    const told = [
      ...le(0x800, 2),
      ...le(8, 2),
      ...le(0, 4),
      ...le(crc, 4),
      ...le(data.length, 4),
      ...le(size, 4),
      ...le(name.length, 2),
    ];
    const header = [...le(0x04034b50, 4), ...le(20, 2), ...told, ...le(0, 2), ...name];
    if (!share || index === 0) {
      chunks.push(Uint8Array.from(header), body);
      offset += header.length + body.length;
    }
    directory.push([...le(0x02014b50, 4), ...le(20, 2), ...le(20, 2), ...told, ...le(0, 12), ...le(start, 4), ...name]);
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  out.push(...directory, [
    ...le(0x06054b50, 4),
    ...le(0, 4),
    ...le(entries.length, 2),
    ...le(entries.length, 2),
    ...le(size, 4),
    ...le(offset, 4),
    ...le(0, 2),
  ]);
  const all = [...chunks, ...out.map((part) => Uint8Array.from(part))];
  const whole = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
  let position = 0;
  for (const part of all) {
    whole.set(part, position);
    position += part.length;
  }
  return whole;
}

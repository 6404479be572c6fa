/**
 * An asar archive of a few flat files: two nested length-prefixed blocks ("pickles") around a JSON
 * directory, then the bodies one after another.
 *
 *   4 | size of header block | size of its payload | JSON length | JSON, padded to 4 | bodies
 */
export function asar(files) {
  const bodies = Object.values(files).map((text) => Buffer.from(text));
  let offset = 0;
  const entries = Object.keys(files).map((name, index) => {
    const entry = [name, { size: bodies[index].length, offset: String(offset) }];
    offset += bodies[index].length;
    return entry;
  });
  const json = Buffer.from(JSON.stringify({ files: Object.fromEntries(entries) }));
  const padded = Math.ceil(json.length / 4) * 4;

  const head = Buffer.alloc(16 + padded);
  head.writeUInt32LE(4, 0);
  head.writeUInt32LE(padded + 8, 4);
  head.writeUInt32LE(padded + 4, 8);
  head.writeUInt32LE(json.length, 12);
  json.copy(head, 16);
  return Buffer.concat([head, ...bodies]);
}

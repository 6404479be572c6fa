import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

/**
 * Electron's build-time switches ("fuses") sit in the binary behind this sentinel: one byte of
 * version, one of length, then one ASCII character per fuse: '0' off, '1' on, 'r' removed.
 */
const SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
const VERSION = 1;

export const FUSE = { nodeCliInspect: 3, browserSnapshot: 6 };

/** Where the states begin, and the states as text. */
export function findFuses(binary) {
  const sentinel = binary.indexOf(SENTINEL);
  if (sentinel < 0) throw new Error('no fuse sentinel: this is not an Electron binary');
  const start = sentinel + SENTINEL.length;
  if (binary[start] !== VERSION) throw new Error(`fuse wire version ${binary[start]} is unknown`);
  const length = binary[start + 1];
  return { offset: start + 2, states: binary.toString('latin1', start + 2, start + 2 + length) };
}

/** The states with some of them changed, e.g. { 3: true, 6: false }. */
export function changeFuses(states, changes) {
  const changed = [...states];
  for (const [index, on] of Object.entries(changes)) {
    if (changed[index] !== '0' && changed[index] !== '1') {
      throw new Error(`fuse ${index} is not in this binary (${states})`);
    }
    changed[index] = on ? '1' : '0';
  }
  return changed.join('');
}

export function setFuses(path, changes) {
  const { offset, states } = findFuses(readFileSync(path));
  const file = openSync(path, 'r+');
  try {
    writeSync(file, changeFuses(states, changes), offset, 'latin1');
  } finally {
    closeSync(file);
  }
}

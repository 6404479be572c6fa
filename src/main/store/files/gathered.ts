import { writeSync } from 'node:fs';

/** Writes many small parts as few large ones: a call to the system costs more than a part of some hundred bytes. */
export type Gathered = { readonly add: (part: Uint8Array) => void; readonly flush: () => void };

const ROOM = 256 * 1024;

/** @param file an open file, written on from where it stands. What is added is there only after `flush`. */
export function gathered(file: number): Gathered {
  const room = new Uint8Array(ROOM);
  let used = 0;
  const write = (bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  };
  const flush = (): void => {
    write(room.subarray(0, used));
    used = 0;
  };
  return {
    add: (part) => {
      if (part.length > ROOM - used) flush();
      if (part.length > ROOM) return write(part);
      room.set(part, used);
      used += part.length;
    },
    flush,
  };
}

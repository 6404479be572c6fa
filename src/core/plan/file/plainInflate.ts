import { Inflate } from 'fflate';
import type { Inflated } from './byteWork';

/** So much packed data at a time that one step cannot make more than about 16 MB. */
const STEP = 16 * 1024;

class Enough extends Error {}

export const plainInflate: Inflated = (data, most) => {
  const chunks: Uint8Array[] = [];
  let total = 0;
  let ended = false;
  const stream = new Inflate((chunk, final) => {
    total += chunk.length;
    if (total > most) throw new Enough();
    chunks.push(chunk);
    ended ||= final;
  });
  for (let at = 0; at < data.length; at += STEP) {
    try {
      stream.push(data.subarray(at, at + STEP), at + STEP >= data.length);
    } catch (error) {
      // fflate names what it found wrong in the stream; for the reader it is one thing.
      return error instanceof Enough ? 'more' : 'damaged';
    }
  }
  if (!ended) return 'damaged';
  const whole = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};

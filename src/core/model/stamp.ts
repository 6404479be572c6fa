import { z } from 'zod';

/**
 * A hybrid logical clock reading: 48-bit milliseconds, 16-bit counter, 64-bit node, as fixed-width hex,
 * so that comparing the strings compares the clocks. `0192f3a1b2c4-0003-9f8e7d6c5b4a3210`.
 * Source of the design: Kulkarni et al. 2014, as used by Actual Budget and Evolu.
 */
export type Stamp = string & { readonly __stamp: true };

/** Sixteen hex digits, made once per database copy. */
export type NodeId = string & { readonly __node: true };

const stampShape = /^[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{16}$/;
export const stampSchema = z.string().regex(stampShape) as unknown as z.ZodType<Stamp>;
/** Whether a text is a stamp, for readers that ask it a hundred thousand times. */
export const isStamp = (text: string): text is Stamp => stampShape.test(text);
export const nodeIdSchema = z.string().regex(/^[0-9a-f]{16}$/) as unknown as z.ZodType<NodeId>;

const MAX_COUNTER = 0xffff;

export type StampParts = { readonly millis: number; readonly counter: number; readonly node: NodeId };

export function readStamp(stamp: Stamp): StampParts {
  return {
    millis: Number.parseInt(stamp.slice(0, 12), 16),
    counter: Number.parseInt(stamp.slice(13, 17), 16),
    node: stamp.slice(18) as NodeId,
  };
}

export function makeStamp({ millis, counter, node }: StampParts): Stamp {
  return `${millis.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}-${node}` as Stamp;
}

/** The node that wrote a stamp. */
export const nodeOf = (stamp: Stamp): NodeId => stamp.slice(18) as NodeId;

/**
 * The next stamp of `node` after `last`, given the wall clock `now` in milliseconds. Strictly increasing even
 * when the clock stands still or is set back: a full counter moves the millisecond on by one.
 */
export function nextStamp(last: Stamp | null, now: number, node: NodeId): Stamp {
  if (last === null) return makeStamp({ millis: Math.max(0, now), counter: 0, node });
  const before = readStamp(last);
  if (now > before.millis) return makeStamp({ millis: now, counter: 0, node });
  if (before.counter < MAX_COUNTER) return makeStamp({ millis: before.millis, counter: before.counter + 1, node });
  return makeStamp({ millis: before.millis + 1, counter: 0, node });
}

export const laterStamp = (a: Stamp, b: Stamp): Stamp => (a >= b ? a : b);

/**
 * What has been seen: at most one stamp per node, meaning "everything this node wrote up to here".
 * Sorted, so that equal horizons are equal arrays.
 */
export type Horizon = readonly Stamp[];

export const covers = (seen: Horizon, stamp: Stamp): boolean => {
  const node = nodeOf(stamp);
  return seen.some((mark) => nodeOf(mark) === node && mark >= stamp);
};

export const joinHorizons = (a: Horizon, b: Horizon): Horizon => {
  const seen = horizonGatherer();
  for (const stamp of a) seen.add(stamp);
  for (const stamp of b) seen.add(stamp);
  return seen.all();
};

/** A horizon of many stamps, gathered one by one: most are the one before, or by the same node. */
export function horizonGatherer(): { readonly add: (stamp: Stamp) => void; readonly all: () => Horizon } {
  const latest = new Map<NodeId, Stamp>();
  let before: Stamp | null = null;
  return {
    add: (stamp) => {
      if (stamp === before) return;
      before = stamp;
      const node = nodeOf(stamp);
      const known = latest.get(node);
      if (known === undefined || stamp > known) latest.set(node, stamp);
    },
    all: () => (latest.size > 1 ? [...latest.values()].sort() : [...latest.values()]),
  };
}

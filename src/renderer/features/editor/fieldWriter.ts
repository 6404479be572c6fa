import type { Answer } from '../../../contract';
import type { Json } from '../../../core/model/json';
import type { Op } from '../../../core/plan/ops';
import type { Failure } from '../../../core/result';
import type { WriterParts } from './writer';

/**
 * Saves the small fields of one record (title, brief, notes …): edits of one field within half a second become one
 * step of undo, and leaving the field saves at once. Elements of sets are saved as they come.
 */
export type FieldWriter = {
  readonly set: (register: string, value: Json) => void;
  readonly send: (ops: readonly Op[]) => Promise<boolean>;
  readonly flush: () => Promise<void>;
  /** What is typed but not acknowledged, by register: wins over what the store tells meanwhile. */
  readonly pending: () => Readonly<Record<string, Json>>;
  readonly stop: () => void;
};

export const FIELD_REST = 500;
const RETRY = 5_000;

export function createFieldWriter(parts: {
  readonly op: (register: string, value: Json) => Op;
  readonly make: (ops: readonly Op[]) => Promise<Answer<unknown>>;
  readonly onFailure: (failure: Failure | null) => void;
  readonly timers: WriterParts['timers'];
}): FieldWriter {
  let waiting: Record<string, Json> = {};
  let flying: Record<string, Json> = {};
  let timer: number | null = null;
  let flight: Promise<void> = Promise.resolve();
  let stopped = false;

  const rest = (ms: number): void => {
    if (timer !== null) parts.timers.clear(timer);
    timer = stopped ? null : parts.timers.set(() => void flush(), ms);
  };

  async function flush(): Promise<void> {
    if (timer !== null) parts.timers.clear(timer);
    timer = null;
    flight = flight.then(saveOnce);
    await flight;
  }

  async function saveOnce(): Promise<void> {
    const batch = waiting;
    const registers = Object.entries(batch);
    if (registers.length === 0) return;
    waiting = {};
    flying = batch;
    const answer = await parts.make(registers.map(([register, value]) => parts.op(register, value)));
    flying = {};
    if (answer.ok) {
      parts.onFailure(null);
      return;
    }
    waiting = { ...batch, ...waiting };
    parts.onFailure(answer.failure);
    // Refused input stays refused until someone changes it; anything else may pass by itself (a full disk).
    if (answer.failure.code !== 'bad_input') rest(RETRY);
  }

  return {
    set: (register, value) => {
      waiting = { ...waiting, [register]: value };
      rest(FIELD_REST);
    },
    send: async (ops) => {
      await flush();
      const answer = await parts.make(ops);
      parts.onFailure(answer.ok ? null : answer.failure);
      return answer.ok;
    },
    flush,
    pending: () => ({ ...flying, ...waiting }),
    stop: () => {
      stopped = true;
      if (timer !== null) parts.timers.clear(timer);
      timer = null;
    },
  };
}

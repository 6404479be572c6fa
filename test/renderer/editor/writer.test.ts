import { describe, expect, it } from 'vitest';
import type { Answer, CallOutput } from '../../../src/contract';
import type { Doc } from '../../../src/core/model/doc';
import { failure } from '../../../src/core/result';
import { createFieldWriter } from '../../../src/renderer/features/editor/fieldWriter';
import { createWriter, LONGEST, REST, type SaveState } from '../../../src/renderer/features/editor/writer';

type Written = Answer<CallOutput<'piece.write'>>;

/** A desk with a clock one turns by hand and a store one answers for. */
function aDesk({ composing = false } = {}) {
  const desk = {
    now: 0,
    text: '',
    composing,
    sent: [] as { text: string; base: string | null }[],
    states: [] as SaveState['kind'][],
    answers: [] as ((answer: Written) => void)[],
    timers: new Map<number, { at: number; run: () => void }>(),
    async pass(ms: number) {
      desk.now += ms;
      for (const [id, timer] of [...desk.timers])
        if (timer.at <= desk.now) {
          desk.timers.delete(id);
          timer.run();
        }
      await settle();
    },
    async answer(written: Written) {
      desk.answers.shift()?.(written);
      await settle();
    },
  };
  const timers = {
    now: () => desk.now,
    set: (run: () => void, ms: number) => {
      const id =
        desk.timers.size +
        desk.sent.length +
        Math.floor(desk.now) +
        1 +
        [...desk.timers.keys()].reduce((a, b) => Math.max(a, b), 0);
      desk.timers.set(id, { at: desk.now + ms, run });
      return id;
    },
    clear: (id: number) => {
      desk.timers.delete(id);
    },
  };
  return { desk, timers };
}
const settle = async () => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};
const saved = (version: string): Written => ({ ok: true, value: { version, savedAt: 1 } });
const refused = (code: 'stale_write' | 'disk_full'): Written => ({ ok: false, failure: failure(code) });

function aWriter(base: string | null, options?: { composing?: boolean }) {
  const { desk, timers } = aDesk(options);
  const writer = createWriter(base, {
    read: () =>
      ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: desk.text }] }] }) as Doc,
    send: (doc, from) => {
      desk.sent.push({ text: JSON.stringify(doc).match(/"text":"([^"]*)"/)?.[1] ?? '', base: from });
      return new Promise((resolve) => desk.answers.push(resolve));
    },
    busy: () => desk.composing,
    onState: (state) => desk.states.push(state.kind),
    timers,
  });
  const type = (text: string) => {
    desk.text = text;
    writer.touch();
  };
  return { desk, writer, type };
}

describe('autosave of the body', () => {
  it('sends once after a rest, whatever the number of keys', async () => {
    const { desk, type } = aWriter('v0');
    for (const text of ['一', '一二', '一二三']) {
      type(text);
      await desk.pass(60);
    }
    expect(desk.sent).toEqual([]);
    await desk.pass(REST - 60);
    expect(desk.sent).toEqual([{ text: '一二三', base: 'v0' }]);
    await desk.answer(saved('v1'));
    expect(desk.states).toEqual(['waiting', 'saving', 'clean']);
  });

  it('saves who types without a rest, so that a kill takes at most the keys of LONGEST and of one flight', async () => {
    const { desk, type } = aWriter('v0');
    const EVERY = 80;
    let saves = 0;
    let most = 0;
    for (let key = 1; key <= 60; key += 1) {
      type(String(key));
      await desk.pass(EVERY);
      if (desk.sent.length > saves) {
        saves = desk.sent.length;
        await desk.answer(saved(`v${saves}`));
      }
      const durable = Number(desk.sent.at(-1)?.text ?? 0);
      most = Math.max(most, key - durable);
    }
    // Keys unsaved at the worst moment to be killed: a count, not a clock.
    expect(most).toBeLessThanOrEqual(Math.ceil(LONGEST / EVERY) + 1);
    expect(saves).toBeGreaterThanOrEqual(8);
  });

  it('builds each version on the one that was acknowledged before', async () => {
    const { desk, writer, type } = aWriter(null);
    type('一');
    await desk.pass(REST);
    type('一二');
    await desk.answer(saved('v1'));
    await desk.pass(REST);
    expect(desk.sent.map(({ base }) => base)).toEqual([null, 'v1']);
    await desk.answer(saved('v2'));
    expect([writer.base(), writer.dirty()]).toEqual(['v2', false]);
  });

  it('never sends while an input method composes', async () => {
    const { desk, type } = aWriter('v0', { composing: true });
    type('ni');
    await desk.pass(REST * 5);
    expect(desk.sent).toEqual([]);
    desk.composing = false;
    desk.text = '你';
    await desk.pass(REST);
    expect(desk.sent).toEqual([{ text: '你', base: 'v0' }]);
  });

  it('keeps the text after a failure and tries again by itself', async () => {
    const { desk, writer, type } = aWriter('v0');
    type('一');
    await desk.pass(REST);
    await desk.answer(refused('disk_full'));
    expect([writer.state().kind, writer.dirty()]).toEqual(['failed', true]);
    await desk.pass(5_000);
    await desk.answer(saved('v1'));
    expect([desk.sent.length, writer.state().kind]).toEqual([2, 'clean']);
  });

  it('overwrites nothing after a stale write until a person decides', async () => {
    const { desk, writer, type } = aWriter('v0');
    type('我的');
    await desk.pass(REST);
    await desk.answer(refused('stale_write'));
    type('我的字');
    await desk.pass(60_000);
    expect([desk.sent.length, writer.state().kind]).toEqual([1, 'stale']);
    writer.rebase('v9');
    await desk.pass(1);
    expect(desk.sent.at(-1)).toEqual({ text: '我的字', base: 'v9' });
  });

  it('saves at once when asked to, and waits for what is on its way', async () => {
    const { desk, writer, type } = aWriter('v0');
    type('一');
    const flushed = writer.flush();
    await settle();
    expect(desk.sent).toHaveLength(1);
    await desk.answer(saved('v1'));
    await flushed;
    expect(writer.dirty()).toBe(false);
  });
});

describe('autosave of small fields', () => {
  function fields() {
    const { desk, timers } = aDesk();
    const made: unknown[][] = [];
    const outcome: Answer<unknown>[] = [];
    const writer = createFieldWriter({
      op: (register, value) => ({ kind: 'set', type: 'piece', id: 'p', register, value }),
      make: (ops) => {
        made.push(ops.map((op) => (op.kind === 'set' ? [op.register, op.value] : op)));
        return Promise.resolve(outcome.shift() ?? { ok: true, value: null });
      },
      onFailure: () => undefined,
      timers,
    });
    return { desk, made, outcome, writer };
  }

  it('makes one change of many keys in several fields', async () => {
    const { desk, made, writer } = fields();
    writer.set('title', '末');
    writer.set('title', '末班');
    writer.set('brief.place', '渡口');
    await desk.pass(500);
    expect(made).toEqual([
      [
        ['title', '末班'],
        ['brief.place', '渡口'],
      ],
    ]);
    expect(writer.pending()).toEqual({});
  });

  it('keeps what could not be saved and sends the latest of it', async () => {
    const { desk, made, outcome, writer } = fields();
    outcome.push({ ok: false, failure: failure('disk_full') });
    writer.set('title', '一');
    await desk.pass(500);
    writer.set('title', '一二');
    expect(writer.pending()).toEqual({ title: '一二' });
    await desk.pass(500);
    expect(made.at(-1)).toEqual([['title', '一二']]);
  });
});

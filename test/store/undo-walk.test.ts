import { expect, it } from 'vitest';
import type { CallInput, CallName, CallOutput } from '../../src/contract';
import { outcomes, type PieceState, pieceStates, recordTypes } from '../../src/core/model/records';
import { canonical } from '../../src/core/plan/canonical';
import { createOp, type Op } from '../../src/core/plan/ops';
import { addDays, type WallTime } from '../../src/core/time/wall';
import { allStates, listViews, readState } from '../../src/main/store/rows';
import { bridge, type TestBridge, TODAY } from '../helpers/bridge';
import { meantRecord, visibleOf } from '../helpers/visible';

/**
 * F30: a restless hand in the real store. It moves, carries in bulk, leads cascades, edits campaigns, series, texts and versions,
 * takes proposals, makes copies, throws away and now and then takes steps back. Then everything is undone, and done again: at
 * each step the plan is what it was there, without stamps and history, byte for byte.
 */
/** `JUZHEN_PROPERTY_RUNS` asks for more (`npm run soak -- undo`). */
const WALKS = Number(process.env.JUZHEN_PROPERTY_RUNS ?? 3);
const STEPS = 70;
const LEAD = 'placement-open-challenge-douyin';

/** Numbers that look like chance, the same every time. */
function numbers(seed: number): (below: number) => number {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/** What is seen of the plan. A record that nobody touched since is not read again. */
function watch({ store }: TestBridge): () => string {
  const { db } = store.context;
  const known = new Map<string, string>();
  return () => {
    const seen: string[] = [];
    for (const type of recordTypes)
      for (const { id, touched } of db.prepare(`SELECT id, touched FROM ${type} WHERE alive = 1 ORDER BY id`).all() as {
        id: string;
        touched: string;
      }[]) {
        const key = `${type} ${id} ${touched}`;
        let text = known.get(key);
        if (text === undefined) {
          const state = readState(db, type, id);
          text = state === null ? '' : canonical(meantRecord(state) as never);
          known.set(key, text);
        }
        seen.push(text);
      }
    return seen.join('\n');
  };
}

/** Compares two plans, and names just the records that differ: a whole plan is too long to be read. */
function expectSame(step: string, now: string, then: string | undefined): void {
  if (now === then) return;
  const [is, was] = [now, then ?? ''].map((text) => text.split('\n'));
  expect({ step, records: is?.filter((line) => !was?.includes(line)) }).toEqual({
    step,
    records: was?.filter((line) => !is?.includes(line)),
  });
}

async function walk(
  seed: number,
  tally: Map<string, number>,
): Promise<{ readonly forth: number; readonly back: number }> {
  const studio = await bridge({ seed: { kind: 'sample', edition: 'zh', today: TODAY } });
  try {
    const { db } = studio.store.context;
    const next = numbers(seed);
    const seen = watch(studio);
    const call = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N> | undefined> => {
      const answer = await studio.call(name, input);
      return answer.ok ? answer.value : undefined;
    };
    const one = <T>(list: readonly T[]): T | undefined => list[next(list.length)];
    const some = <T>(list: readonly T[], most: number): T[] => {
      const from = next(list.length);
      return list.slice(from, from + 1 + next(most));
    };
    const day = () => addDays(TODAY, next(50));
    const time = () => `${String(7 + next(15)).padStart(2, '0')}:${next(2) === 0 ? '00' : '30'}` as WallTime;
    const all = <T extends Parameters<typeof listViews>[1]>(type: T) => listViews(db, type);
    const edit = (...ops: Op[]) => call('change.make', { label: { code: 'other' }, ops });
    const set = (
      type: Parameters<typeof listViews>[1],
      id: string,
      register: string,
      to: string | number | null,
    ): Op => ({
      kind: 'set',
      type,
      id,
      register,
      value: to,
    });

    const acts: Readonly<Record<string, () => Promise<unknown>>> = {
      move: async () => {
        const placement = one(all('placement'));
        const account = next(3) === 0 ? one(all('account')) : undefined;
        return call('placement.move', {
          moves: [{ id: placement?.id ?? '', day: day(), ...(account === undefined ? {} : { accountId: account.id }) }],
        });
      },
      bulk_move: () =>
        call('placement.move', {
          moves: some(all('placement'), 20).map(({ id }) => ({ id, day: day(), time: time() })),
        }),
      lead: () => call('placement.move', { moves: [{ id: LEAD, day: addDays(TODAY, 3 + next(30)), time: time() }] }),
      settle_waves: () =>
        call('cascade.settle', {
          ids: some(
            all('wave').flatMap(({ placementId }) => placementId ?? []),
            6,
          ),
          how: one(['pin', 'unpin', 'rule', 'fit'] as const) ?? 'pin',
        }),
      rule: async () => {
        const wave = one(all('wave'));
        return call('cascade.rule', {
          waveId: wave?.id ?? '',
          rule:
            next(2) === 0
              ? { kind: 'minutes', minutes: 30 * next(20) }
              : { kind: 'workdays', days: next(4), time: time() },
          onlyWorkdays: next(2) === 0,
          afterWaveId: wave?.afterWaveId ?? null,
          move: next(2) === 0,
        });
      },
      cascade: async () => {
        const template = one((await call('cascade.templates', { lang: 'zh' })) ?? []);
        return call('cascade.apply', {
          templateId: template?.id ?? '',
          name: `战役 ${next(100)}`,
          zeroDay: day(),
          time: null,
        });
      },
      // A wave loses its placement, or those that have none are laid out again.
      lay: async () => {
        const standing = new Set(all('placement').map(({ id }) => id));
        const waves = all('wave').filter(({ pieceId, accountId }) => pieceId !== null && accountId !== null);
        const bare = waves.find(({ placementId }) => placementId === null || !standing.has(placementId));
        return bare?.campaignId == null
          ? call('placement.remove', { ids: [one(waves)?.placementId ?? ''] })
          : call('cascade.lay', { campaignId: bare.campaignId });
      },
      campaign: async () => {
        const [campaign, phase] = [one(all('campaign')), one(all('phase'))];
        return next(12) === 0
          ? call('campaign.remove', { id: campaign?.id ?? '' })
          : edit(
              set('campaign', campaign?.id ?? '', 'goal', `目标 ${next(9)}`),
              set('campaign', campaign?.id ?? '', 'end', day()),
              ...(phase === undefined ? [] : [set('phase', phase.id, 'end', day())]),
            );
      },
      series: async () => {
        const series = one(all('series'));
        if (series === undefined || next(3) === 0)
          return edit(
            createOp('series', `series-${seed}-${next(1_000_000)}`, {
              accountId: one(all('account'))?.id ?? null,
              name: '周二夜信',
              unit: 'week',
              start: TODAY,
              weekdays: ['2'],
            }),
          );
        return edit(
          set('series', series.id, 'every', 1 + next(4)),
          { kind: 'add', type: 'series', id: series.id, set: 'skipped', element: day() },
          set('series', series.id, `moved.${day()}`, `${day()} 18:30`),
        );
      },
      // As a proposal would be taken; the plan has room for few spots of chance, so some are tried.
      proposal: async () => {
        const pieces = all('piece').filter(({ trashed, lang }) => !trashed && lang === 'zh');
        const accounts = all('account').filter(({ lang, closed }) => lang === 'zh' && !closed);
        for (let turn = 0; turn < 6; turn += 1) {
          const account = one(accounts);
          const format = account?.defaultFormat ?? account?.formats[0] ?? 'weibo/post';
          const spot = {
            pieceId: one(pieces)?.id ?? '',
            accountId: account?.id ?? '',
            format,
            day: day(),
            time: time(),
          };
          const taken = await call('propose.take', { spots: [spot] });
          if (taken !== undefined) return taken;
        }
        return undefined;
      },
      copies: () =>
        call('placement.plan_all', {
          plans: some(all('placement'), 5).flatMap(({ pieceId, accountId, format }) =>
            pieceId === null || accountId === null ? [] : [{ pieceId, accountId, format, day: day(), time: time() }],
          ),
        }),
      duplicate: () =>
        call('piece.bulk', {
          target: { kind: 'ids', ids: some(all('piece'), 4).map(({ id }) => id) },
          act: { kind: 'duplicate', lang: 'zh' },
        }),
      bulk: () =>
        call('piece.bulk', {
          target: { kind: 'ids', ids: some(all('piece'), 12).map(({ id }) => id) },
          act: one([
            { kind: 'state', state: (one(pieceStates) ?? 'idea') as PieceState } as const,
            { kind: 'tag', tag: `标签${next(5)}` } as const,
            { kind: 'untag', tag: `标签${next(5)}` } as const,
            { kind: 'trash' } as const,
            { kind: 'restore' } as const,
          ]) ?? { kind: 'trash' },
        }),
      write: async () => {
        const id = one(all('piece').filter(({ trashed }) => !trashed))?.id ?? '';
        const opened = await call('piece.open', { id });
        const content = [
          { type: 'paragraph' as const, content: [{ type: 'text' as const, text: `灯还亮着 ${next(1_000)}。` }] },
        ];
        return opened === undefined
          ? undefined
          : call('piece.write', {
              id,
              doc: { type: 'doc', content },
              base: opened.version,
              session: `visit ${next(4)}`,
            });
      },
      fields: async () => {
        const id = one(all('piece'))?.id ?? '';
        return edit(
          set('piece', id, 'title', `标题 ${next(500)}`),
          set('piece', id, 'brief.deadline', `10月${1 + next(28)}日`),
          { kind: next(2) === 0 ? 'add' : 'remove', type: 'piece', id, set: 'formats', element: 'weibo/post' },
        );
      },
      version: async () => {
        const { pieceId, accountId, format } = one(all('placement')) ?? {};
        return pieceId == null || format == null
          ? undefined
          : call('variant.override', {
              pieceId,
              accountId: accountId ?? null,
              format,
              field: 'body',
              value: next(4) === 0 ? null : `手写的一版 ${next(90)}`,
            });
      },
      remove: () => call('placement.remove', { ids: some(all('placement'), 3).map(({ id }) => id) }),
      outcome: () =>
        call('placement.settle', { id: one(all('placement'))?.id ?? '', outcome: one(outcomes) ?? 'planned' }),
    };
    const names = Object.keys(acts);

    const depth = () => (db.prepare("SELECT count(*) AS n FROM change WHERE status = 'done'").get() as { n: number }).n;
    const first = depth();
    const exported = () => visibleOf(allStates(db), meantRecord);
    const beginning = exported();
    /** The plan after each step that can be undone. */
    const states: string[] = [seen()];
    let [forth, back] = [0, 0];
    const undoTo = async (target: number): Promise<void> => {
      while (depth() - first > target) {
        expect(await call('history.undo', {})).toBeDefined();
        const at = depth() - first;
        expectSame(`seed ${seed}: step ${at} undone`, seen(), states[at]);
        back += 1;
      }
    };
    for (let step = 0; step < STEPS; step += 1) {
      const name = one(names) ?? 'move';
      const before = states.at(-1);
      if ((await acts[name]?.()) === undefined) continue;
      const now = seen();
      const at = depth() - first;
      // A visit to a text is one step of undo, however often it is kept.
      expect(at).toBeLessThanOrEqual(states.length);
      states[at] = now;
      states.length = at + 1;
      if (now !== before) tally.set(name, (tally.get(name) ?? 0) + 1);
      forth += 1;
      if (next(9) === 0) {
        // Second thoughts: some steps back, and now and then all of them forward again.
        const target = Math.max(0, at - 1 - next(4));
        await undoTo(target);
        if (next(2) === 0)
          for (let again = target; again < at; again += 1) {
            await call('history.redo', {});
            expectSame(`seed ${seed}: step ${again + 1} done again`, seen(), states[again + 1]);
          }
        else states.length = target + 1;
      }
    }
    const ending = exported();
    const last = states.length - 1;
    await undoTo(0);
    expect(exported()).toBe(beginning);
    for (let at = 1; at <= last; at += 1) {
      expect(await call('history.redo', {})).toBeDefined();
      expectSame(`seed ${seed}: step ${at} done again`, seen(), states[at]);
      forth += 1;
    }
    expect(exported()).toBe(ending);
    await undoTo(0);
    expect(exported()).toBe(beginning);
    return { forth, back };
  } finally {
    studio.close();
  }
}

/** The machine may be busy with other suites. */
const PATIENCE = 600_000;

it(
  'F30: a random walk through everything the calendar can do is undone to its first byte and done again to its last',
  async () => {
    const tally = new Map<string, number>();
    let [forth, back] = [0, 0];
    for (let seed = 1; seed <= WALKS; seed += 1) {
      const walked = await walk(seed, tally);
      forth += walked.forth;
      back += walked.back;
    }
    if (process.env.JUZHEN_LAWS === 'count') console.info({ forth, back, ...Object.fromEntries(tally) });
    expect(forth + back).toBeGreaterThan(200 * WALKS);
    // Every kind of act took effect, and not just once.
    expect([...tally.values()].filter((count) => count < 2)).toEqual([]);
    expect(tally.size).toBe(18);
  },
  PATIENCE,
);

import { afterEach, describe, expect, it } from 'vitest';
import type { ProposeChoiceInput, ProposedSpot, ProposeState } from '../../src/contract';
import { addDays, type WallTime } from '../../src/core/time/wall';
import { bridge, type TestBridge, TODAY, value } from '../helpers/bridge';

/** Proposals over the sample campaign, from the asking to the taking and back. */
let open: TestBridge | null = null;
afterEach(() => {
  open?.close();
  open = null;
});

async function sample(): Promise<TestBridge> {
  open = await bridge({ seed: { kind: 'sample', edition: 'zh', today: TODAY }, now: () => Date.UTC(2026, 9, 9, 2) });
  return open;
}

async function choiceFor(studio: TestBridge, change: Partial<ProposeChoiceInput> = {}): Promise<ProposeChoiceInput> {
  const outline = value(await studio.call('plan.outline', {}));
  const tray = value(await studio.call('piece.tray', {}));
  return {
    pieceIds: tray.map(({ id }) => id),
    accountIds: outline.account.map(({ id }) => id),
    from: addDays(TODAY, 1),
    to: addDays(TODAY, 14),
    ...change,
  };
}

/** Begins a proposal and waits until it is over. */
async function proposed(studio: TestBridge, choice: ProposeChoiceInput): Promise<ProposeState> {
  const over = new Promise<ProposeState>((resolve) => {
    const stop = studio.on('proposing', ({ state }) => {
      if (state.phase === 'working') return;
      stop();
      resolve(state);
    });
  });
  value(await studio.call('propose.start', choice));
  return over;
}

const spotsOf = (state: ProposeState): ProposedSpot[] =>
  (state.proposal?.placed ?? []).map(({ pieceId, accountId, format, day, time }) => ({
    pieceId,
    accountId,
    format,
    day,
    time,
  }));

describe('a proposal over the sample', () => {
  it('tells of every piece of the tray, is taken as one step, and that step is undone by one', async () => {
    const studio = await sample();
    const choice = await choiceFor(studio);
    const range = { from: choice.from, to: choice.to };
    const before = value(await studio.call('placement.range', range));
    const state = await proposed(studio, choice);
    expect(state).toMatchObject({ phase: 'done', share: 1, failure: null });
    const told = [...(state.proposal?.placed ?? []), ...(state.proposal?.unplaced ?? [])].map(({ pieceId }) => pieceId);
    expect(new Set(told)).toEqual(new Set(choice.pieceIds));
    const spots = spotsOf(state);
    expect(spots.length).toBeGreaterThan(0);

    const { ids } = value(await studio.call('propose.take', { spots }));
    const after = value(await studio.call('placement.range', range));
    const placed = (list: readonly { readonly pieceId: string | null; readonly day: string | null }[]) =>
      list.map(({ pieceId, day }) => `${day} ${pieceId}`).sort();
    expect(placed(after.filter(({ id }) => ids.includes(id)))).toEqual(placed(spots));
    const history = value(await studio.call('history.state', {}));
    expect(history.undo).toMatchObject({ code: 'plan_propose', params: { count: spots.length } });
    value(await studio.call('history.undo', {}));
    expect(value(await studio.call('placement.range', range))).toEqual(before);
  });

  it('gives every kept post its place and never proposes again what was dropped', async () => {
    const studio = await sample();
    const choice = await choiceFor(studio);
    const [kept, dropped, ...others] = spotsOf(await proposed(studio, choice));
    expect(others.length).toBeGreaterThan(0);
    if (kept === undefined || dropped === undefined) return;
    const { pieceId, accountId, day } = dropped;
    const again = spotsOf(await proposed(studio, { ...choice, keep: [kept], drop: [{ pieceId, accountId, day }] }));
    expect(
      again.filter(
        (spot) => spot.pieceId === kept.pieceId && (spot.accountId === kept.accountId || spot.format === kept.format),
      ),
    ).toEqual([]);
    expect(
      again.filter((spot) => spot.pieceId === pieceId && spot.accountId === accountId && spot.day === day),
    ).toEqual([]);
  });

  it('refuses to take what the plan has no room for any more, and then plans nothing', async () => {
    const studio = await sample();
    const choice = await choiceFor(studio);
    const spots = spotsOf(await proposed(studio, choice));
    const [first] = spots;
    if (first === undefined) return;
    value(await studio.call('placement.plan', { ...first }));
    const before = value(await studio.call('placement.range', { from: choice.from, to: choice.to }));
    expect(await studio.call('propose.take', { spots: spots.toReversed() })).toMatchObject({
      ok: false,
      failure: { code: 'propose_stale', params: { day: first.day, time: first.time } },
    });
    expect(value(await studio.call('placement.range', { from: choice.from, to: choice.to }))).toEqual(before);
  });

  it('lets a proposed post stand on another day or account where no rule forbids it, and says which one does', async () => {
    const studio = await sample();
    const choice = await choiceFor(studio);
    const spots = spotsOf(await proposed(studio, choice));
    const before = value(await studio.call('placement.range', { from: choice.from, to: choice.to }));
    const ask = async (spot: ProposedSpot) => {
      const beside = spots.filter((one) => one !== spot);
      const places = choice.accountIds.flatMap((accountId) =>
        [-2, 1, 3].map((days) => ({ accountId, day: addDays(spot.day, days) })),
      );
      const answers = [];
      for (const to of places) answers.push(value(await studio.call('propose.move', { spot, to, beside })));
      const moved = answers.flatMap((answer) => (answer.kind === 'moved' ? [answer.one] : []));
      return { spot, beside, answers, moved, far: moved.find(({ accountId }) => accountId !== spot.accountId) };
    };
    // A piece chosen for one format stays on the accounts that post it: another is looked for.
    let asked = null;
    for (const spot of spots) {
      asked = await ask(spot);
      if (asked.far !== undefined) break;
    }
    if (asked?.far === undefined) throw new Error('Some post of the sample fits another account.');
    const { spot, beside, answers, moved, far } = asked;
    const rules = new Set(answers.flatMap((answer) => (answer.kind === 'refused' ? answer.rules : [])));
    expect(rules.has('lang')).toBe(true);
    // Each says why it stands there, as one that was proposed.
    expect(moved.filter(({ points }) => !points.some(({ rule }) => rule === 'placed'))).toEqual([]);
    expect(value(await studio.call('placement.range', { from: choice.from, to: choice.to }))).toEqual(before);
    // What may be moved there may be taken there, with all the others.
    const { pieceId, accountId, format, day, time } = far;
    expect(
      value(await studio.call('propose.take', { spots: [{ pieceId, accountId, format, day, time }, ...beside] })).ids,
    ).toHaveLength(spots.length);
    // What lies behind, or where the piece stands already, is refused by its rule.
    expect(
      value(
        await studio.call('propose.move', {
          spot,
          to: { accountId: spot.accountId, day: addDays(TODAY, -1) },
          beside: [],
        }),
      ),
    ).toMatchObject({ kind: 'refused', rules: expect.arrayContaining(['past']) });
    expect(value(await studio.call('propose.move', { spot, to: { accountId, day }, beside: [] }))).toMatchObject({
      kind: 'refused',
      rules: expect.arrayContaining(['once']),
    });
  });

  it('keeps the clock time of what is moved, and takes another of the account where that one is not free', async () => {
    const studio = await sample();
    const choice = await choiceFor(studio);
    const spots = spotsOf(await proposed(studio, choice));
    const [spot] = spots;
    if (spot === undefined) return;
    const free = { accountId: spot.accountId, day: spot.day };
    const alone = value(await studio.call('propose.move', { spot, to: free, beside: [] }));
    expect(alone).toMatchObject({ kind: 'moved', one: { time: spot.time } });
    const other = spots.find(({ pieceId }) => pieceId !== spot.pieceId) ?? spot;
    const pressed = value(
      await studio.call('propose.move', { spot, to: free, beside: [{ ...spot, pieceId: other.pieceId }] }),
    );
    if (pressed.kind === 'moved') expect(pressed.one.time).not.toBe(spot.time);
    else expect(pressed.rules.some((rule) => rule === 'quiet_gap' || rule === 'capacity')).toBe(true);
  });

  it('keeps statutory days free when asked to, and reads the deadline of a draw', async () => {
    const studio = await sample();
    const { id } = value(
      await studio.call('piece.create', { kind: 'interactive', title: '抽奖', templateId: null, lang: 'zh' }),
    );
    value(
      await studio.call('change.make', {
        label: { code: 'piece_edit' },
        ops: [{ kind: 'set', type: 'piece', id, register: 'brief.deadline', value: '10月13日 20:00 截止' }],
      }),
    );
    const choice = await choiceFor(studio, { pieceIds: [id], keepWeekendsFree: true });
    const state = await proposed(studio, choice);
    // The tenth is a Saturday worked in exchange for the national holiday.
    expect(state.freeDays).toEqual(['2026-10-11', '2026-10-17', '2026-10-18']);
    expect(state.proposal?.proven).toBe(true);
    expect(spotsOf(state).map(({ day }) => day <= '2026-10-12')).toEqual([true]);
  });

  it('puts a piece nowhere its text does not fit or is marked as not for, once it was looked at, and says which of the two', async () => {
    const studio = await sample();
    const text = '很长的一句话'.repeat(600);
    const write = async (attrs: object): Promise<string> => {
      const { id } = value(await studio.call('piece.create', { kind: 'story', title: '长文', lang: 'zh' }));
      const { version } = value(await studio.call('piece.open', { id }));
      const doc = {
        type: 'doc' as const,
        content: [{ type: 'paragraph' as const, attrs, content: [{ type: 'text' as const, text }] }],
      };
      value(await studio.call('piece.write', { id, doc, base: version, session: id }));
      return id;
    };
    // A paragraph that must stay and has no room leaves no lawful form; one may also be kept from a platform by hand.
    const unfit = await write({ keep: true });
    const notFor = await write({ not: ['weibo'] });
    value(
      await studio.call('change.make', {
        label: { code: 'piece_edit' },
        ops: [{ kind: 'add', type: 'piece', id: unfit, set: 'formats', element: 'weibo/post' }],
      }),
    );
    const { account } = value(await studio.call('plan.outline', {}));
    const accountIds = account
      .filter(({ platform, lang }) => platform === 'weibo' && lang === 'zh')
      .map(({ id }) => id);
    const ask = async () => {
      const choice = await choiceFor(studio, { pieceIds: [unfit, notFor], accountIds });
      return (await proposed(studio, choice)).proposal;
    };
    // What nobody has looked at yet binds nothing.
    expect((await ask())?.placed.map(({ pieceId }) => pieceId)).toEqual([unfit]);
    while (await studio.store.idle());
    const { placed, unplaced = [] } = (await ask()) ?? {};
    expect(placed).toEqual([]);
    const why = (id: string) => unplaced.find(({ pieceId }) => pieceId === id)?.why;
    expect(why(unfit)).toMatchObject({ kind: 'blocked', alone: [{ rule: 'unfit' }] });
    expect(why(notFor)).toMatchObject({ kind: 'blocked', alone: [{ rule: 'not_for' }] });
  });

  it('asks for somebody to hand over by platform, and not where a platform posts later by itself', async () => {
    const studio = await sample();
    // Hours in which nothing of the sample ever goes out.
    const night = { from: '03:00' as WallTime, to: '04:00' as WallTime };
    const { account } = value(await studio.call('plan.outline', {}));
    const late = async (platform: string, change: Partial<ProposeChoiceInput>) => {
      const accountIds = account.filter((one) => one.platform === platform && one.lang === 'zh').map(({ id }) => id);
      const { proposal } = await proposed(studio, await choiceFor(studio, { accountIds, ...change }));
      const placed = proposal?.placed ?? [];
      expect(placed.length).toBeGreaterThan(0);
      return placed.filter(({ points }) => points.some(({ rule }) => rule === 'hand_over')).length === placed.length;
    };
    expect(await late('weibo', { handOver: night })).toBe(true);
    expect(await late('xiaohongshu', { handOver: night })).toBe(false);
    expect(await late('xiaohongshu', { handOverBy: { xiaohongshu: night } })).toBe(true);
    // What the team knows better counts: nothing is posted later there.
    const values = { scheduler: 'null' };
    value(await studio.call('platform.set', { id: 'xiaohongshu', title: '小红书', values }));
    expect(await late('xiaohongshu', { handOver: night })).toBe(true);
  });

  it('is given up when it is cancelled, and refuses what leaves nothing to place', async () => {
    const studio = await sample();
    const choice = await choiceFor(studio);
    const { job } = value(await studio.call('propose.start', choice));
    value(await studio.call('propose.cancel', { job }));
    expect(value(await studio.call('propose.state', {}))).toMatchObject({ job, phase: 'cancelled', proposal: null });
    expect(await studio.call('propose.start', { ...choice, pieceIds: ['p_nobody'] })).toMatchObject({
      ok: false,
      failure: { code: 'propose_nothing' },
    });
    expect(await studio.call('propose.start', { ...choice, to: addDays(TODAY, 400) })).toMatchObject({
      ok: false,
      failure: { code: 'propose_too_long' },
    });
  });
});

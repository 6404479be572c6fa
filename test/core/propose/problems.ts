import fc from 'fast-check';
import { type PieceKind, pieceKinds, pieceStates, type Role, roles } from '../../../src/core/model/vocabulary';
import type {
  PlannedOne,
  Problem,
  ProposeAccount,
  ProposeCampaign,
  ProposePiece,
  ProposeRules,
  TimeChoice,
} from '../../../src/core/propose/types';
import { addDays, type WallDate, type WallTime } from '../../../src/core/time/wallDate';

/** Problems for tests: one built by hand from few words, and any that chance makes. */
export const MONDAY = '2026-10-12' as WallDate;
export const day = (offset: number): WallDate => addDays(MONDAY, offset);
export const clock = (hour: number, minute = 0): WallTime =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` as WallTime;

export const aPiece = (given: Partial<ProposePiece> & { readonly id: string }): ProposePiece => ({
  title: given.id,
  kind: 'scene',
  state: 'ready',
  personaId: null,
  campaignId: null,
  langs: ['zh'],
  formats: [],
  unfit: [],
  notFor: [],
  lastDay: null,
  on: [],
  ...given,
});

export const anAccount = (given: Partial<ProposeAccount> & { readonly id: string }): ProposeAccount => ({
  name: given.id,
  role: 'traffic',
  personaId: null,
  lang: 'zh',
  closed: false,
  capacity: 0,
  formats: ['weibo/post'],
  gapMinutes: 0,
  quiet: [],
  handOver: [],
  times: [at(18)],
  ...given,
});

export const at = (hour: number, quality = 0.5): TimeChoice => ({
  time: clock(hour),
  quality,
  basis: { kind: 'role' },
});

export const aProblem = ({
  rules = {},
  ...given
}: Partial<Omit<Problem, 'rules'>> & { readonly rules?: Partial<ProposeRules> }): Problem => ({
  pieces: [],
  accounts: [],
  planned: [],
  campaigns: [],
  ...given,
  rules: {
    from: MONDAY,
    to: day(6),
    now: { day: day(-1), time: clock(9) },
    weekStart: 1,
    accountsPerPiece: 1,
    freeDays: [],
    silentPersonas: [],
    standIns: [],
    kindTargets: {},
    ceilings: [],
    silentDays: 5,
    refused: [],
    ...rules,
  },
});

export const aPost = (
  given: Partial<PlannedOne> & { readonly id: string; readonly accountId: string },
): PlannedOne => ({
  pieceId: null,
  role: 'traffic',
  personaId: null,
  kind: 'scene',
  day: MONDAY,
  time: clock(18),
  ...given,
});

const personas = ['ann', 'bo', 'cy'];
const formats = ['weibo/post', 'weibo/article', 'douyin/video'];
const pick = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

type Size = {
  readonly pieces: number;
  readonly accounts: number;
  readonly days: number;
  readonly planned: number;
  readonly times: number;
};

/** Any problem up to a size, with every rule in play. */
export function anyProblem({ pieces, accounts, days, planned, times }: Size): fc.Arbitrary<Problem> {
  const within = fc.integer({ min: -10, max: days + 10 }).map(day);
  const anyAccount = (id: string): fc.Arbitrary<ProposeAccount> =>
    fc
      .record({
        role: pick<Role>(...roles),
        personaId: pick<string | null>(null, null, ...personas),
        lang: pick<'zh' | 'en'>('zh', 'zh', 'en'),
        closed: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
        capacity: pick(0, 1, 2, 3, 5, 9),
        formats: fc.uniqueArray(pick(...formats), { minLength: 0, maxLength: 3 }),
        gapMinutes: pick(0, 60, 240, 1_440, 2_880),
        quiet: fc.array(pick({ from: clock(22), to: clock(8) }, { from: clock(12), to: clock(14) }), { maxLength: 1 }),
        handOver: fc.array(pick({ from: clock(9), to: clock(18, 30) }), { maxLength: 1 }),
        times: fc.uniqueArray(fc.record({ hour: pick(7, 12, 18, 20, 23), quality: fc.integer({ min: 0, max: 10 }) }), {
          minLength: 1,
          maxLength: times,
          selector: ({ hour }) => hour,
        }),
      })
      .map((account) => ({
        ...account,
        id,
        name: id,
        times: account.times.map(({ hour, quality }) => at(hour, quality / 10)),
      }));
  const anyPiece = (id: string, accountIds: readonly string[]): fc.Arbitrary<ProposePiece> =>
    fc
      .record({
        kind: pick<PieceKind>(...pieceKinds),
        state: pick(...pieceStates),
        personaId: pick<string | null>(null, ...personas),
        campaignId: pick<string | null>(null, 'big'),
        langs: pick<readonly ('zh' | 'en')[]>(['zh'], ['en'], ['en', 'zh']),
        formats: fc.uniqueArray(pick(...formats), { maxLength: 2 }),
        unfit: fc.oneof(fc.constant([]), fc.subarray([...formats])),
        notFor: fc.oneof(fc.constant([]), fc.subarray([...formats])),
        lastDay: fc.option(within, { freq: 3 }),
        on: fc.array(fc.record({ accountId: pick(...accountIds), format: pick<string | null>(null, ...formats) }), {
          maxLength: 1,
        }),
      })
      .map((piece) => ({ ...piece, id, title: id }));
  const campaign: fc.Arbitrary<ProposeCampaign> = fc
    .tuple(fc.integer({ min: -3, max: days }), fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }))
    .map(([start, burst, review]) => ({
      id: 'big',
      start: day(start),
      end: day(start + burst + review + 2),
      phases: [
        { kind: 'burst', start: day(start), end: day(start + burst) },
        { kind: 'review', start: day(start + burst + 1), end: day(start + burst + review + 1) },
      ],
    }));
  return fc.integer({ min: 1, max: accounts }).chain((accountCount) => {
    const ids = Array.from({ length: accountCount }, (_, index) => `a${index}`);
    return fc.integer({ min: 1, max: pieces }).chain((pieceCount) =>
      fc
        .record({
          accounts: fc.tuple(...ids.map(anyAccount)),
          pieces: fc.tuple(...Array.from({ length: pieceCount }, (_, index) => anyPiece(`p${index}`, ids))),
          posts: fc.array(
            fc.record({
              pieceId: pick<string | null>(null, 'p0', 'p1'),
              accountId: pick(...ids, 'elsewhere'),
              day: within,
              time: pick<WallTime | null>(null, clock(12), clock(18), clock(20, 30)),
              kind: pick<PieceKind>(...pieceKinds),
              role: pick<Role>(...roles),
            }),
            { maxLength: planned },
          ),
          campaign,
          last: fc.integer({ min: 0, max: days - 1 }),
          now: fc.record({ day: fc.integer({ min: -2, max: 2 }).map(day), time: pick(clock(0), clock(13)) }),
          weekStart: pick(1, 7),
          accountsPerPiece: pick(1, 1, 2),
          freeDays: fc.array(within, { maxLength: 2 }),
          silentPersonas: fc.array(pick(...personas), { maxLength: 1 }),
          standIns: fc.array(pick({ persona: 'ann', by: 'bo' }, { persona: 'cy', by: 'ann' }), { maxLength: 2 }),
          kindTargets: pick<Partial<Record<PieceKind, number>>>(
            {},
            { scene: 50, story: 30, interactive: 20 },
            { story: 100 },
          ),
          ceilings: fc.subarray([
            { personaId: 'ann', percent: 30 },
            { personaId: 'bo', percent: 60 },
          ]),
          silentDays: pick(0, 2, 5),
          refused: fc.array(fc.record({ pieceId: pick('p0', 'p1', 'p2'), accountId: pick(...ids), day: within }), {
            maxLength: 2,
          }),
        })
        .map(({ posts, last, campaign: one, freeDays, ...drawn }): Problem => {
          const roleOf = new Map(drawn.accounts.map((account) => [account.id, account]));
          return {
            accounts: drawn.accounts,
            pieces: drawn.pieces,
            campaigns: [one],
            planned: posts.map((post, index) => ({
              ...post,
              id: `l${index}`,
              role: roleOf.get(post.accountId)?.role ?? post.role,
              personaId: roleOf.get(post.accountId)?.personaId ?? null,
            })),
            rules: {
              from: MONDAY,
              to: day(last),
              now: drawn.now,
              weekStart: drawn.weekStart,
              accountsPerPiece: drawn.accountsPerPiece,
              freeDays,
              silentPersonas: drawn.silentPersonas,
              standIns: drawn.standIns,
              kindTargets: drawn.kindTargets,
              ceilings: drawn.ceilings,
              silentDays: drawn.silentDays,
              refused: drawn.refused,
            },
          };
        }),
    );
  });
}

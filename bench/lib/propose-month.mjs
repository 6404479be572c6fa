/**
 * A month of a busy team, the same every time: accounts of five roles with personas, capacities, gaps and hours of silence, a plan
 * that is a third full, and pieces of which some belong to a campaign, have a persona or a last day.
 */
const kinds = ['scene', 'story', 'interactive'];
const states = ['ready', 'ready', 'in_review', 'drafting', 'idea'];
const roles = ['traffic', 'depth', 'circle', 'niche', 'private'];
const formats = {
  traffic: ['weibo/post', 'douyin/video'],
  depth: ['wechat_oa/article'],
  circle: ['bilibili/video', 'bilibili/article'],
  niche: ['xiaohongshu/note', 'kuaishou/video'],
  private: ['wechat_private/community'],
};
const times = [
  ['12:00', 0.55],
  ['18:00', 0.7],
  ['20:30', 0.8],
  ['08:00', 0.4],
];

function random(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

const dayAt = (offset) => new Date(Date.UTC(2026, 9, 12 + offset)).toISOString().slice(0, 10);
const padded = (letter, index) => `${letter}${String(index).padStart(4, '0')}`;

export function monthOf(shape, { pieces, accounts, days }) {
  const next = random(shape.length * 7_919 + pieces);
  const personas = ['ann', 'bo', 'cy'];
  const capacity = shape === 'tight' ? () => 1 : () => 2 + next(5);
  const all = Array.from({ length: accounts }, (_, index) => {
    const role = roles[index % roles.length];
    return {
      id: padded('a', index),
      name: padded('a', index),
      role,
      personaId: index % 4 === 3 ? personas[next(3)] : null,
      lang: index % 10 === 9 ? 'en' : 'zh',
      closed: false,
      capacity: capacity(),
      formats: formats[role],
      gapMinutes: [0, 120, 240, 1_440][next(4)],
      quiet: [{ from: '22:30', to: '07:30' }],
      handOver: next(3) === 0 ? [{ from: '09:00', to: '19:00' }] : [],
      times: [...times]
        .slice(next(2), 2 + next(3))
        .map(([time, quality]) => ({ time, quality: Math.min(1, quality + next(3) / 10), basis: { kind: 'role' } })),
    };
  });
  const planned = Array.from({ length: Math.round(accounts * (shape === 'tight' ? 1 : 3)) }, (_, index) => {
    const account = all[next(accounts)];
    return {
      id: padded('l', index),
      pieceId: null,
      accountId: account.id,
      role: account.role,
      personaId: account.personaId,
      kind: kinds[next(3)],
      day: dayAt(next(days + 10) - 5),
      time: '18:00',
    };
  });
  return {
    accounts: all,
    planned,
    campaigns: [
      {
        id: 'big',
        start: dayAt(2),
        end: dayAt(27),
        phases: [
          { kind: 'warm_up', start: dayAt(2), end: dayAt(8) },
          { kind: 'burst', start: dayAt(9), end: dayAt(13) },
          { kind: 'long_tail', start: dayAt(14), end: dayAt(22) },
          { kind: 'review', start: dayAt(23), end: dayAt(27) },
        ],
      },
    ],
    pieces: Array.from({ length: pieces }, (_, index) => ({
      id: padded('p', index),
      title: padded('p', index),
      kind: kinds[next(3)],
      state: states[next(states.length)],
      personaId: next(4) === 0 ? personas[next(3)] : null,
      campaignId: next(3) === 0 ? 'big' : null,
      langs: next(6) === 0 ? ['en', 'zh'] : ['zh'],
      formats: next(3) === 0 ? [formats[roles[next(5)]][0]] : [],
      lastDay: next(shape === 'dated' ? 2 : 6) === 0 ? dayAt(1 + next(days)) : null,
      unfit: [],
      notFor: [],
      on: [],
    })),
    rules: {
      from: dayAt(0),
      to: dayAt(days - 1),
      now: { day: dayAt(-1), time: '18:00' },
      weekStart: 1,
      accountsPerPiece: 1,
      freeDays: [dayAt(6)],
      silentPersonas: [],
      standIns: [{ persona: 'ann', by: 'bo' }],
      kindTargets: { scene: 40, story: 35, interactive: 25 },
      ceilings: [{ personaId: 'ann', percent: 12 }],
      silentDays: 5,
      refused: [],
    },
  };
}

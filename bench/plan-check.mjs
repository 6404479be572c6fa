/**
 * The check of a plan at 50 accounts × 90 days × 5,000 placements.
 *
 *   D-check   after one placement moved: a checker that remembers / one that looks at everything again, with the A/A control.
 *             Bar: 0.5. The milliseconds of both are printed; they are no verdict.
 *   fixes     trying the fixes of the first 100 findings on that plan, printed.
 */
import { load } from './lib/bundle.mjs';
import { paired, report } from './lib/paired.mjs';

const { addDays, checkPlan, createPlanChecker, createPlanLook, dayKind, planFix, records, viewRecord } = await load(
  'bench/lib/plan-check-surface.ts',
);

const ACCOUNTS = 50;
const DAYS = 90;
const PLACEMENTS = 5_000;
const TODAY = '2026-10-09';
const PAIRS = 41;
const BAR = 0.5;

/** The same plan every time: a step that is prime to all counts spreads accounts, days and times. */
const accounts = Array.from({ length: ACCOUNTS }, (_, index) => ({
  ...viewRecord(records.account, `a${index}`, {}, {}),
  platform: 'weibo',
  role: ['traffic', 'depth', 'circle', 'niche', 'private'][index % 5],
  weeklyCapacity: 10,
  formats: ['weibo/post'],
}));
const items = Array.from({ length: PLACEMENTS }, (_, index) => ({
  id: `p${index}`,
  pieceId: `piece${index % 1_700}`,
  accountId: `a${(index * 7) % ACCOUNTS}`,
  format: 'weibo/post',
  day: addDays(TODAY, (index * 13) % DAYS),
  time: `${String((index * 11) % 24).padStart(2, '0')}:${String((index * 17) % 60).padStart(2, '0')}`,
  outcome: 'planned',
  pieceState: 'ready',
  kind: ['scene', 'story', 'interactive'][index % 3],
  title: `${index}`,
  campaignId: null,
  zone: index % 20 === 0 ? 'America/New_York' : 'Asia/Shanghai',
  pinned: false,
  seriesId: null,
  slotDay: null,
  pieceGone: false,
  deadline: null,
}));
const plan = {
  rules: {
    team: viewRecord(records.workspace, 'workspace', {}, {}),
    accounts,
    personas: [],
    communities: [],
    series: [],
    platforms: new Map([['weibo', { scheduler: undefined, formats: ['weibo/post'] }]]),
    dayKind,
  },
  today: TODAY,
  now: Date.parse(`${TODAY}T04:00:00Z`),
  from: TODAY,
  to: addDays(TODAY, DAYS - 1),
  items,
  alike: [],
  waves: [],
};

let turn = 0;
/** One placement stands a day later than in the plan: another one each time. */
function moved() {
  turn += 1;
  const at = (turn * 31) % PLACEMENTS;
  return { ...plan, items: items.with(at, { ...items[at], day: addDays(items[at].day, 1) }) };
}

const check = createPlanChecker();
check(plan);
const measured = await paired({
  reference: () => void checkPlan(moved()),
  subject: () => void check(moved()),
  pairs: PAIRS,
});
console.log(
  `plan check, ${PLACEMENTS} placements, ${check(plan).length} findings: again after a move ${measured.subject.toFixed(1)} ms, everything anew ${measured.reference.toFixed(1)} ms`,
);
report('D-chk', 'after a move / everything anew', BAR, 'ms', measured);
const look = createPlanLook();
const first = check(plan).slice(0, 100);
const start = performance.now();
const fixes = first.filter((finding) => planFix(look, plan, finding) !== null).length;
console.log(`fixes of ${first.length} findings: ${fixes} found in ${(performance.now() - start).toFixed(0)} ms`);

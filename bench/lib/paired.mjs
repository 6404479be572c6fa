/**
 * Ratios measured side by side on a noisy machine: reference and subject alternate A B B A in one run, the figure is
 * the median of the paired ratios with a bootstrap 95 % interval, and every run carries its own A/A control (the
 * reference against itself). No millisecond is a verdict.
 */
const RESAMPLES = 2_000;
/** A control outside this band voids the run: the machine was too noisy to say anything. */
const CONTROL_BAND = 0.05;

const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** A small seeded generator (mulberry32), so that the same samples give the same interval. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function interval(ratios) {
  const next = random(ratios.length);
  const medians = Array.from({ length: RESAMPLES }, () =>
    median(ratios.map(() => ratios[Math.floor(next() * ratios.length)])),
  ).sort((a, b) => a - b);
  return [medians[Math.floor(RESAMPLES * 0.025)], medians[Math.floor(RESAMPLES * 0.975)]];
}

/** Times `run` once; milliseconds. It may be asynchronous. */
async function time(run) {
  const start = process.hrtime.bigint();
  await run();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/**
 * Measures `subject` against `reference` over `pairs` pairs. Both may answer their own figure (a number: milliseconds,
 * bytes …); one that answers nothing is timed.
 */
export async function paired({ reference, subject, pairs, warmUp = 5 }) {
  const figure = async (run) => {
    let own;
    const spent = await time(async () => {
      own = await run();
    });
    return typeof own === 'number' ? own : spent;
  };
  for (let round = 0; round < warmUp; round += 1) {
    await figure(reference);
    await figure(subject);
  }
  const samples = { reference: [], subject: [], control: [] };
  for (let pair = 0; pair < pairs; pair += 1) {
    // A B B A: what drifts over the four weighs on both alike; the two A's are the control.
    const first = await figure(reference);
    const ours = await figure(subject);
    const again = await figure(subject);
    const last = await figure(reference);
    samples.reference.push((first + last) / 2);
    samples.subject.push((ours + again) / 2);
    samples.control.push(pair % 2 === 0 ? first / last : last / first);
  }
  const ratios = samples.subject.map((value, index) => value / samples.reference[index]);
  return {
    ratio: median(ratios),
    interval: interval(ratios),
    control: median(samples.control),
    reference: median(samples.reference),
    subject: median(samples.subject),
    pairs,
  };
}

/** One line per ratio, with its verdict against the bar. */
export function report(id, what, bar, unit, { ratio, interval: [low, high], control, reference, subject, pairs }) {
  const void_ = Math.abs(control - 1) > CONTROL_BAND;
  const verdict = void_ ? 'void (control)' : high <= bar ? 'pass' : low > bar ? 'FAIL' : 'inconclusive';
  const number = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
  console.log(
    `${id.padEnd(5)} ${what.padEnd(44)} ratio ${ratio.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}]  bar ${bar}  ${verdict.padEnd(14)} ` +
      `A/A ${control.toFixed(3)}  ours ${number(subject)} ${unit}, reference ${number(reference)} ${unit}, ${pairs} pairs`,
  );
  return verdict;
}

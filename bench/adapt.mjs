/**
 * P6: what adapting one body to one format costs, beside a reference of the same text measured alternately.
 *
 *   P6a  ASCII-dominant bodies   reference: one pass over the characters, each read as a code point and classified
 *   P6b  emoji and RTL bodies    reference: one pass of Intl.Segmenter over the graphemes
 *
 * 10,000 bodies of 0.3 to 4 kB; each pair takes a slice of them through every shipped format, as the studio does when a
 * piece is shown on all platforms: the bodies are the same objects for all formats. The reference passes over each body
 * once per format. That is P6a as it is defined: bodies by platforms, one body on all of them. The starred figures are no
 * part of it and have no bar of their own, though they print it: every format gets a copy of the body nobody has read
 * yet, so they say what a first reading costs.
 *
 * Then growth: the mean over all formats from 1 kB to 1 MB, and the exponent of its line in log-log (bar 1.1).
 * `--bodies N`, `--pairs N` and `--growth N` (kB at most) make it shorter.
 */
import { load } from './lib/bundle.mjs';
import { paired, report } from './lib/paired.mjs';

const option = (name, usual) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : Number(process.argv[at + 1]);
};
const BODIES = option('bodies', 10_000);
const PAIRS = option('pairs', 41);
const MOST_KB = option('growth', 1_024);

const { adapt, formatsOf, shippedPacks } = await load('bench/lib/adapt-surface.ts');
const formats = formatsOf(shippedPacks());

const ascii = [
  'The night bus stops at pier 9 and the driver waits for the last one.',
  'Nobody asks why the light stays on, e.g. for the cat of the house.',
  'We counted 47 lamps on Furong Road, and wrote each of them down.',
  'See https://tingan.example/lamps for the map, or walk there yourself!',
  'Is it brighter than last year? Dr. Li says that it only looks so.',
  'The shop closes at ten, and the lamp above its door stays lit.',
];
const emoji = [
  '👨‍👩‍👧‍👦 مرحبا بالعالم 😀❤️🎉 اليوم جديد.',
  'שלום עולם 🇨🇳🇫🇷👍🏽 זה יום חדש! ',
  '🏳️‍🌈🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣2️⃣3️⃣ 😀😃😄😁😆 نعم؟ ',
  '🎉🎊✨⭐️🌙 الليلة مضيئة 👩🏽‍🚀🚀. ',
];

/** A body of about so many UTF-16 units; every one is another. */
function text(sentences, length, seed) {
  const lines = [];
  let line = '';
  for (let size = 0, at = seed; size < length; at += 1) {
    const sentence = `${sentences[(at * 7 + seed) % sentences.length]} ${at}. `;
    line += sentence;
    size += sentence.length;
    if (at % 4 === 3) {
      lines.push(line.trim());
      line = '';
    }
  }
  if (line !== '') lines.push(line.trim());
  return lines;
}
const source = (lines) => ({
  title: 'The lamps that are still lit',
  kind: 'scene',
  subkind: null,
  lang: 'en',
  brief: { scene: 'after ten at night', place: 'Furong Road' },
  tags: ['StillLit', 'night photos'],
  link: 'https://tingan.example/still-lit',
  images: [],
  body: {
    type: 'doc',
    content: lines.map((line) => ({ type: 'paragraph', attrs: {}, content: [{ type: 'text', text: line }] })),
  },
});

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const passes = {
  characters: (body) => {
    let sum = 0;
    for (const char of body) sum += (char.codePointAt(0) ?? 0) > 0x7f ? 2 : 1;
    return sum;
  },
  segmenter: (body) => {
    let count = 0;
    for (const _ of segmenter.segment(body)) count += 1;
    return count;
  },
};

/** Keeps results alive, so that nothing is optimised away. */
let kept = 0;

async function ratio(id, what, bar, sentences, pass, copied) {
  const bodies = Array.from({ length: BODIES }, (_, seed) => text(sentences, 300 + ((seed * 733) % 3_700), seed));
  const texts = bodies.map((lines) => lines.join('\n'));
  // Every pair takes its own slice; four runs of a pair see the same one, the subject each time unread.
  const slice = Math.max(1, Math.floor(BODIES / (PAIRS + 5)));
  let run = 0;
  const from = () => (Math.floor(run++ / 4) * slice) % Math.max(1, BODIES - slice + 1);
  const reference = () => {
    const start = from();
    for (let at = start; at < start + slice; at += 1)
      for (let time = 0; time < formats.length; time += 1) kept += pass(texts[at]);
  };
  const subject = () => {
    const start = from();
    for (let at = start; at < start + slice; at += 1) {
      const one = source(bodies[at]);
      for (const format of formats) kept += adapt({ source: copied ? source(bodies[at]) : one, format }).body.length;
    }
  };
  report(id, what, bar, 'ms', await paired({ reference, subject, pairs: PAIRS, warmUp: 2 }));
  console.log(`      ${slice * PAIRS} bodies of ${BODIES} x ${formats.length} formats measured, ${slice} a pair`);
}

await ratio('P6a', 'ASCII, per format / character pass', 40, ascii, passes.characters, false);
await ratio('P6a*', 'the same, every format a fresh copy', 40, ascii, passes.characters, true);
await ratio('P6b', 'emoji and RTL, per format / Segmenter pass', 1.3, emoji, passes.segmenter, false);
await ratio('P6b*', 'the same, every format a fresh copy', 1.3, emoji, passes.segmenter, true);

/** Milliseconds of the processor, because growth is not measured against a neighbour. */
function spent(run) {
  const before = process.cpuUsage();
  run();
  return process.cpuUsage(before).user / 1_000;
}

for (const [name, sentences] of Object.entries({ ascii, emoji })) {
  const points = [];
  for (let kb = 1; kb <= MOST_KB; kb *= 4) {
    const rounds = Math.max(1, Math.floor(64 / kb));
    let ms = 0;
    for (let round = 0; round < rounds; round += 1) {
      const one = source(text(sentences, kb * 1_024, round));
      ms += spent(() => {
        for (const format of formats) kept += adapt({ source: one, format }).body.length;
      });
    }
    points.push([Math.log(kb), Math.log(ms / rounds)]);
    console.log(
      `growth ${name.padEnd(6)} ${String(kb).padStart(5)} kB  ${(ms / rounds / formats.length).toFixed(2)} ms a format`,
    );
  }
  const exponent = slope(points);
  console.log(
    `growth ${name.padEnd(6)} exponent ${exponent.toFixed(2)}  bar 1.1  ${exponent <= 1.1 ? 'pass' : 'FAIL'}`,
  );
}

/** The slope of the line of least squares. */
function slope(points) {
  const mean = (at) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const over = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return over / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}
if (kept === 0) throw new Error('nothing was adapted');

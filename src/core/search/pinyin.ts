import { pinyin, polyphonic } from 'pinyin-pro';
import { isHan } from '../text/han';
import { FIRST_LETTERS, FULL_LETTERS } from './sound';
import { FIRST_SOUNDS, FULL_SOUND } from './tokens';

/**
 * How Chinese sounds, for finding 夜拍 by `yp` and `yepai`. This file carries a dictionary of 300 kB: load it only
 * where it is used (`await import`), never with a screen.
 */

/** Ways to read one window that are kept, the one that fits the context first. */
const MOST_WAYS = 12;

/** One Han character: where it lies (UTF-16 units) and how it may be read, the reading in this context first. */
type Sounding = { readonly from: number; readonly to: number; readonly readings: readonly string[] };

/** Runs of Han characters; nothing is read across a gap. */
function runsOf(text: string): readonly (readonly Sounding[])[] {
  const runs: Sounding[][] = [];
  let from = 0;
  let run = '';
  const end = (at: number): void => {
    if (run !== '') runs.push(soundingsOf(run, from));
    run = '';
    from = at;
  };
  let at = 0;
  for (const char of text) {
    if (!isHan(char.codePointAt(0) ?? 0)) end(at + char.length);
    else run += char;
    at += char.length;
  }
  end(at);
  return runs;
}

const known = new Map<string, readonly string[]>();

/** Every reading of one character. The dictionary is asked once per character. */
function readingsOf(char: string): readonly string[] {
  let found = known.get(char);
  if (found === undefined) {
    const said = polyphonic(char, { toneType: 'none', type: 'array', v: true })[0] ?? [];
    found = [...new Set(said.map(plain))].filter((reading) => /^[a-z]+$/.test(reading));
    known.set(char, found);
  }
  return found;
}

const plain = (reading: string): string => reading.replaceAll('ü', 'v');

function soundingsOf(run: string, from: number): Sounding[] {
  const chars = [...run];
  const all = chars.map(readingsOf);
  // The context decides only between several readings; without any there is nothing to ask.
  const inContext = all.some((readings) => readings.length > 1)
    ? pinyin(run, { toneType: 'none', type: 'array', v: true }).map(plain)
    : [];
  let at = from;
  return chars.map((char, index) => {
    const readings = all[index] ?? [];
    const first = inContext.length === chars.length ? inContext[index] : undefined;
    const sounding = {
      from: at,
      to: at + char.length,
      readings:
        first !== undefined && readings.includes(first)
          ? [first, ...readings.filter((one) => one !== first)]
          : readings,
    };
    at += char.length;
    return sounding;
  });
}

/** Puts the sounds of a title or tag into a piece's tokens: from each character on, whole syllables and first letters. */
export function addSounds(into: Set<string>, text: string): void {
  for (const run of runsOf(text))
    for (const index of run.keys()) {
      for (const way of waysFrom(run, index, FULL_LETTERS, (reading) => reading)) into.add(FULL_SOUND + way);
      for (const way of waysFrom(run, index, FIRST_LETTERS, (reading) => reading.slice(0, 1)))
        into.add(FIRST_SOUNDS + way);
    }
}

function waysFrom(
  run: readonly Sounding[],
  index: number,
  letters: number,
  part: (reading: string) => string,
): readonly string[] {
  let ways = [''];
  for (let at = index; at < run.length && ways.some((way) => way.length < letters); at += 1) {
    const parts = [...new Set((run[at]?.readings ?? []).map(part))];
    if (parts.length === 0) break;
    const longer = parts.flatMap((one) =>
      ways.map((way) => (way.length < letters ? way + one : way).slice(0, letters)),
    );
    ways = [...new Set(longer)].slice(0, MOST_WAYS);
  }
  return ways.filter((way) => way !== '');
}

/** Where a text sounds like a term, whole syllables or first letters; null when it does not. */
export function findSound(text: string, term: string): readonly [from: number, to: number] | null {
  for (const run of runsOf(text))
    for (const [index, { from }] of run.entries()) {
      const to = firstsEnd(run, index, term) ?? fullEnd(run, index, term);
      if (to !== null) return [from, to];
    }
  return null;
}

function firstsEnd(run: readonly Sounding[], index: number, term: string): number | null {
  for (let letter = 0; letter < term.length; letter += 1) {
    const sounding = run[index + letter];
    if (sounding === undefined || !sounding.readings.some((reading) => reading[0] === term[letter])) return null;
  }
  return run[index + term.length - 1]?.to ?? null;
}

function fullEnd(run: readonly Sounding[], index: number, term: string): number | null {
  const sounding = run[index];
  if (sounding === undefined) return null;
  for (const reading of sounding.readings) {
    if (reading.startsWith(term)) return sounding.to;
    if (!term.startsWith(reading)) continue;
    const end = fullEnd(run, index + 1, term.slice(reading.length));
    if (end !== null) return end;
  }
  return null;
}

import { sayUnit } from '../../../src/core/words/platforms';
import { sayWeight } from '../../../src/core/words/weights';
import type { Sent } from './campaign';
import type { Cut } from './tailCut';

export type Shortened = Sent & { readonly cuts: readonly Cut[] };

/** The page `docs/shortening.md`: how many shortened texts differ from plain tail-cutting, and some of them in full. */
export function shorteningPage(shortened: readonly Shortened[]): string {
  const differing = shortened.filter(isOther);
  const refs = [...new Set(shortened.map(({ format }) => format.ref))];
  const rows = refs.map((ref) => {
    const here = shortened.filter(({ format }) => format.ref === ref);
    return `| ${ref} | ${here.length} | ${here.filter(isOther).length} |`;
  });
  return [
    '# Shortening beside plain tail-cutting',
    '',
    'Written by a test (`test/core/adapt/campaign.test.ts`) from the sample campaign: every piece for every format, Chinese on',
    'Chinese platforms and English on the others. Tail-cutting keeps whole sentences from the front until the first that does not',
    'fit, in the same dress (sign-off, tags, link line) and within the same limits. How sentences are weighed stands in',
    '[adaptation.md](adaptation.md). Formats with threads divide a text instead of shortening it and are not counted.',
    '',
    `Of ${shortened.length} shortened texts, **${differing.length}** keep other sentences than tail-cutting does.`,
    '',
    '| format | shortened | other than the tail |',
    '|---|---|---|',
    ...rows,
    '',
    '## Sentence by sentence',
    '',
    'One piece for each of these formats, the one that differs most. ● stands, · is left out.',
    '',
    ...refs.flatMap((ref) => {
      const here = differing.filter(({ format }) => format.ref === ref);
      const most = here.reduce<Shortened | null>(
        (best, one) => (best === null || distance(one) > distance(best) ? one : best),
        null,
      );
      return most === null ? [] : [...sideBySide(most), ''];
    }),
  ].join('\n');
}

const isOther = ({ cuts }: Shortened): boolean => cuts.some(({ tail, ours }) => tail !== ours);
const distance = ({ cuts }: Shortened): number => cuts.filter(({ tail, ours }) => tail !== ours).length;

function sideBySide({ piece, format, variant, cuts }: Shortened): readonly string[] {
  const limits = variant.counts.flatMap(({ field, unit, limit }) =>
    (field === 'body' || field === 'total') && limit !== null ? [`${limit} ${sayUnit(piece.lang, unit)}`] : [],
  );
  return [
    `### ${piece.title} → ${format.ref} (${[...new Set(limits)].join(', ')})`,
    '',
    '| tail | ours | sentence | why it went |',
    '|---|---|---|---|',
    ...cuts.map(
      ({ text, tail, ours, removed }) =>
        `| ${tail ? '●' : '·'} | ${ours ? '●' : '·'} | ${cell(text)} | ${removed === null ? '' : cell(sayWeight(piece.lang, removed))} |`,
    ),
  ];
}

const cell = (text: string): string => text.replace(/\s*\n\s*/g, ' ').replace(/\|/g, '\\|');

/**
 * What a sentence is worth when space is short. The score is small on purpose, so that an editor can follow it and
 * contradict it; `docs/adaptation.md` shows the same table and a test holds the two together.
 */
export const weightTable = {
  title_line: { points: 6 },
  lead: { points: 4 },
  opens_text: { points: 3 },
  opens_paragraph: { points: 1 },
  closes_text: { points: 1 },
  /** Once for each field of the brief it quotes. */
  brief: { points: 2, most: 4 },
  /** Words of the brief, the title or the tags, where no field is quoted whole. */
  brief_term: { points: 1 },
  figure: { points: 1.5 },
  name: { points: 1 },
  tag_or_address: { points: 1 },
  favourite: { points: 1 },
  /** Asks readers to do something. */
  call: { points: 1 },
  heading: { points: -3 },
  example: { points: -2 },
  /** At least half of it stood in earlier sentences; nine tenths are a tier of their own. */
  echo: { points: -1 },
  short: { points: -1 },
} as const satisfies Readonly<Record<string, { readonly points: number; readonly most?: number }>>;

export type WeightWhy = keyof typeof weightTable;
export const weightWhys = Object.keys(weightTable) as readonly WeightWhy[];

/** One line of a score: how many points, and for what. */
export type WeightPart = { readonly why: WeightWhy; readonly points: number };

/**
 * Above the score stands the tier, least first: what is marked `keep` outranks facts that a promotion must name
 * (deadline, reward, rules), which outrank the rest; blocks marked `optional` and repetitions go first.
 */
export const tiers = ['optional', 'repeated', 'ordinary', 'fact', 'keep'] as const;
export type Tier = (typeof tiers)[number];

export type Weighed = {
  readonly tier: Tier;
  /** The sum of its parts. */
  readonly weight: number;
  readonly parts: readonly WeightPart[];
};

/** How often each reason holds for a sentence becomes its parts, in the order of the table, and their sum. */
export function scored(tier: Tier, times: Partial<Readonly<Record<WeightWhy, number>>>): Weighed {
  const parts: WeightPart[] = [];
  let weight = 0;
  for (const why of weightWhys) {
    const count = times[why] ?? 0;
    if (count === 0) continue;
    const { points, most }: { readonly points: number; readonly most?: number } = weightTable[why];
    const given = Math.min(most ?? Number.POSITIVE_INFINITY, points * count);
    parts.push({ why, points: given });
    weight += given;
  }
  return { tier, weight, parts };
}

/** What weighs nothing: a picture or a rule standing alone. */
export const weightless = (tier: Tier): Weighed => ({ tier, weight: 0, parts: [] });

import type { ImportCard, ImportChoiceInput, ImportState, SheetChoiceInput } from '../../../contract';
import type { Verdict } from '../../../core/importing/model';
import type { Wish } from '../../../core/importing/take';

/** Verdicts that can be taken at all. */
export const takeable = ['new', 'changed', 'unclear', 'same'] as const satisfies readonly Exclude<Verdict, 'refused'>[];
export type Takeable = (typeof takeable)[number];

/** Which tone the badge of a verdict has; the same has none. */
export const verdictTone = {
  new: 'done',
  same: undefined,
  changed: 'suggest',
  unclear: 'suggest',
  refused: 'must',
} as const satisfies { readonly [V in Verdict]: string | undefined };

/** What the user has said: per verdict, and per row where it differs. */
export type Wishes = {
  readonly usual: ImportChoiceInput['usual'];
  readonly rows: ReadonlyMap<number, { readonly wish: Wish; readonly verdict: Takeable }>;
  readonly campaignId: string | null;
  readonly personaId: string | null;
};

/** What the user says about how one file is read. */
export type Said = { readonly path: string; readonly sheet: string; readonly choice: SheetChoiceInput };

export const firstWishes: Wishes = {
  usual: { new: 'new', changed: 'skip', unclear: 'skip', same: 'skip' },
  rows: new Map(),
  campaignId: null,
  personaId: null,
};

/** What may be done with a row; only a piece that is there can be updated. */
export const optionsFor = (verdict: Takeable, known: boolean): readonly Wish[] =>
  verdict === 'changed' || (verdict === 'unclear' && known) ? ['skip', 'new', 'update'] : ['skip', 'new'];

export const wishOf = (wishes: Wishes, { index, verdict }: Pick<ImportCard, 'index' | 'verdict'>): Wish =>
  verdict === 'refused' ? 'skip' : (wishes.rows.get(index)?.wish ?? wishes.usual[verdict]);

/** A row said otherwise than its verdict; saying the usual again forgets it. */
export function withRow(wishes: Wishes, { index, verdict }: Pick<ImportCard, 'index' | 'verdict'>, wish: Wish): Wishes {
  if (verdict === 'refused') return wishes;
  const rows = new Map(wishes.rows);
  if (wishes.usual[verdict] === wish) rows.delete(index);
  else rows.set(index, { wish, verdict });
  return { ...wishes, rows };
}

/** How many pieces would be taken. */
export function takenCount({ totals }: ImportState, { usual, rows }: Wishes): number {
  let count = 0;
  for (const verdict of takeable) if (usual[verdict] !== 'skip') count += totals[verdict];
  for (const { wish, verdict } of rows.values()) count += Number(wish !== 'skip') - Number(usual[verdict] !== 'skip');
  return count;
}

export const choiceOf = ({ usual, rows, campaignId, personaId }: Wishes, confirmed: boolean): ImportChoiceInput => ({
  usual,
  rows: [...rows].map(([index, { wish }]) => ({ index, wish })),
  campaignId,
  personaId,
  confirmed,
});

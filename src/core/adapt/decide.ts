import { type Carried, carry, type SourceRow } from './behind';
import type { OverrideField, Overrides } from './types';

/**
 * What a person decides about one change of the source, for a version they had written by hand: take it as it is, leave
 * their own wording, or write something else in its place. No decision leaves their wording.
 */
export type Decision =
  | { readonly kind: 'take' }
  | { readonly kind: 'mine' }
  | { readonly kind: 'write'; readonly text: string };
export type Decisions = ReadonlyMap<number, Decision>;

/** Where a change of the source meets the hand-written texts. */
export type RowPlace =
  /** The sentence stands there as the source had it: it can be exchanged, or taken out. */
  | 'held'
  /** New in the source: it can be put in after its predecessor. */
  | 'new'
  /** The hand-written text does not have the sentence; the new one can be put in, but need not. */
  | 'absent'
  /** Nothing to decide: unchanged, or no hand-written text could take it. */
  | 'none';

/** Hand-written texts made of the source's sentences. The title is decided by itself; tags are never sentences. */
const textFields = ['body', 'digest', 'cover', 'firstComment', 'script'] as const satisfies readonly OverrideField[];

/** For each row, where it meets the texts a person wrote. */
export function placesOf(overrides: Overrides, rows: readonly SourceRow[]): readonly RowPlace[] {
  const missingIn = textFields.flatMap((field) => {
    const text = overrides[field];
    return text === undefined ? [] : [new Set(carry(text, rows, () => false).missing)];
  });
  return rows.map(({ kind }, index): RowPlace => {
    if (kind === 'same') return 'none';
    if (kind === 'added') return overrides.body === undefined ? 'none' : 'new';
    if (missingIn.some((missing) => !missing.has(index))) return 'held';
    return overrides.body !== undefined && kind === 'changed' ? 'absent' : 'none';
  });
}

/** Every change that can be taken without guessing: what the texts hold, and what is new. */
export const takeAll = (places: readonly RowPlace[]): Decisions =>
  new Map(
    places.flatMap((place, index) => (place === 'held' || place === 'new' ? [[index, { kind: 'take' }] as const] : [])),
  );

/** One hand-written text with the decisions carried into it. `insert`: sentences it does not have may be put in. */
export function decided(text: string, rows: readonly SourceRow[], decisions: Decisions, insert: boolean): Carried {
  const missing = new Set(carry(text, rows, () => false).missing);
  const chosen = rows.map((row, index): SourceRow => {
    const decision = decisions.get(index);
    const after = decision?.kind === 'write' ? decision.text : row.after;
    if (decision === undefined || decision.kind === 'mine' || row.kind === 'same') return row;
    if (missing.has(index)) return { ...row, kind: 'added', before: '', after };
    return row.kind === 'removed' && decision.kind === 'write' ? { ...row, kind: 'changed', after } : { ...row, after };
  });
  return carry(text, chosen, (index) => {
    const decision = decisions.get(index);
    if (decision === undefined || decision.kind === 'mine') return false;
    const row = chosen[index];
    return row?.kind !== 'added' || (insert && row.after !== '');
  });
}

/**
 * The texts to settle a version with: those the decisions change. `title` null gives the title back to the source, which
 * is what taking its new title means.
 */
export function settledTexts(
  overrides: Overrides,
  rows: readonly SourceRow[],
  decisions: Decisions,
  title: Decision | undefined,
): Partial<Record<OverrideField, string | null>> {
  const texts: Partial<Record<OverrideField, string | null>> = {};
  for (const field of textFields) {
    const mine = overrides[field];
    if (mine === undefined) continue;
    const { text } = decided(mine, rows, decisions, field === 'body');
    if (text !== mine) texts[field] = text;
  }
  if (overrides.title !== undefined && title?.kind === 'take') texts.title = null;
  if (overrides.title !== undefined && title?.kind === 'write') texts.title = title.text;
  return texts;
}

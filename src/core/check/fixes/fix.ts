import type { AdaptInput, Finding, OverrideField, Variant } from '../../adapt/types';

/** What a fix does, worded by `sayFix` (`words/fixes.ts`), which may name its parameters. */
export const fixActs = [
  'shorten',
  'take_signs_out',
  'title_from_opening',
  'give_back',
  'drop_tags',
  'mend_tag',
  'names_only',
  'link_to_comment',
  'add_link',
  'remove_links',
  'remove_clause',
  'replace_sign',
  'swap_word',
  'mark_ad',
  'describe',
] as const;
export type FixAct = (typeof fixActs)[number];

type Said = { readonly act: FixAct; readonly params: Readonly<Record<string, string | number>> };

/**
 * What one key does about a finding, as data: the screen says it, the store writes it as one step of undo. Every fix
 * was tried before it is offered: its finding is gone afterwards and no error is new.
 */
export type Fix =
  /** Texts of this version, written as by hand; null gives a field back to the source. */
  | (Said & { readonly kind: 'override'; readonly fields: Partial<Readonly<Record<OverrideField, string | null>>> })
  /** What a picture shows, for every place it is used in. */
  | (Said & { readonly kind: 'describe'; readonly asset: string; readonly alt: string });

/** A finding of a variant, with what the variant was made from. */
export type Ask = { readonly input: AdaptInput; readonly variant: Variant; readonly finding: Finding };

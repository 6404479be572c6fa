import type { OpenedPiece, Outline } from '../../../contract';
import { adapt } from '../../../core/adapt/adapt';
import { keptSentences } from '../../../core/adapt/keep';
import { sourceOf, voiceOf } from '../../../core/adapt/source';
import { sourceHash } from '../../../core/adapt/sourceHash';
import type { Variant as Adapted, AdaptInput, Finding, OverrideField, Source, Voice } from '../../../core/adapt/types';
import { overrideFields } from '../../../core/adapt/types';
import { mergeFindings } from '../../../core/check/check';
import type { Doc } from '../../../core/model/doc';
import { variantId } from '../../../core/model/ids';
import type { Account, Piece, Variant } from '../../../core/model/records';
import type { Format, PlatformPack } from '../../../core/platforms/pack';
import { findFormat } from '../../../core/platforms/registry';
import { type Target, targetsOf } from './targets';

/** One format to adapt, with all it depends on but the piece's own text. */
export type AdaptTask = Target & {
  readonly pack: Format;
  readonly account: Account | null;
  readonly voice: Voice | undefined;
  readonly variant: Variant | null;
  /** What is to be said about its text beside those of other accounts. */
  readonly sameText: readonly Finding[];
};

/** What became of it. */
export type Outcome = {
  readonly task: AdaptTask;
  readonly adapted: Adapted;
  /** Exactly what it was adapted from. */
  readonly input: AdaptInput;
  /** Of the adaptation and of the checks, errors first. */
  readonly findings: readonly Finding[];
  /** What it was made from: the piece, or its sibling in the account's language. */
  readonly source: Source;
  /** Fields written by hand. */
  readonly edited: readonly OverrideField[];
  /** The source moved on after the hand edits. */
  readonly behind: boolean;
  /** The sibling whose text was used, when the account speaks the other language. */
  readonly from: { readonly id: string; readonly title: string } | null;
};

/** The piece and its siblings, read once per round. */
export type Snapshot = {
  readonly piece: Piece;
  readonly source: Source;
  readonly hash: string;
  readonly siblings: readonly { readonly opened: OpenedPiece; readonly source: Source; readonly hash: string }[];
};

export const snapshotOf = (
  piece: Piece,
  doc: Doc,
  opened: OpenedPiece,
  siblings: readonly OpenedPiece[],
): Snapshot => ({
  piece,
  source: sourceOf(piece, doc, opened.assets),
  hash: sourceHash(piece, doc),
  siblings: siblings.flatMap((sibling) =>
    sibling.doc === null
      ? []
      : [
          {
            opened: sibling,
            source: sourceOf(sibling.piece, sibling.doc, sibling.assets),
            hash: sourceHash(sibling.piece, sibling.doc),
          },
        ],
  ),
});

/** The formats of the piece, ready to run. Formats of platforms this studio has no rules for are left out. */
export function tasksOf(
  piece: Piece,
  opened: OpenedPiece,
  outline: Outline | null,
  packs: ReadonlyMap<string, PlatformPack> | null,
): readonly AdaptTask[] {
  if (packs === null) return [];
  // With the team's own values already in them (`state/packs.ts`).
  const all = [...packs.values()];
  const accounts = outline?.account ?? [];
  return targetsOf(piece, opened.placements, accounts).flatMap((target): AdaptTask[] => {
    const pack = findFormat(all, target.format);
    if (pack === null) return [];
    const account = accounts.find(({ id }) => id === target.accountId) ?? null;
    const persona = outline?.persona.find(({ id }) => id === account?.personaId) ?? null;
    const community = outline?.community.find(({ id }) => id === account?.communityId) ?? null;
    const id = variantId(piece.id, target.format, target.accountId);
    return [
      {
        ...target,
        pack,
        account,
        voice: account === null ? undefined : voiceOf(account, persona, community),
        variant: opened.variants.find((variant) => variant.id === id) ?? null,
        sameText: sameTextAt(opened, target),
      },
    ];
  });
}

/** Once for a version, however often it is planned. */
const sameTextAt = ({ sameText, placements }: OpenedPiece, { format, accountId }: Target): readonly Finding[] => {
  const here = new Set(
    placements.filter((one) => one.format === format && one.accountId === accountId).map(({ id }) => id),
  );
  return sameText
    .filter(({ placementId }) => here.has(placementId))
    .slice(0, 1)
    .map(({ finding }) => finding);
};

/** Adapts one format: the piece's own text, or that of the sibling in the account's language. */
export function adaptTask(snapshot: Snapshot, task: AdaptTask): Outcome {
  const sibling =
    task.account === null || task.account.lang === snapshot.piece.lang
      ? undefined
      : snapshot.siblings.find(({ opened }) => opened.piece.lang === task.account?.lang);
  const { source, hash } = sibling ?? snapshot;
  const overrides = overridesOf(task.variant);
  const keep = keptSentences(task.variant);
  const input = { source, format: task.pack, voice: task.voice, overrides, keep, theme: task.variant?.theme };
  const adapted = adapt(input);
  const made = task.variant?.sourceHash ?? null;
  const edited = overrideFields.filter((field) => overrides[field] !== undefined);
  return {
    task,
    adapted,
    input,
    findings: mergeFindings(adapted.findings, task.sameText),
    source,
    edited,
    behind: edited.length > 0 && made !== null && made !== hash,
    from: sibling === undefined ? null : { id: sibling.opened.piece.id, title: sibling.opened.piece.title },
  };
}

/** Fields a person wrote over; null values were given back to the source. */
export function overridesOf(variant: Variant | null): Partial<Record<OverrideField, string>> {
  const found: Partial<Record<OverrideField, string>> = {};
  for (const field of overrideFields) {
    const value = variant?.overrides[field];
    if (typeof value === 'string') found[field] = value;
  }
  return found;
}

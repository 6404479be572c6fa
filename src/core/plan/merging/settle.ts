import { type Doc, docSchema } from '../../model/doc';
import { digest } from '../../model/ids';
import type { Json } from '../../model/json';
import { joinHorizons } from '../../model/stamp';
import { canonical } from '../canonical';
import { ancestorOf, headsOf, lineageOf } from '../lineage';
import type { BodyVersion, RecordState } from '../state';
import { MERGE_RULE, mergeDocs } from './threeWay';

/**
 * Lays concurrent texts of a record together where that takes no decision: the text both began from is still kept
 * (`kept`: earlier versions, in any order), they changed different blocks, and the result is a text this studio can
 * write. Else the record is answered as it came, with all its texts.
 *
 * Two people who do this apart get the same version under the same id, so nothing has to be sent for it.
 */
export function settleBody(state: RecordState, kept: readonly BodyVersion[]): RecordState {
  let settled = state;
  for (;;) {
    const next = settleOnce(settled, kept);
    if (next === null) return settled;
    settled = next;
  }
}

function settleOnce(state: RecordState, kept: readonly BodyVersion[]): RecordState | null {
  const heads = state.heads.flatMap((id) => state.versions[id] ?? []);
  const known = withoutRepeats([...kept, ...Object.values(state.versions)]);
  for (const [index, one] of heads.entries())
    for (const other of heads.slice(index + 1)) {
      const merged = mergedVersion(one, other, known);
      if (merged === null) continue;
      const versions = { ...state.versions, [merged.id]: merged };
      return { ...state, versions, heads: headsOf(versions) };
    }
  return null;
}

/** The version that stands in the place of both; null when a person must choose. */
export function mergedVersion(one: BodyVersion, other: BodyVersion, kept: readonly BodyVersion[]): BodyVersion | null {
  const base = ancestorOf(one, other, kept);
  if (base === null || ![base, one, other].every(isReadable)) return null;
  // As they came, not as parsed: parsing leaves out attributes this version does not know.
  const [from, ours, theirs] = [base, one, other].map(({ doc }) => doc as Doc) as [Doc, Doc, Doc];
  const doc = mergeDocs(from, ours, theirs);
  return doc === null ? null : versionOf([one, other], doc);
}

const isReadable = ({ doc }: BodyVersion): boolean => docSchema.safeParse(doc).success;

/** A version that stands for several: named by what it was made of, by which rule, and what it says. */
export function versionOf(heads: readonly BodyVersion[], doc: Doc): BodyVersion {
  const replaces = heads.reduce((seen, head) => joinHorizons(seen, lineageOf(head)), joinHorizons([], []));
  const id = digest(canonical({ doc, replaces, rule: MERGE_RULE }));
  return { id, replaces, doc: doc as unknown as Json };
}

const withoutRepeats = (versions: readonly BodyVersion[]): readonly BodyVersion[] => [
  ...new Map(versions.map((version) => [version.id, version])).values(),
];

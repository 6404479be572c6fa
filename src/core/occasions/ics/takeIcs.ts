import type { Json } from '../../model/json';
import type { Occasion } from '../../model/records';
import { createOp, type Op } from '../../plan/ops';
import type { WallDate } from '../../time/wallDate';
import type { IcsMessage, IcsOccasion, IcsRead } from './readIcs';

/** One occasion of a calendar file, for the list before it is taken in. */
export type FileOccasion = { readonly name: string; readonly start: WallDate; readonly end: WallDate };

/** What taking a calendar file in does, or did. What is only in the workspace stays as it is. */
export type OccasionFile = {
  readonly name: string;
  readonly added: readonly FileOccasion[];
  readonly changed: readonly FileOccasion[];
  readonly same: number;
  readonly messages: readonly IcsMessage[];
};

/** The fields a file decides; kind and campaign are the team's own. */
const fields = ['name', 'start', 'end', 'repeat', 'note', 'link'] as const;

/**
 * Holds a file against the workspace by UID: what is new is made, what the file says otherwise is set, and the same file
 * a second time does nothing.
 */
export function takeIcs(
  read: IcsRead,
  existing: readonly Occasion[],
  name: string,
  newId: () => string,
): { readonly file: OccasionFile; readonly ops: readonly Op[] } {
  const known = new Map(existing.filter(({ uid }) => uid !== '').map((occasion) => [occasion.uid, occasion]));
  const ops: Op[] = [];
  const added: FileOccasion[] = [];
  const changed: FileOccasion[] = [];
  let same = 0;
  for (const found of read.found) {
    const there = known.get(found.uid);
    const shown = { name: found.name, start: found.start, end: found.end };
    if (there === undefined) {
      ops.push(createOp('occasion', newId(), { ...found, kind: 'own', source: name }));
      added.push(shown);
      continue;
    }
    const edits = editsOf(there, found);
    ops.push(...edits);
    if (edits.length === 0) same += 1;
    else changed.push(shown);
  }
  return { file: { name, added, changed, same, messages: read.messages }, ops };
}

const editsOf = (there: Occasion, found: IcsOccasion): readonly Op[] =>
  fields
    .filter((field) => there[field] !== found[field])
    .map((field) => ({ kind: 'set', type: 'occasion', id: there.id, register: field, value: found[field] as Json }));

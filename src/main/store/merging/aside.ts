import type { ConflictCard, ConflictDetail } from '../../../contract';
import type { Stamp } from '../../../core/model/stamp';
import { sameJson } from '../../../core/plan/canonical';
import { hasTextsToChoose, isContested } from '../../../core/plan/contested';
import { ancestorOf } from '../../../core/plan/lineage';
import { type BodyVersion, isAlive, type RecordState } from '../../../core/plan/state';
import { prepared, type ReadDb, type WriteDb } from '../database';
import { asideTexts, wasUndone } from '../history/asideTexts';
import { keptVersions } from '../rows';

/** A text to choose; `beside` names the one it stood beside, where somebody wrote on that one since. */
export type Text = { readonly version: BodyVersion; readonly beside: string | null };

/** The texts that stand side by side, newest first: the record's own, and those that wait although one was written on. */
export function textsOf(db: ReadDb, state: RecordState, since: number): readonly Text[] {
  const heads = state.heads.flatMap((id) => state.versions[id] ?? []);
  const aside = asideTexts(db, state.type, state.id, since);
  const kept = aside.length === 0 ? [] : keptVersions(db, state.id);
  const others = aside.flatMap(({ version: id, beside }): readonly Text[] => {
    const version = kept.find((one) => one.id === id);
    // What says the same by now is no other text.
    const isOther = version !== undefined && !heads.some((head) => sameJson(head.doc, version.doc));
    return isOther ? [{ version, beside }] : [];
  });
  const own = heads.map((version): Text => ({ version, beside: null }));
  return [...own, ...others].sort((a, b) => (a.version.id < b.version.id ? 1 : -1));
}

/** The text two began from; of one that was written on since, the text that stood there before tells it. */
export function baseOf(db: ReadDb, id: string, [one, other]: readonly Text[]): BodyVersion | null {
  if (one === undefined || other === undefined) return null;
  const kept = keptVersions(db, id);
  const stood = (text: Text, beside: string | null): BodyVersion | undefined =>
    beside === null ? text.version : kept.find((version) => version.id === beside);
  const [left, right] = [stood(one, other.beside), stood(other, one.beside)];
  return left === undefined || right === undefined ? null : ancestorOf(left, right, kept);
}

/** What was told of a record's life when it was settled, if that was undone and it is there. */
export function lifeAside(db: ReadDb, state: RecordState): LifeTold | null {
  if (!isAlive(state)) return null;
  const row = prepared(db, `SELECT told FROM life_aside WHERE type = ? AND id = ? AND ${wasUndone('settled')}`).get(
    state.type,
    state.id,
  ) as { told: string } | undefined;
  return row === undefined ? null : (JSON.parse(row.told) as LifeTold);
}

type LifeTold = Pick<ConflictDetail, 'fields'> & Pick<ConflictCard, 'by'>;

/** Undone, it waits again as it was told: the record itself then only says that it is there. */
export function settleLife(db: WriteDb, { card, fields }: ConflictDetail, settled: Stamp | null): void {
  const { type, id, by } = card;
  prepared(db, 'DELETE FROM life_aside WHERE type = ? AND id = ?').run(type, id);
  if (settled === null) return;
  const told = JSON.stringify({ by, fields } satisfies LifeTold);
  prepared(db, 'INSERT INTO life_aside (type, id, told, settled) VALUES (?, ?, ?, ?)').run(type, id, told, settled);
}

/** Notes what a record that came by file leaves to a person; answers how many things. */
export function noteConflicts(db: WriteDb, merged: RecordState, now: number): number {
  const kinds = [...(hasTextsToChoose(merged) ? ['body'] : []), ...(isContested(merged) ? ['life'] : [])];
  for (const kind of kinds)
    prepared(db, 'INSERT INTO conflict (type, id, kind, since) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING').run(
      merged.type,
      merged.id,
      kind,
      now,
    );
  return kinds.length;
}

import type { PieceCard, PieceFilter } from '../../../contract';
import type { PieceKind, Subkind } from '../../../core/model/records';
import { createOp } from '../../../core/plan/ops';
import { sayState } from '../../../core/words/kinds';
import { libraryWords } from '../../../core/words/library';
import { sayWarning } from '../../../core/words/markdown';
import { say } from '../../../core/words/say';
import type { Studio } from '../../state/studio';
import { type Bulk, bulkChange } from './bulk';

/** The most pieces one act may touch: what one change can hold. */
export const MOST = 5_000;

/** Does one thing to many pieces as one change, and offers to take it back. */
export async function doBulk(
  studio: Studio,
  pieces: readonly { readonly id: string; readonly title: string }[],
  bulk: Bulk,
): Promise<boolean> {
  if (pieces.length === 0) return false;
  const state = studio.getState();
  const { label, ops } = bulkChange(pieces.slice(0, MOST), bulk);
  if ((await state.act('change.make', { label, ops })) === null) return false;
  const message = sayDone(studio, bulk, Math.min(pieces.length, MOST));
  state.notify({ message, undo: true });
  state.announce(message);
  return true;
}

function sayDone(studio: Studio, bulk: Bulk, count: number): string {
  const { lang } = studio.getState().settings;
  switch (bulk.kind) {
    case 'trash':
    case 'restore':
      return say(libraryWords, lang, `done.${bulk.kind}`, { count });
    case 'state':
      return say(libraryWords, lang, 'done.state', { count, state: sayState(lang, bulk.state) });
    case 'tag':
      return say(libraryWords, lang, 'done.tag', { count, tag: bulk.tag });
    case 'campaign':
      return say(libraryWords, lang, 'done.campaign', { count, name: bulk.name });
  }
}

/** A blank piece of a kind and sub-kind, opened at once. */
export async function newBlank(studio: Studio, kind: PieceKind, subkind: Subkind | null): Promise<void> {
  const { act, openPiece, outline, settings, boot } = studio.getState();
  const id = crypto.randomUUID();
  const lang = outline?.workspace[0]?.lang ?? settings.lang;
  const draft = { kind, subkind, lang, createdOn: boot?.today ?? null, title: '' };
  const made = await act('change.make', {
    label: { code: 'piece_create', params: {} },
    ops: [createOp('piece', id, draft, { type: 'doc', content: [{ type: 'paragraph' }] })],
  });
  if (made !== null) openPiece(id);
}

export async function newFromTemplate(studio: Studio, templateId: string): Promise<void> {
  const { act, openPiece, outline } = studio.getState();
  const template = outline?.template.find(({ id }) => id === templateId);
  if (template === undefined) return;
  const { kind, lang } = template;
  const made = await act('piece.create', { kind, title: '', templateId, lang });
  if (made !== null) openPiece(made.id);
}

/** Takes in one Markdown file; what it could not read is counted, and the piece is one click away. */
export async function importMarkdown(studio: Studio): Promise<void> {
  const { act, notify, openPiece, settings } = studio.getState();
  const chosen = await act('dialog.open_file', { what: 'markdown' });
  if (chosen === null) return;
  const made = await act('piece.import', { token: chosen.token });
  if (made === null) return;
  const { lang } = settings;
  const first = made.warnings
    .slice(0, 2)
    .map((warning) => sayWarning(lang, warning))
    .join(lang === 'zh' ? '；' : '; ');
  const said = { title: chosen.name, warnings: made.warnings.length, first };
  notify({ message: say(libraryWords, lang, 'import.done', said), undo: true });
  openPiece(made.id);
}

/** Every listed piece, for "select all": read by pages, at most what one change can hold. */
export async function readAll(studio: Studio, filter: PieceFilter): Promise<readonly PieceCard[]> {
  const found: PieceCard[] = [];
  for (;;) {
    const page = await studio.getState().act('piece.list', { filter, limit: 500, offset: found.length });
    if (page === null) return [];
    found.push(...page.items);
    if (page.items.length === 0 || found.length >= Math.min(page.total, MOST)) return found.slice(0, MOST);
  }
}

import type { BulkAct, BulkTarget } from '../../../contract';
import type { Lang, PieceKind, Subkind } from '../../../core/model/records';
import { createOp } from '../../../core/plan/ops';
import { sayState } from '../../../core/words/kinds';
import { type LibraryWord, libraryWords } from '../../../core/words/library';
import { say, type WordParams } from '../../../core/words/say';
import { allPicked } from '../../state/picked';
import type { Studio } from '../../state/studio';
import { chosen, clearSelection, countOf, type Desk, libraryOf } from './desk';

/** Acts that leave the pieces where they are, so that one may follow another on the same selection. */
const staysSelected: ReadonlySet<BulkAct['kind']> = new Set<BulkAct['kind']>(['tag', 'untag', 'campaign', 'persona']);

/** Pieces from which on the studio says that it has begun: nobody should press twice. */
const TAKES_A_WHILE = 1_000;

/** Does one thing to pieces as one step of undo, says what was done, and offers to take it back. */
export async function doBulk(desk: Desk, act: BulkAct, target: BulkTarget | null = chosen(desk)): Promise<boolean> {
  if (target === null) return false;
  const { studio } = desk;
  const asked = countOf(desk, target);
  if (asked >= TAKES_A_WHILE) tell(studio, 'done.working', { count: asked }, false);
  const answer = await studio.getState().act('piece.bulk', { target, act });
  if (answer === null) return false;
  if (!staysSelected.has(act.kind)) {
    clearSelection(desk);
    // The bar with the button that did it is gone.
    desk.layout?.focus();
  }
  // A key pressed twice before the row was gone: what was asked for has been done and said already.
  if (answer.changed === 0 && (act.kind === 'trash' || act.kind === 'restore')) return false;
  const { key, params } = doneWord(studio, act);
  const count = act.kind === 'duplicate' ? answer.made.length : answer.changed;
  tell(studio, answer.changed === 0 ? 'done.nothing' : key, { count, ...params }, answer.changed > 0);
  return answer.changed > 0;
}

/** Says a result on screen and to screen readers. */
export function tell(studio: Studio, key: LibraryWord, params: WordParams, undo: boolean): void {
  const { settings, notify, announce } = studio.getState();
  const message = say(libraryWords, settings.lang, key, params);
  notify({ message, undo });
  announce(message);
}

function doneWord(studio: Studio, act: BulkAct): { readonly key: LibraryWord; readonly params: WordParams } {
  const { settings, outline } = studio.getState();
  const named = (records: readonly { readonly id: string; readonly name: string }[] | undefined, id: string) => ({
    name: records?.find((record) => record.id === id)?.name ?? '',
  });
  switch (act.kind) {
    case 'state':
      return act.state === 'archived'
        ? { key: 'done.archive', params: {} }
        : { key: 'done.state', params: { state: sayState(settings.lang, act.state) } };
    case 'tag':
    case 'untag':
      return { key: `done.${act.kind}`, params: { tag: act.tag } };
    case 'campaign':
      return act.id === null
        ? { key: 'done.no_campaign', params: {} }
        : { key: 'done.campaign', params: named(outline?.campaign, act.id) };
    case 'persona':
      return act.id === null
        ? { key: 'done.no_persona', params: {} }
        : { key: 'done.persona', params: named(outline?.persona, act.id) };
    case 'trash':
    case 'restore':
    case 'duplicate':
      return { key: `done.${act.kind}`, params: {} };
  }
}

/** Selects every piece that matches, also those never scrolled to, however many there are. */
export async function selectAll(desk: Desk): Promise<void> {
  const { act, setLibrary } = desk.studio.getState();
  const { filter, layout } = libraryOf(desk);
  const found = await act('piece.list', { filter, limit: 1, offset: 0 });
  if (found === null || libraryOf(desk).filter !== filter || found.total === 0) return;
  desk.total = found.total;
  setLibrary({ picked: allPicked });
  const { settings, announce } = desk.studio.getState();
  const about = found.exact ? 'no' : 'yes';
  announce(say(libraryWords, settings.lang, 'bulk.selected_all', { count: found.total, about }));
  if (layout !== 'board') desk.layout?.focus();
}

/** A blank piece of a kind and sub-kind, opened at once. */
export async function newBlank(studio: Studio, kind: PieceKind, subkind: Subkind | null): Promise<void> {
  const { act, openPiece, boot } = studio.getState();
  const id = crypto.randomUUID();
  const draft = { kind, subkind, lang: writingLang(studio), createdOn: boot?.today ?? null, title: '' };
  const made = await act('change.make', {
    label: { code: 'piece_create', params: {} },
    ops: [createOp('piece', id, draft, { type: 'doc', content: [{ type: 'paragraph' }] })],
  });
  if (made !== null) openPiece(id);
}

const writingLang = (studio: Studio): Lang =>
  studio.getState().outline?.workspace[0]?.lang ?? studio.getState().settings.lang;

export async function newFromTemplate(studio: Studio, templateId: string): Promise<void> {
  const { act, openPiece, outline } = studio.getState();
  const template = outline?.template.find(({ id }) => id === templateId);
  if (template === undefined) return;
  const { kind, lang } = template;
  const made = await act('piece.create', { kind, title: '', templateId, lang });
  if (made !== null) openPiece(made.id);
}

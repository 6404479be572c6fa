import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Transaction } from '@tiptap/pm/state';
import { shownFields } from '../../../../core/brief/brief';
import type { Lang, Piece } from '../../../../core/model/records';
import type { Op } from '../../../../core/plan/ops';
import { sayBriefLabel } from '../../../../core/words/briefLabels';
import { say } from '../../../../core/words/say';
import { writingWords } from '../../../../core/words/writing';
import type { Session } from '../session';

/** A text of the piece that is not running text: where it stands, and what it says. */
export type PlainText = { readonly key: string; readonly text: string } & (
  | { readonly kind: 'title' }
  | { readonly kind: 'brief'; readonly name: string }
  /** Alt text or caption (`title`) of the picture at a position of the document. */
  | { readonly kind: 'picture'; readonly at: number; readonly attr: 'alt' | 'title' }
);

/** Title, brief and the words of the pictures, in the order of the page; empty ones are left out. */
export function plainTexts(piece: Piece, editor: Editor): readonly PlainText[] {
  const found: PlainText[] = [{ key: 'title', kind: 'title', text: piece.title }];
  for (const name of shownFields(piece))
    found.push({ key: `brief.${name}`, kind: 'brief', name, text: piece.brief[name] ?? '' });
  editor.state.doc.descendants((node, at) => {
    if (node.type.name === 'image')
      for (const attr of ['alt', 'title'] as const)
        found.push({ key: `${at}.${attr}`, kind: 'picture', at, attr, text: String(node.attrs[attr] ?? '') });
    return !node.isTextblock;
  });
  return found.filter(({ text }) => text !== '');
}

export const sayPlace = (lang: Lang, place: PlainText): string =>
  place.kind === 'brief'
    ? sayBriefLabel(lang, place.name)
    : say(
        writingWords,
        lang,
        place.kind === 'title' ? 'place.title' : place.attr === 'alt' ? 'place.alt' : 'place.caption',
      );

/** A place with what is to stand there. */
export type PlainEdit = { readonly place: PlainText; readonly text: string };

/**
 * Writes several at once: the pictures' words in one step of the text's undo, title and brief in one step of the
 * plan's.
 */
export async function writePlainTexts(session: Session, editor: Editor, edits: readonly PlainEdit[]): Promise<void> {
  const { tr } = editor.state;
  withPictures(tr, edits);
  if (tr.docChanged) editor.view.dispatch(closeHistory(tr));
  await writeFields(session, edits);
}

export function withPictures(tr: Transaction, edits: readonly PlainEdit[]): void {
  for (const { place, text } of edits) if (place.kind === 'picture') tr.setNodeAttribute(place.at, place.attr, text);
}

export async function writeFields(session: Session, edits: readonly PlainEdit[]): Promise<void> {
  const ops = edits.flatMap(({ place, text }): readonly Op[] =>
    place.kind === 'picture'
      ? []
      : [
          {
            kind: 'set',
            type: 'piece',
            id: session.pieceId,
            register: place.kind === 'title' ? 'title' : `brief.${place.name}`,
            value: text,
          },
        ],
  );
  if (ops.length > 0) await session.change(ops);
}

/** Goes to a place and selects a stretch of it. A picture is selected; its words open beside it. */
export function showPlace(editor: Editor, place: PlainText, from: number, to: number): void {
  if (place.kind === 'picture') {
    editor.chain().setNodeSelection(place.at).focus().scrollIntoView().run();
    return;
  }
  const selector = place.kind === 'title' ? '[data-title]' : `[data-brief="${CSS.escape(place.name)}"]`;
  const field = document.querySelector<HTMLTextAreaElement>(selector);
  field?.focus();
  field?.setSelectionRange(from, to);
}

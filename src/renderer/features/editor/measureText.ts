import type { Editor } from '@tiptap/core';
import { countWords } from '../../../core/text/han';
import type { Session } from './session';

export type TextSize = {
  readonly han: number;
  readonly words: number;
  readonly paragraphs: number;
  readonly images: number;
  /** At 400 Han or 220 words a minute, rounded up; at least one. */
  readonly minutes: number;
};

const HAN_A_MINUTE = 400;
const WORDS_A_MINUTE = 220;

/** Han and Latin words of what is selected, as `12 3`; empty without a selection. A string, so that equal counts are equal. */
export function measureSelection({ state: { doc, selection } }: Editor): string {
  if (selection.empty) return '';
  const { han, latin } = countWords(doc.textBetween(selection.from, selection.to, ' ', ' '));
  return `${han} ${latin}`;
}

/** The size of the text as a reader counts it: Han one by one without punctuation, Latin by word. Read at rest (`turn`). */
export function measure(session: Session, _turn: number): TextSize {
  const editor = session.editor();
  let text = '';
  let paragraphs = 0;
  let images = 0;
  editor?.state.doc.forEach((node) => {
    if (node.type.name === 'image') images += 1;
    else if (node.textContent !== '') {
      paragraphs += 1;
      text += `${node.textBetween(0, node.content.size, ' ', ' ')}\n`;
    }
  });
  const { han, latin } = countWords(text);
  return {
    han,
    words: latin,
    paragraphs,
    images,
    minutes: Math.max(1, Math.ceil(han / HAN_A_MINUTE + latin / WORDS_A_MINUTE)),
  };
}

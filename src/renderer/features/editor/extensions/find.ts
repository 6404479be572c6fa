import { type Editor, Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Command } from '@tiptap/pm/state';
import {
  findNext,
  findPrev,
  getMatchHighlights,
  replaceAll,
  replaceNext,
  SearchQuery,
  search,
  setSearchState,
} from 'prosemirror-search';

/** Finding in the text: the hits are decorations that exist only while something is sought. */
export const Find = Extension.create({ name: 'find', addProseMirrorPlugins: () => [search()] });

export type Sought = { readonly text: string; readonly replace: string; readonly exact: boolean };

/** Taken literally, not as a pattern; whole words mean nothing in Chinese, so they are not offered. */
export function seek(editor: Editor, { text, replace, exact }: Sought): void {
  const query = new SearchQuery({
    search: text,
    replace: replace.replaceAll('$', '$$$$'),
    caseSensitive: exact,
    literal: true,
  });
  editor.view.dispatch(setSearchState(editor.state.tr, query));
}

/** How many hits there are, and which of them is selected (0 for none). */
export function hitsOf(editor: Editor): { readonly count: number; readonly at: number } {
  const hits = getMatchHighlights(editor.state).find();
  const { from, to } = editor.state.selection;
  return { count: hits.length, at: hits.findIndex((hit) => hit.from === from && hit.to === to) + 1 };
}

const steps = {
  next: findNext,
  previous: findPrev,
  replace: replaceNext,
  replace_all: replaceAll,
} as const satisfies Record<string, Command>;

/** One step; a replacement is one step of undo of its own, however many places it changed. */
export function step(editor: Editor, which: keyof typeof steps): boolean {
  const done = steps[which](editor.state, (tr) => {
    editor.view.dispatch((tr.docChanged ? closeHistory(tr) : tr).scrollIntoView());
  });
  if (done && which.startsWith('replace')) editor.view.dispatch(closeHistory(editor.state.tr));
  return done;
}

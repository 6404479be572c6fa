import type { InlineMark } from '../model/doc';
import type { BlockWriter } from './blockWriter';
import type { HtmlNode } from './parse';

/** Deeper elements are hostile: their text stays, in one paragraph. */
export const MAX_DEPTH = 300;
/** Deeper quotations and lists are flattened, as in Markdown. */
export const MAX_NESTING = 24;

/** What is counted and collected over the whole page. */
export type Page = { removed: number; tables: number; tooDeep: boolean; readonly inlined: Map<string, string> };
/** Where in the page a part stands. */
export type Context = {
  readonly page: Page;
  readonly marks: readonly InlineMark[];
  readonly pre: boolean;
  readonly depth: number;
  readonly nesting: number;
};

/** Writes a part of the page; lent to whoever reads an element's parts its own way. */
export type Write = (nodes: readonly HtmlNode[], out: BlockWriter, context: Context) => void;

/** Elements that end the paragraph around them and mean nothing more. */
export const containers: ReadonlySet<string> = new Set(
  'html body p div section article header footer main nav aside address center figure figcaption fieldset form details summary dl dt dd hgroup search caption tbody thead tfoot tr td th li'.split(
    ' ',
  ),
);

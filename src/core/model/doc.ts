import { z } from 'zod';
import { text } from './json';

/**
 * The rich body of a piece: the JSON form of a tiptap / ProseMirror document. The editor and the adaptation
 * engine share this shape; the engine never needs the editor. Unknown nodes are refused at the door, because
 * an editor that drops what it does not know loses text (ueberdosis/tiptap#6927).
 */

/**
 * Marks of a top-level block: which platforms see it, and how adaptation treats it. Each may be left out, and parsing
 * adds nothing: a stored body is the same data, and has the same digest, after every reading.
 */
const blockMarks = z.object({
  /** Stable id of the block, kept through edits; merge works per block. */
  id: text(64).nullable().optional(),
  /** `weibo/post` or `x`: only these platforms or formats see the block; empty means all. */
  only: z.array(text(80)).max(64).optional(),
  /** Platforms or formats that must not see the block. */
  not: z.array(text(80)).max(64).optional(),
  /** Adaptation may never drop it. */
  keep: z.boolean().optional(),
  /** Preferred opening. */
  lead: z.boolean().optional(),
  /** First to go when space is short. */
  optional: z.boolean().optional(),
});
/** All marks of a block, with nothing left out. */
export type BlockMarks = {
  readonly id: string | null;
  readonly only: readonly string[];
  readonly not: readonly string[];
  readonly keep: boolean;
  readonly lead: boolean;
  readonly optional: boolean;
};

export type InlineMark =
  | { readonly type: 'bold' | 'italic' | 'strike' | 'code' | 'underline' }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } };

export type InlineNode =
  | { readonly type: 'text'; readonly text: string; readonly marks?: readonly InlineMark[] | undefined }
  | { readonly type: 'hardBreak' }
  | { readonly type: 'hashtag'; readonly attrs: { readonly id: string; readonly label?: string | null | undefined } }
  | { readonly type: 'mention'; readonly attrs: { readonly id: string; readonly label?: string | null | undefined } }
  /** `{{deadline}}`: a field of the brief, resolved on adaptation. */
  | { readonly type: 'field'; readonly attrs: { readonly name: string } };

type Marked = { readonly attrs?: Partial<BlockMarks> | undefined };

export type BlockNode =
  | ({ readonly type: 'paragraph'; readonly content?: readonly InlineNode[] | undefined } & Marked)
  | {
      readonly type: 'heading';
      readonly attrs: { readonly level: number } & Partial<BlockMarks>;
      readonly content?: readonly InlineNode[] | undefined;
    }
  | ({ readonly type: 'blockquote'; readonly content: readonly BlockNode[] } & Marked)
  | ({ readonly type: 'bulletList'; readonly content: readonly ListItemNode[] } & Marked)
  | {
      readonly type: 'orderedList';
      readonly attrs?: (Partial<BlockMarks> & { readonly start?: number | undefined }) | undefined;
      readonly content: readonly ListItemNode[];
    }
  | {
      readonly type: 'codeBlock';
      readonly attrs?: (Partial<BlockMarks> & { readonly language?: string | null | undefined }) | undefined;
      readonly content?: readonly { readonly type: 'text'; readonly text: string }[] | undefined;
    }
  | {
      readonly type: 'image';
      readonly attrs: Partial<BlockMarks> & {
        /** Asset id, or a relative path in a Markdown file. */
        readonly src: string;
        readonly alt?: string | null | undefined;
        readonly title?: string | null | undefined;
      };
    }
  | ({ readonly type: 'horizontalRule' } & Marked)
  | ({ readonly type: 'table'; readonly content: readonly TableRowNode[] } & Marked);

export type ListItemNode = { readonly type: 'listItem'; readonly content: readonly BlockNode[] };

/**
 * A row of a table. The cells of a heading row are all `tableHeader`; only the first row may be one, as in Markdown. A cell
 * is one paragraph: lines in it are hard breaks.
 */
export type TableRowNode = { readonly type: 'tableRow'; readonly content: readonly TableCellNode[] };
export type TableCellNode = {
  readonly type: 'tableCell' | 'tableHeader';
  readonly content: readonly [{ readonly type: 'paragraph'; readonly content?: readonly InlineNode[] | undefined }];
};

/** The largest table a body holds; what is larger is a sheet and stays text. */
export const MAX_TABLE = { rows: 500, columns: 24 } as const;

export type Doc = { readonly type: 'doc'; readonly content: readonly BlockNode[] };

/** Longest text node; longer ones are split by nobody's hand and signal a hostile file. */
const MAX_TEXT = 2_000_000;

const href = text(4096);
const inlineMark: z.ZodType<InlineMark> = z.union([
  z.object({ type: z.enum(['bold', 'italic', 'strike', 'code', 'underline']) }),
  z.object({ type: z.literal('link'), attrs: z.object({ href }) }),
]);
const token = z.object({ id: text(200), label: text(200).nullable().optional() });
const textNode = z.object({
  type: z.literal('text'),
  text: text(MAX_TEXT).min(1),
  marks: z.array(inlineMark).max(8).optional(),
});
const inlineNode: z.ZodType<InlineNode> = z.discriminatedUnion('type', [
  textNode,
  z.object({ type: z.literal('hardBreak') }),
  z.object({ type: z.literal('hashtag'), attrs: token }),
  z.object({ type: z.literal('mention'), attrs: token }),
  z.object({ type: z.literal('field'), attrs: z.object({ name: text(80) }) }),
]);

const inlines = z.array(inlineNode).max(20_000).optional();
const marked = blockMarks;
const listItem: z.ZodType<ListItemNode> = z.lazy(() =>
  z.object({ type: z.literal('listItem'), content: z.array(blockNode).min(1).max(500) }),
);
const tableCell: z.ZodType<TableCellNode> = z.object({
  type: z.enum(['tableCell', 'tableHeader']),
  content: z.tuple([z.object({ type: z.literal('paragraph'), content: inlines })]),
});
const tableRow: z.ZodType<TableRowNode> = z.object({
  type: z.literal('tableRow'),
  content: z.array(tableCell).min(1).max(MAX_TABLE.columns),
});
const blockNode: z.ZodType<BlockNode> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('paragraph'), attrs: marked.optional(), content: inlines }),
    z.object({
      type: z.literal('heading'),
      attrs: marked.extend({ level: z.number().int().min(1).max(4) }),
      content: inlines,
    }),
    z.object({
      type: z.literal('blockquote'),
      attrs: marked.optional(),
      content: z.array(blockNode).min(1).max(2_000),
    }),
    z.object({ type: z.literal('bulletList'), attrs: marked.optional(), content: z.array(listItem).min(1).max(2_000) }),
    z.object({
      type: z.literal('orderedList'),
      attrs: marked.extend({ start: z.number().int().optional() }).optional(),
      content: z.array(listItem).min(1).max(2_000),
    }),
    z.object({
      type: z.literal('codeBlock'),
      attrs: marked.extend({ language: text(40).nullable().optional() }).optional(),
      content: z
        .array(z.object({ type: z.literal('text'), text: text(MAX_TEXT).min(1) }))
        .max(1_000)
        .optional(),
    }),
    z.object({
      type: z.literal('image'),
      attrs: marked.extend({
        src: text(500),
        alt: text(2_000).nullable().optional(),
        title: text(2_000).nullable().optional(),
      }),
    }),
    z.object({ type: z.literal('horizontalRule'), attrs: marked.optional() }),
    z.object({
      type: z.literal('table'),
      attrs: marked.optional(),
      content: z.array(tableRow).min(1).max(MAX_TABLE.rows),
    }),
  ]),
) as z.ZodType<BlockNode>;

/** Parses a document; unknown nodes, marks or attributes of the wrong kind fail with the path of the node. */
export const docSchema: z.ZodType<Doc> = z.object({ type: z.literal('doc'), content: z.array(blockNode).max(10_000) });

export const emptyDoc: Doc = { type: 'doc', content: [{ type: 'paragraph' }] };

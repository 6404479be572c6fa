import type { Literal, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { type Handle, toMarkdown } from 'mdast-util-to-markdown';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfm } from 'micromark-extension-gfm';

/**
 * The only place that knows the Markdown libraries. CommonMark with GFM, and emphasis that works beside Chinese
 * punctuation: `**注意：**今晚` is bold (commonmark-spec #650).
 */
export const parseTree = (text: string): Root =>
  fromMarkdown(text, {
    extensions: [gfm({ singleTilde: false }), cjkFriendlyExtension(), noBareLinks],
    mdastExtensions: [gfmFromMarkdown().filter(({ transforms }) => transforms === undefined)],
  });

/**
 * A bare address stays text: the library lets it run to the next space, through Chinese text and its emphasis, and takes
 * `someone@mastodon.social` out of the mention `@someone@mastodon.social`. It looks twice: while reading signs, and in a
 * transform of the read tree, the only transform GFM has.
 */
const noBareLinks = { disable: { null: ['wwwAutolink', 'protocolAutolink', 'emailAutolink'] } };

/** Our own signs, printed as they stand: the fences that open and close a mark, tokens, references. */
export type WrittenRole = 'open' | 'close' | 'token';
export interface Written extends Literal {
  type: 'written';
  role: WrittenRole | undefined;
}
declare module 'mdast' {
  interface TextData {
    /** A token whose signs Markdown must escape. */
    token?: true;
  }
  interface PhrasingContentMap {
    written: Written;
  }
  interface RootContentMap {
    written: Written;
  }
}

export const written = (value: string, role?: WrittenRole): Written => ({ type: 'written', value, role });

/** Shows nothing and keeps what stands beside it apart, in any Markdown. */
export const gap = (): Written => written('<!---->');

/** Whether Markdown sees only letters in this, whatever follows: no sign, no reference, underscores only inside words. */
export const isWritable = (value: string): boolean =>
  !/[*`<>[\]\\!]|~~|~$|^~|&#?\w+(?:;|$)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u.test(value);

const writeAsIs: Handle = Object.assign((node: Written) => node.value, {
  peek: (node: Written) => node.value.charAt(0),
});

/** Prints a tree. A comment stands directly above the block it marks. */
export const printTree = (children: readonly RootContent[]): string =>
  toMarkdown(
    { type: 'root', children: [...children] },
    {
      // Without the escapes that keep bare addresses from becoming links: here they never do.
      extensions: (gfmToMarkdown().extensions ?? []).filter(({ handlers }) => handlers !== undefined),
      bullet: '-',
      rule: '-',
      resourceLink: true,
      fences: true,
      handlers: { written: writeAsIs },
      join: [(left) => (left.type === 'html' && left.value.startsWith('<!--') ? 0 : undefined)],
    },
  );

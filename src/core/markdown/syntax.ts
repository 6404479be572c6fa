import type { Nodes, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, type Handle, toMarkdown } from 'mdast-util-to-markdown';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfm } from 'micromark-extension-gfm';
import { isCjkPunctuation, isHan } from '../text/han';

/**
 * The only place that knows the Markdown libraries. CommonMark with GFM, and emphasis that works beside Chinese
 * punctuation: `**注意：**今晚` is bold (commonmark-spec #650).
 */
export const parseTree = (text: string): Root =>
  fromMarkdown(text, {
    extensions: [gfm({ singleTilde: false }), cjkFriendlyExtension(), noBareLinks],
    mdastExtensions: [gfmFromMarkdown()],
  });

/** A bare address stays text: the library lets it run to the next space, through Chinese text and its emphasis. */
const noBareLinks = { disable: { null: ['wwwAutolink', 'protocolAutolink', 'emailAutolink'] } };

/** Prints a tree. An `html` node is printed as it is; a comment stands directly above the block it marks. */
export const printTree = (children: readonly RootContent[]): string =>
  toMarkdown(
    { type: 'root', children: [...children] },
    {
      extensions: [gfmToMarkdown({ singleTilde: false } as never)],
      bullet: '-',
      emphasis: '*',
      rule: '-',
      resourceLink: true,
      fences: true,
      handlers: { strong: besideHan('strong', '**'), emphasis: besideHan('emphasis', '*') },
      join: [(left) => (left.type === 'html' && left.value.startsWith('<!--') ? 0 : undefined)],
    },
  );

/** The library writes `&#x3002;` for a full stop inside emphasis; beside Chinese text our parser needs no such help. */
function besideHan(type: 'strong' | 'emphasis', fence: string): Handle {
  const usual = defaultHandlers[type] as Handle;
  return Object.assign(
    (node: Nodes, parent: Parameters<Handle>[1], state: Parameters<Handle>[2], info: Parameters<Handle>[3]) => {
      const exit = state.enter(type);
      const tracker = state.createTracker(info);
      const inner = state.containerPhrasing(node as never, {
        ...tracker.current(),
        before: fence,
        after: fence,
      });
      exit();
      const edges = [info.before.at(-1), inner[0], inner.at(-1), info.after[0]];
      return edges.some((char) => char !== undefined && isCjk(char)) && inner.trim() === inner
        ? fence + inner + fence
        : usual(node, parent, state, info);
    },
    { peek: () => fence.charAt(0) },
  );
}

const isCjk = (char: string): boolean => {
  const code = char.codePointAt(0) ?? 0;
  return isHan(code) || isCjkPunctuation(code);
};

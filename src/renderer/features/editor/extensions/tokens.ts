import { Mention } from '@tiptap/extension-mention';
import type { Node as DocNode } from '@tiptap/pm/model';

/**
 * Hashtags and mentions as tokens: atoms that hold what they mean, not how a platform writes it. Adaptation turns
 * them into `#话题#`, `#topic` or a plain word. Completion is in `completion.ts`, so the bundled one stays off.
 */

const shown = (sign: string, node: DocNode): string => `${sign}${String(node.attrs.label ?? node.attrs.id)}`;

const token = (name: 'hashtag' | 'mention', sign: string) =>
  Mention.extend({
    name,
    addAttributes() {
      return {
        id: {
          default: '',
          parseHTML: (element) => element.getAttribute('data-id') ?? '',
          renderHTML: (attrs) => ({ 'data-id': String(attrs.id) }),
        },
        label: {
          default: null,
          parseHTML: (element) => element.getAttribute('data-label'),
          renderHTML: (attrs) => (typeof attrs.label === 'string' ? { 'data-label': attrs.label } : {}),
        },
      };
    },
    addProseMirrorPlugins: () => [],
    renderText: ({ node }) => shown(sign, node),
    renderHTML: ({ node, HTMLAttributes }) => [
      'span',
      { ...HTMLAttributes, 'data-type': name, class: 'token' },
      shown(sign, node),
    ],
    addKeyboardShortcuts() {
      const removeBefore = () =>
        this.editor.commands.command(({ state, tr }) => {
          const { $from, empty } = state.selection;
          const before = $from.nodeBefore;
          if (!empty || before === null || before.type.name !== name) return false;
          tr.delete($from.pos - before.nodeSize, $from.pos);
          return true;
        });
      return { Backspace: removeBefore };
    },
  });

export const Hashtag = token('hashtag', '#');
export const MentionToken = token('mention', '@');

import { type Editor, Extension } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { Plugin, PluginKey } from '@tiptap/pm/state';

/**
 * Completion of `#`, `@` and `{{`: watches the text before the caret and tells the page what is being typed and where.
 * It draws nothing into the document (a decoration would cut the text node an input method is composing in), so it
 * is a plugin of our own instead of the suggestion package.
 */
export type Trigger = 'hashtag' | 'mention' | 'field';

export type Asking = {
  readonly trigger: Trigger;
  readonly query: string;
  readonly from: number;
  readonly to: number;
};

const patterns: readonly { readonly trigger: Trigger; readonly find: RegExp }[] = [
  { trigger: 'field', find: /\{\{([^{}\s]{0,40})$/ },
  { trigger: 'hashtag', find: /[#＃]([^\s#＃@＠{}，。！？、；：,.!?;:]{0,40})$/ },
  { trigger: 'mention', find: /(?<![A-Za-z0-9._-])[@＠]([^\s#＃@＠{}，。！？、；：,!?;:]{0,40})$/ },
];

/** What the caret stands behind; null when it is not a trigger. The longest look back is 44 characters. */
export function askingAt(state: EditorState): Asking | null {
  const { empty, $from } = state.selection;
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code === true) return null;
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 44), $from.parentOffset, '\n', '\uFFFC');
  for (const { trigger, find } of patterns) {
    const match = find.exec(before);
    if (match !== null)
      return { trigger, query: match[1] ?? '', from: $from.pos - (match[0]?.length ?? 0), to: $from.pos };
  }
  return null;
}

export type CompletionListener = {
  /** Called after a transaction when the answer changed; never during a composition. */
  readonly ask: (asking: Asking | null) => void;
  /** Keys while something is asked; true when the list took it. */
  readonly key: (event: KeyboardEvent) => boolean;
};

const same = (a: Asking | null, b: Asking | null): boolean =>
  a === b ||
  (a !== null && b !== null && a.trigger === b.trigger && a.query === b.query && a.from === b.from && a.to === b.to);

export const Completion = Extension.create<{ listener: CompletionListener }>({
  name: 'completion',
  priority: 1000,
  addOptions: () => ({ listener: { ask: () => {}, key: () => false } }),

  addProseMirrorPlugins() {
    const { listener } = this.options;
    let asked: Asking | null = null;
    const tell = (asking: Asking | null): void => {
      if (same(asked, asking)) return;
      asked = asking;
      listener.ask(asking);
    };
    return [
      new Plugin({
        key: new PluginKey('completion'),
        view: () => ({
          update: (view, before) => {
            if (view.composing) return;
            if (before.doc === view.state.doc && before.selection.eq(view.state.selection)) return;
            tell(askingAt(view.state));
          },
          destroy: () => tell(null),
        }),
        props: {
          handleKeyDown: (_view, event) => asked !== null && listener.key(event),
          handleDOMEvents: {
            // What a composition left behind is read once ProseMirror has taken it in (it waits 20 ms itself).
            compositionend: (view) => {
              setTimeout(() => {
                if (!view.isDestroyed && !view.composing) tell(askingAt(view.state));
              }, 40);
              return false;
            },
            blur: () => {
              tell(null);
              return false;
            },
          },
        },
      }),
    ];
  },
});

/** Puts the chosen token in place of what was typed; a word of Latin text gets its space back by the writer. */
export function insertToken(
  editor: Editor,
  asking: Pick<Asking, 'from' | 'to' | 'trigger'>,
  value: { readonly id: string; readonly label: string | null },
): boolean {
  const attrs = asking.trigger === 'field' ? { name: value.id } : { id: value.id, label: value.label };
  return editor
    .chain()
    .focus()
    .insertContentAt({ from: asking.from, to: asking.to }, { type: asking.trigger, attrs })
    .run();
}

import type { Editor } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Doc } from '../../../../core/model/doc';
import type { Lang } from '../../../../core/model/records';
import type { CompletionListener } from '../extensions/completion';
import { contentOf } from '../extensions/docOf';
import type { FieldValues } from '../extensions/field';
import type { PictureWords } from '../extensions/picture';
import { editorExtensions } from '../extensions/schema';
import { caretInSight } from './caretInSight';
import classes from './RichText.module.css';

/**
 * The one place where the studio meets tiptap. React draws it once per piece: typing goes through ProseMirror alone,
 * and what the page shows about the text is computed at rest.
 */
export function RichText(props: {
  /** Shown once; later versions are put in through the editor itself. */
  readonly doc: Doc;
  readonly lang: Lang;
  readonly words: { readonly label: string; readonly placeholder: string; readonly picture: PictureWords };
  readonly fields: FieldValues;
  readonly completion: CompletionListener;
  readonly onReady: (editor: Editor) => () => void;
  readonly onChange: () => void;
  readonly onLeave: () => void;
  /** The document does not fit the schema: nothing may be saved over it. */
  readonly onUnreadable: () => void;
  /** Image files from a drop or the clipboard, and where they go. */
  readonly onImages: (files: readonly File[], at: number | null) => void;
  /** Markup or text from elsewhere. `asText`: the person asked for words only. */
  readonly onPaste: (
    clipboard: { readonly html: string; readonly text: string; readonly asText: boolean },
    files: readonly File[],
  ) => void;
}) {
  const [first] = useState(props);
  const latest = useRef(props);
  const unreadable = useRef(false);
  /** The last V came with Shift: words only. */
  const plainKeys = useRef(false);
  useLayoutEffect(() => {
    latest.current = props;
  });

  const editor = useEditor(
    {
      extensions: editorExtensions({
        placeholder: first.words.placeholder,
        picture: first.words.picture,
        fields: first.fields,
        completion: first.completion,
      }),
      content: contentOf(first.doc),
      enableContentCheck: true,
      // What is pasted was read by `core/paste`; words pasted as words stay as they are.
      enablePasteRules: false,
      immediatelyRender: true,
      shouldRerenderOnTransaction: false,
      injectCSS: false,
      onUpdate: ({ transaction }) => {
        if (transaction.docChanged) latest.current.onChange();
      },
      onBlur: () => latest.current.onLeave(),
      onContentError: ({ editor: broken }) => {
        // May come while React draws; the page is told once the editor stands.
        broken.setEditable(false, false);
        unreadable.current = true;
      },
      editorProps: {
        attributes: {
          class: classes.body ?? '',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': first.words.label,
          spellcheck: 'false',
        },
        handleScrollToSelection: caretInSight,
        // Before ProseMirror reads the clipboard: foreign markup goes through the reader of `core/paste`, not through a
        // document. What was copied in this editor keeps its own way; it holds tokens and marks no markup has.
        handleDOMEvents: {
          paste: (view, event) => {
            const data = event.clipboardData;
            if (data === null || !view.editable) return false;
            const html = data.getData('text/html');
            const text = data.getData('text/plain');
            const files = imagesOf(data);
            if (files.length > 0 && html === '') {
              event.preventDefault();
              latest.current.onImages(files, null);
              return true;
            }
            const inCode = view.state.selection.$from.parent.type.spec.code === true;
            const own = isOwn(html);
            const asText = plainKeys.current && text !== '';
            plainKeys.current = false;
            if (inCode || (own && !asText) || (html === '' && text === '')) return false;
            event.preventDefault();
            latest.current.onPaste({ html, text, asText }, files);
            return true;
          },
          keydown: (view, event) => {
            if (/^v$/i.test(event.key)) plainKeys.current = event.shiftKey && (event.ctrlKey || event.metaKey);
            // A letter in the text is no business of the page around it: React would walk all of it for each one.
            if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) stay(view, event);
            // ProseMirror would take it for select all; it is the studio's key for the review.
            return /^a$/i.test(event.key) && event.shiftKey && (event.ctrlKey || event.metaKey);
          },
          keypress: stay,
          beforeinput: stay,
          input: stay,
        },
        handleDrop: (view, event, _slice, moved) => {
          const files = moved ? [] : imagesOf(event.dataTransfer);
          if (files.length === 0) return false;
          event.preventDefault();
          latest.current.onImages(files, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? null);
          return true;
        },
      },
    },
    [],
  );

  useEffect(() => {
    if (unreadable.current) latest.current.onUnreadable();
    return latest.current.onReady(editor);
  }, [editor]);
  const { lang } = props;
  useEffect(() => {
    editor.view.dom.setAttribute('lang', lang === 'zh' ? 'zh-CN' : 'en');
  }, [editor, lang]);

  return <EditorContent editor={editor} className={classes.editor} />;
}

/**
 * Whether markup was copied in this editor: other editors are built on ProseMirror too (WeChat's is), but only ours names
 * blocks and their marks.
 */
const isOwn = (html: string): boolean => {
  const head = html.slice(0, 8_000);
  return /\sdata-pm-slice=/.test(head) && /\sdata-block=|&quot;optional&quot;:/.test(head);
};

/** What looks like a picture, a film or a sound, by type or name: documents begin an import instead. */
const imagesOf = (data: DataTransfer | null): readonly File[] =>
  [...(data?.files ?? [])].filter(
    ({ type, name }) => /^(image|video|audio)\//.test(type) || /\.(hei[cf]|avif|jxl|psd|tiff?)$/i.test(name),
  );

/** What only concerns the text ends at the text; a field inside a picture or table is not the text. */
function stay(view: { readonly dom: HTMLElement }, event: Event): boolean {
  if (event.target === view.dom) event.stopPropagation();
  return false;
}

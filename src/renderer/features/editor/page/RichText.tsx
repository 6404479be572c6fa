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
}) {
  const [first] = useState(props);
  const latest = useRef(props);
  const unreadable = useRef(false);
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
        handlePaste: (_view, event) => {
          const files = imagesOf(event.clipboardData);
          if (files.length === 0 || event.clipboardData?.types.includes('text/html')) return false;
          latest.current.onImages(files, null);
          return true;
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

const imagesOf = (data: DataTransfer | null): readonly File[] =>
  [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'));

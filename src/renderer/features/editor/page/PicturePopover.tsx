import { Button, Textarea, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { useState } from 'react';
import { editorWords } from '../../../../core/words/editor';
import { useWords } from '../../../state/StudioProvider';
import { Floating } from './Floating';
import classes from './Page.module.css';

/** Position of the selected picture; null when something else is selected. */
export function selectedPicture(editor: Editor): number | null {
  const { selection } = editor.state;
  return selection instanceof NodeSelection && selection.node.type.name === 'image' ? selection.from : null;
}

/** Alt text and caption of one picture; kept while typing, like everything else. */
export function PicturePopover({
  editor,
  at,
  onClose,
}: {
  readonly editor: Editor;
  readonly at: number;
  readonly onClose: () => void;
}) {
  const t = useWords(editorWords);
  const node = editor.state.doc.nodeAt(at);
  const [alt, setAlt] = useState(String(node?.attrs.alt ?? ''));
  const [title, setTitle] = useState(String(node?.attrs.title ?? ''));
  const write = (name: 'alt' | 'title', value: string): void => {
    if (editor.state.doc.nodeAt(at)?.type.name !== 'image') return;
    editor.view.dispatch(editor.state.tr.setNodeAttribute(at, name, value === '' ? null : value));
  };
  return (
    <Floating editor={editor} at={at} label={t('image.edit')} onClose={onClose} wide>
      <div className={classes.form}>
        <Textarea
          size="sm"
          label={t('image.alt')}
          placeholder={t('image.alt_hint')}
          autosize
          minRows={2}
          maxRows={5}
          maxLength={2000}
          data-autofocus
          value={alt}
          onChange={(event) => {
            setAlt(event.currentTarget.value);
            write('alt', event.currentTarget.value);
          }}
        />
        <TextInput
          size="sm"
          label={t('image.caption')}
          placeholder={t('image.caption_hint')}
          maxLength={2000}
          value={title}
          onChange={(event) => {
            setTitle(event.currentTarget.value);
            write('title', event.currentTarget.value);
          }}
        />
        <div className={classes.formEnd}>
          <Button
            onClick={() => {
              editor.chain().setNodeSelection(at).deleteSelection().run();
              onClose();
              editor.view.focus();
            }}
          >
            {t('image.remove')}
          </Button>
        </div>
      </div>
    </Floating>
  );
}

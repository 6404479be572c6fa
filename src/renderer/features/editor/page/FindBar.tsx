import { Button, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconLetterCase, IconX } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { writingWords } from '../../../../core/words/writing';
import { useWords } from '../../../state/StudioProvider';
import { IconButton } from '../../../ui/IconButton';
import { hitsOf, seek, step } from '../extensions/find';
import classes from './Page.module.css';
import { useAfterEdit } from './useAfterEdit';

/** Find and replace above the text. Enter goes on, Shift+Enter back, Escape returns to the text. */
export function FindBar({
  editor,
  replacing,
  readOnly,
  onClose,
}: {
  readonly editor: Editor;
  readonly replacing: boolean;
  readonly readOnly: boolean;
  readonly onClose: () => void;
}) {
  const t = useWords(writingWords);
  const [text, setText] = useState(() => selectedText(editor));
  const [replace, setReplace] = useState('');
  const [exact, setExact] = useState(false);
  const [composing, setComposing] = useState(false);
  const said = useAfterEdit(editor, (now) => JSON.stringify(hitsOf(now)), Object.is, '{"count":0,"at":0}');
  const { count, at } = JSON.parse(said) as ReturnType<typeof hitsOf>;

  useEffect(() => {
    if (!composing) seek(editor, { text, replace, exact });
  }, [editor, text, replace, exact, composing]);
  useEffect(
    () => () => {
      if (!editor.isDestroyed) seek(editor, { text: '', replace: '', exact: false });
    },
    [editor],
  );

  const close = (): void => {
    onClose();
    editor.commands.focus();
  };
  const keys = (event: KeyboardEvent, enter: () => void): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      enter();
    }
  };
  const composition = {
    onCompositionStart: () => setComposing(true),
    onCompositionEnd: () => setComposing(false),
  };
  return (
    <search className={classes.find} aria-label={t('find.label')}>
      <TextInput
        size="xs"
        className={classes.findField}
        aria-label={t('find.text')}
        placeholder={t('find.text')}
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => keys(event, () => step(editor, event.shiftKey ? 'previous' : 'next'))}
        {...composition}
      />
      <span className={classes.findCount} role="status">
        {text === '' ? '' : t('find.count', { at, count })}
      </span>
      <IconButton
        label={t('find.previous')}
        keys="shift+enter"
        disabled={count === 0}
        onClick={() => step(editor, 'previous')}
      >
        <IconChevronUp size={16} stroke={1.6} />
      </IconButton>
      <IconButton label={t('find.next')} keys="enter" disabled={count === 0} onClick={() => step(editor, 'next')}>
        <IconChevronDown size={16} stroke={1.6} />
      </IconButton>
      <IconButton label={t('find.exact')} pressed={exact} onClick={() => setExact(!exact)}>
        <IconLetterCase size={16} stroke={1.6} />
      </IconButton>
      {replacing && !readOnly && (
        <>
          <TextInput
            size="xs"
            className={classes.findField}
            aria-label={t('find.replace_with')}
            placeholder={t('find.replace_with')}
            value={replace}
            onChange={(event) => setReplace(event.currentTarget.value)}
            onKeyDown={(event) => keys(event, () => step(editor, 'replace'))}
            {...composition}
          />
          <Button size="compact-sm" disabled={count === 0} onClick={() => step(editor, 'replace')}>
            {t('find.replace')}
          </Button>
          <Button size="compact-sm" disabled={count === 0} onClick={() => step(editor, 'replace_all')}>
            {t('find.replace_all')}
          </Button>
        </>
      )}
      <IconButton label={t('find.close')} keys="escape" onClick={close}>
        <IconX size={16} stroke={1.6} />
      </IconButton>
    </search>
  );
}

/** What is selected is what one wants to find, as long as it is one line. */
function selectedText(editor: Editor): string {
  const { from, to } = editor.state.selection;
  const text = editor.state.doc.textBetween(from, to, '\n');
  return text.includes('\n') || text.length > 100 ? '' : text;
}

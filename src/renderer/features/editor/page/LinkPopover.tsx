import { Button, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { editorWords } from '../../../../core/words/editor';
import { useStudio, useWords } from '../../../state/StudioProvider';
import { isSafeLink } from '../extensions/schema';
import { Floating } from './Floating';
import classes from './Page.module.css';

/** The address of the selected words. A bare domain gets https; anything but http, https and mailto is refused here. */
export function LinkPopover({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }) {
  const t = useWords(editorWords);
  const act = useStudio((state) => state.act);
  const before = String(editor.getAttributes('link').href ?? '');
  const [address, setAddress] = useState(before);
  const [bad, setBad] = useState(false);

  const apply = (): void => {
    const href = complete(address.trim());
    if (!isSafeLink(href)) {
      setBad(true);
      return;
    }
    const chain = editor.chain().extendMarkRange('link');
    if (editor.state.selection.empty && before === '')
      chain.insertContent({ type: 'text', text: address.trim(), marks: [{ type: 'link', attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    leave();
  };
  const remove = (): void => {
    editor.chain().extendMarkRange('link').unsetLink().run();
    leave();
  };
  const leave = (): void => {
    onClose();
    editor.view.focus();
  };
  return (
    <Floating editor={editor} at={editor.state.selection.from} label={t('tool.link')} onClose={onClose}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <TextInput
          size="sm"
          aria-label={t('link.address')}
          placeholder="https://"
          value={address}
          error={bad ? t('link.bad') : null}
          data-autofocus
          onChange={(event) => {
            setAddress(event.currentTarget.value);
            setBad(false);
          }}
        />
        <div className={classes.formEnd}>
          {before !== '' && (
            <>
              <Button onClick={() => void act('studio.browse', { url: before })}>{t('link.open')}</Button>
              <Button onClick={remove}>{t('link.remove')}</Button>
            </>
          )}
          <Button type="submit" variant="filled">
            {t('link.apply')}
          </Button>
        </div>
      </form>
    </Floating>
  );
}

const complete = (address: string): string => (/^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`);

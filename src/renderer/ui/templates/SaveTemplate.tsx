import { Button, Modal } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { templateWords } from '../../../core/words/templates';
import { useStudio, useWords } from '../../state/StudioProvider';
import { useFocusBack } from '../useLostFocus';
import classes from './Shelf.module.css';

/** Keeps a piece as a template of one's own: a new one, or over an older one. One step of undo. */
export function SaveTemplate({
  pieceId,
  name: first,
  onClose,
}: {
  readonly pieceId: string;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const t = useWords(templateWords);
  const own = useStudio((state) => state.outline?.template ?? none);
  const act = useStudio((state) => state.act);
  const notify = useStudio((state) => state.notify);
  const [name, setName] = useState(first);
  const [over, setOver] = useState('');
  useFocusBack();
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '') return;
    const done = await act('template.save', { pieceId, name: name.trim(), over: over === '' ? null : over });
    if (done === null) return;
    notify({ message: t('save.done', { name: name.trim() }), undo: true });
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('save.title')}
      size={440}
      closeButtonProps={{ 'aria-label': t('close') }}
      overlayProps={{ backgroundOpacity: 1, color: 'var(--jz-scrim)' }}
    >
      <form className={classes.form} onSubmit={(event) => void save(event)}>
        <p className={classes.lead}>{t('save.text')}</p>
        <label>
          {t('own.name')}
          <input data-autofocus value={name} maxLength={200} onChange={(event) => setName(event.currentTarget.value)} />
        </label>
        {own.length > 0 && (
          <label>
            {t('save.where')}
            <select
              value={over}
              onChange={(event) => {
                const id = event.currentTarget.value;
                setOver(id);
                const known = own.find((template) => template.id === id);
                if (known !== undefined) setName(known.name);
              }}
            >
              <option value="">{t('save.new')}</option>
              {own.map((template) => (
                <option key={template.id} value={template.id}>
                  {t('save.over', { name: template.name })}
                </option>
              ))}
            </select>
          </label>
        )}
        <div className={classes.acts}>
          <Button type="submit" variant="filled" disabled={name.trim() === ''} data-testid="save-template">
            {t('save.do')}
          </Button>
          <Button onClick={onClose}>{t('save.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}

const none: readonly never[] = [];

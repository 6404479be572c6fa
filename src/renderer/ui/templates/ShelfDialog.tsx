import { Modal } from '@mantine/core';
import { templateWords } from '../../../core/words/templates';
import { useStudio, useWords } from '../../state/StudioProvider';
import { Shelf } from './Shelf';
import classes from './Shelf.module.css';

/** The shelf over any screen, for a new piece. */
export function ShelfDialog() {
  const t = useWords(templateWords);
  const close = useStudio((state) => state.setShelfOpen);
  return (
    <Modal
      opened
      onClose={() => close(false)}
      title={t('title')}
      size={960}
      closeButtonProps={{ 'aria-label': t('close') }}
      overlayProps={{ backgroundOpacity: 1, color: 'var(--jz-scrim)' }}
    >
      <p className={classes.lead}>{t('lead', { fields: '{{…}}' })}</p>
      <Shelf />
    </Modal>
  );
}

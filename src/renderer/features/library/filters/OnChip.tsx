import { IconX } from '@tabler/icons-react';
import { libraryWords } from '../../../../core/words/library';
import { useWords } from '../../../state/StudioProvider';
import classes from './Filters.module.css';

/** A condition without choices that narrows now; one press takes it away. */
export function OnChip({ name, onOff }: { readonly name: string; readonly onOff: () => void }) {
  const t = useWords(libraryWords);
  return (
    <span className={classes.chip} data-on>
      <button type="button" className={classes.open} aria-label={t('filter.off', { name })} onClick={onOff}>
        <b>{name}</b>
        <IconX size={12} stroke={2} aria-hidden="true" />
      </button>
    </span>
  );
}

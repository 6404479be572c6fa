import { IconArrowBackUp, IconPencil } from '@tabler/icons-react';
import type { Count, OverrideField } from '../../../../core/adapt/types';
import { versionWords } from '../../../../core/words/versions';
import { useWords } from '../../../state/StudioProvider';
import { CountLine } from '../../../ui/adapted/CountLine';
import { IconButton } from '../../../ui/IconButton';
import classes from './Variants.module.css';

/** One field of a version: its measure, and what a person may do to it. Copying is below the preview. */
export function FieldRow({
  field,
  counts,
  edited,
  onEdit,
  onBack,
}: {
  readonly field: OverrideField;
  readonly counts: readonly Count[];
  readonly edited: boolean;
  readonly onEdit: () => void;
  readonly onBack: () => void;
}) {
  const t = useWords(versionWords);
  const named = { field: t(`field.${field}`) };
  return (
    <li className={classes.field}>
      <span className={classes.fieldName}>{named.field}</span>
      {edited && <span className={classes.byHand}>{t('field.overridden')}</span>}
      <CountLine counts={counts} />
      {edited && (
        <IconButton label={t('field.back', named)} onClick={onBack}>
          <IconArrowBackUp size={15} stroke={1.6} />
        </IconButton>
      )}
      <IconButton label={t('field.edit', named)} onClick={onEdit}>
        <IconPencil size={15} stroke={1.6} />
      </IconButton>
    </li>
  );
}

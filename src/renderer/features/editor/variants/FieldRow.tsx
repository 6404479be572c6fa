import { IconArrowBackUp, IconCheck, IconCopy, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { Count, OverrideField } from '../../../../core/adapt/types';
import { versionWords } from '../../../../core/words/versions';
import { useStudio, useStudioHandle, useWords } from '../../../state/StudioProvider';
import { IconButton } from '../../../ui/IconButton';
import { CountLine } from './CountLine';
import classes from './Variants.module.css';

/** One field of a version: its measure, and three acts. Copied as the platform takes it: rich where it understands it. */
export function FieldRow({
  field,
  text,
  html,
  counts,
  edited,
  onEdit,
  onBack,
}: {
  readonly field: OverrideField;
  readonly text: string;
  readonly html: string | undefined;
  readonly counts: readonly Count[];
  readonly edited: boolean;
  readonly onEdit: () => void;
  readonly onBack: () => void;
}) {
  const t = useWords(versionWords);
  const { api } = useStudioHandle();
  const [copied, setCopied] = useState(false);
  const announce = useStudio((state) => state.announce);
  const named = { field: t(`field.${field}`) };
  const copy = async (): Promise<void> => {
    const answer = await api.call('studio.copy', html === undefined ? { text } : { text, html });
    if (answer.ok) announce(t('field.copied', named));
    setCopied(answer.ok);
  };
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
      <IconButton label={t(copied ? 'field.copied' : 'field.copy', named)} onClick={() => void copy()}>
        {copied ? <IconCheck size={15} stroke={1.8} /> : <IconCopy size={15} stroke={1.6} />}
      </IconButton>
    </li>
  );
}

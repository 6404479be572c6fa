import { Chip } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AssetFilter } from '../../../contract';
import { mediaWords } from '../../../core/words/media';
import { useWords } from '../../state/StudioProvider';
import { Segments } from '../../ui/Segments';
import classes from './Media.module.css';

/** What the grid shows: kind, use, what is missing, the deleted ones. */
export function MediaFilters({
  filter,
  onChange,
  children,
}: {
  readonly filter: AssetFilter;
  readonly onChange: (part: Partial<AssetFilter>) => void;
  readonly children: ReactNode;
}) {
  const t = useWords(mediaWords);
  const toggle = (missing: 'alt' | 'licence') => (
    <Chip
      classNames={{ label: classes.chip, iconWrapper: classes.chipIcon }}
      checked={filter.missing === missing}
      onChange={(on) => onChange({ missing: on ? missing : 'none' })}
    >
      {t(`missing.${missing}`)}
    </Chip>
  );
  return (
    <section className={classes.filters} aria-label={t('kind.label')}>
      <Segments
        label={t('kind.label')}
        value={filter.kind}
        options={(['all', 'picture', 'video', 'audio'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(kind) => onChange({ kind })}
      />
      <Segments
        label={t('use.label')}
        value={filter.use}
        options={(['all', 'used', 'unused'] as const).map((value) => ({ value, label: t(`use.${value}`) }))}
        onChange={(use) => onChange({ use })}
      />
      {toggle('alt')}
      {toggle('licence')}
      <Chip
        classNames={{ label: classes.chip, iconWrapper: classes.chipIcon }}
        checked={filter.trashed}
        onChange={(trashed) => onChange({ trashed })}
      >
        {t('trash')}
      </Chip>
      {children}
    </section>
  );
}

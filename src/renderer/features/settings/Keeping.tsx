import { Button } from '@mantine/core';
import { KEEP_ALL, KEEP_DAILY, KEEP_MOST, LOG_KEPT, UNDO_KEPT } from '../../../core/history/points';
import { BACKUP_AFTER, BEFORE_SOMETHING, DAYS, NEWEST } from '../../../core/plan/backupRotation';
import { TRASH_DAYS } from '../../../core/plan/trash';
import { keepingWords } from '../../../core/words/keeping';
import { freshLibrary, noFilter } from '../../state/library';
import { useStudio, useWords } from '../../state/StudioProvider';
import { Row } from './Row';
import classes from './Settings.module.css';

const DAY = 86_400_000;

/** How long what is kept, from the figures the store itself uses. */
export function Keeping() {
  const t = useWords(keepingWords);
  const go = useStudio((state) => state.go);
  const layout = useStudio((state) => state.library.layout);
  const setLibrary = useStudio((state) => state.setLibrary);
  return (
    <>
      <p className={classes.note}>{t('lead')}</p>
      <Row label={t('trash')} note={t('trash.note')}>
        <span className={classes.path}>
          {t('trash.kept', { days: TRASH_DAYS })}
          <Button
            onClick={() => {
              setLibrary({ ...freshLibrary, layout, filter: { ...noFilter, trashed: true } });
              go({ screen: 'library' });
            }}
          >
            {t('trash.open')}
          </Button>
        </span>
      </Row>
      <Row said label={t('versions')} note={t('versions.note', { most: KEEP_MOST })}>
        {t('versions.kept', { all: KEEP_ALL / DAY, daily: KEEP_DAILY / DAY })}
      </Row>
      <Row said label={t('undo')} note={t('undo.note')}>
        {t('undo.kept', { days: UNDO_KEPT / DAY })}
      </Row>
      <Row said label={t('log')}>
        {t('log.kept', { years: Math.floor(LOG_KEPT / DAY / 365) })}
      </Row>
      <Row
        said
        label={t('backups')}
        note={t('backups.note', { minutes: BACKUP_AFTER / 60_000, before: BEFORE_SOMETHING })}
      >
        {t('backups.kept', { newest: NEWEST, days: DAYS })}
      </Row>
      <Row said label={t('files')} note={t('files.note')}>
        {t('files.kept', { days: TRASH_DAYS })}
      </Row>
    </>
  );
}

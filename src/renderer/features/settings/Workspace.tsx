import { Button } from '@mantine/core';
import { useState } from 'react';
import { pieceKinds } from '../../../core/model/records';
import { kindWords } from '../../../core/words/kinds';
import { settingsWords } from '../../../core/words/settings';
import { useStudio, useWords } from '../../state/StudioProvider';
import { ChoiceRow, NumberRow, Row, TextRow } from './Row';
import classes from './Settings.module.css';
import { useRecordEdit } from './useRecordEdit';

/** Name, zone, week and targets of the open workspace, and where its files are. */
export function Workspace() {
  const t = useWords(settingsWords);
  const k = useWords(kindWords);
  const workspace = useStudio((state) => state.outline?.workspace[0] ?? null);
  const folder = useStudio((state) => state.boot?.dataFolder ?? '');
  const act = useStudio((state) => state.act);
  const edit = useRecordEdit('workspace', workspace?.id ?? '', 'workspace_edit', workspace?.name ?? '');
  const [badZone, setBadZone] = useState<string | null>(null);
  if (workspace === null) return null;
  const total = pieceKinds.reduce((sum, kind) => sum + (workspace.kindTargets[kind] ?? 0), 0);
  return (
    <>
      <TextRow label={t('workspace.name')} value={workspace.name} max={200} onSave={(name) => edit.set('name', name)} />
      <TextRow
        label={t('workspace.product')}
        value={workspace.product}
        max={200}
        onSave={(product) => edit.set('product', product)}
      />
      <TextRow
        label={t('workspace.zone')}
        value={workspace.zone}
        max={64}
        note={badZone === null ? t('workspace.zone_note') : t('workspace.zone_bad', { zone: badZone })}
        onSave={(zone) => {
          const known = isZone(zone.trim());
          setBadZone(known ? null : zone);
          if (known) edit.set('zone', zone.trim());
        }}
      />
      <ChoiceRow
        label={t('workspace.week')}
        value={String(workspace.weekStart)}
        options={(['1', '6', '7'] as const).map((day) => ({ value: day, label: t(`workspace.week_${day}`) }))}
        onSave={(day) => edit.set('weekStart', Number(day))}
      />
      <h2>{t('workspace.targets')}</h2>
      {pieceKinds.map((kind) => (
        <NumberRow
          key={kind}
          label={k(`kind.${kind}`)}
          value={workspace.kindTargets[kind] ?? 0}
          unit="%"
          max={100}
          onSave={(share) => edit.set(`kindTargets.${kind}`, share ?? 0)}
        />
      ))}
      <p className={classes.note}>
        {t('workspace.targets_note', {
          total,
          state: total === 100 ? 'even' : total < 100 ? 'under' : 'over',
          rest: Math.abs(100 - total),
        })}
      </p>
      <h2>{t('workspace.folder')}</h2>
      <Row label={t('workspace.folder')} note={t('workspace.folder_note')}>
        <span className={classes.path}>
          <code data-selectable>{folder}</code>
          <Button onClick={() => void act('studio.reveal', { what: 'data' })}>{t('workspace.folder_open')}</Button>
        </span>
      </Row>
    </>
  );
}

/** Whether this machine knows the zone: its own list decides, and it is the one that computes with it. */
function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return /^[A-Za-z_]+(\/[A-Za-z0-9_+-]+){0,2}$/.test(zone);
  } catch {
    // The constructor refuses what it does not know.
    return false;
  }
}

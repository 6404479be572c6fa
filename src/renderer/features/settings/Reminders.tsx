import { Button } from '@mantine/core';
import { useState } from 'react';
import { wallAt } from '../../../core/desk/clock';
import { readClock } from '../../../core/desk/readClock';
import { HOUR } from '../../../core/time/instant';
import type { WallTime } from '../../../core/time/wallDate';
import { deskWords } from '../../../core/words/desk';
import { reminderWords } from '../../../core/words/reminder';
import { deskZone, studioNow } from '../../state/desk';
import { useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { Segments } from '../../ui/Segments';
import { ChoiceRow, Row, TextRow } from './Row';
import classes from './Settings.module.css';
import { useRecordEdit } from './useRecordEdit';

/** Minutes before a post is due. */
const leads = [0, 5, 10, 15, 30, 60, 120] as const;

/** Reminders on this desktop, the team's quiet hours, and whether closing the window leaves the studio in the tray. */
export function Reminders() {
  const t = useWords(reminderWords);
  const settings = useStudio((state) => state.settings);
  const configure = useStudio((state) => state.configure);
  const reminders = useStudio((state) => state.reminders);
  const onOff = [
    { value: 'on', label: t('setting.on') },
    { value: 'off', label: t('setting.off') },
  ] as const;
  const isShown = reminders?.shown ?? true;
  const hasTray = reminders?.tray ?? false;
  return (
    <>
      <Row label={t('setting.remind')} note={t(isShown ? 'setting.remind_note' : 'setting.remind_no')}>
        <Segments
          label={t('setting.remind')}
          value={settings.remind ? 'on' : 'off'}
          options={onOff}
          onChange={(choice) => void configure({ remind: choice === 'on' })}
        />
      </Row>
      <ChoiceRow
        label={t('setting.lead')}
        value={`${settings.remindLead}`}
        options={[...new Set([...leads, settings.remindLead])]
          .toSorted((a, b) => a - b)
          .map((minutes) => ({ value: `${minutes}`, label: t('setting.lead_value', { minutes }) }))}
        onSave={(minutes) => void configure({ remindLead: Number(minutes) })}
      />
      <Pause />
      <Quiet />
      <Row label={t('setting.tray')} note={t(hasTray ? 'setting.tray_note' : 'setting.tray_no')}>
        {hasTray && (
          <Segments
            label={t('setting.tray')}
            value={settings.closeToTray ? 'on' : 'off'}
            options={onOff}
            onChange={(choice) => void configure({ closeToTray: choice === 'on' })}
          />
        )}
      </Row>
      <p className={classes.note}>{t('setting.note')}</p>
    </>
  );
}

function Pause() {
  const t = useWords(reminderWords);
  const studio = useStudioHandle();
  const pausedUntil = useStudio((state) => state.reminders?.pausedUntil ?? null);
  const zone = useStudio(deskZone);
  const pause = useStudio((state) => state.pauseReminders);
  return (
    <Row
      label={t('setting.pause')}
      note={pausedUntil === null ? undefined : t('setting.paused', { when: wallAt(pausedUntil, zone).time })}
    >
      {pausedUntil === null ? (
        <Button onClick={() => void pause(studioNow(studio.getState(), studio.world) + HOUR)}>{t('pause_hour')}</Button>
      ) : (
        <Button onClick={() => void pause(null)}>{t('resume')}</Button>
      )}
    </Row>
  );
}

/** The team's, in its zone: they travel with the plan. */
function Quiet() {
  const t = useWords(reminderWords);
  const d = useWords(deskWords);
  const workspace = useStudio((state) => state.outline?.workspace[0] ?? null);
  const edit = useRecordEdit('workspace', workspace?.id ?? '', 'workspace_edit', workspace?.name ?? '');
  const [bad, setBad] = useState<'quietFrom' | 'quietTo' | null>(null);
  if (workspace === null) return null;
  const line = (register: 'quietFrom' | 'quietTo', label: string, value: WallTime | null, note: string | undefined) => (
    <TextRow
      label={label}
      value={value ?? ''}
      max={5}
      note={bad === register ? d('time_bad') : note}
      onSave={(text) => {
        const read = readClock(text);
        const isEmpty = text.trim() === '';
        setBad(read === null && !isEmpty ? register : null);
        if (read !== null || isEmpty) edit.set(register, read);
      }}
    />
  );
  return (
    <>
      <h2>{t('setting.quiet')}</h2>
      {line('quietFrom', t('setting.quiet_from'), workspace.quietFrom, undefined)}
      {line('quietTo', t('setting.quiet_to'), workspace.quietTo, t('setting.quiet_note', { zone: workspace.zone }))}
    </>
  );
}

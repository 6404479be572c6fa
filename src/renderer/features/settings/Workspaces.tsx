import { Button } from '@mantine/core';
import { useState } from 'react';
import { settingsWords } from '../../../core/words/settings';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { Row } from './Row';
import classes from './Settings.module.css';
import { useMoment } from './sayMoment';

/** Every workspace on this machine: a folder each. Another one's plan never mixes with this one. */
export function Workspaces() {
  const t = useWords(settingsWords);
  const lang = useLang();
  const say = useMoment();
  const boot = useStudio((state) => state.boot);
  const openWorkspace = useStudio((state) => state.openWorkspace);
  const openSample = useStudio((state) => state.openSample);
  const createBlank = useStudio((state) => state.createBlank);
  const importPlan = useStudio((state) => state.importPlan);
  const [name, setName] = useState('');
  if (boot === null) return null;
  return (
    <>
      <ul className={classes.workspaces} aria-label={t('workspaces.list')}>
        {boot.workspaces.map((entry) => {
          const current = entry.key === boot.workspace?.key;
          return (
            <li key={entry.key}>
              <span className={classes.itemWords}>
                <b>{entry.name}</b>
                <span>
                  {[
                    ...(entry.sample ? [t('workspaces.sample')] : []),
                    ...(current
                      ? [t('workspaces.current')]
                      : entry.openedAt > 0
                        ? [t('workspaces.opened', { time: say(entry.openedAt) })]
                        : []),
                  ].join(' · ')}
                </span>
              </span>
              {!current && (
                <Button
                  onClick={() => void openWorkspace(entry.key)}
                  aria-label={`${t('workspaces.open')} ${entry.name}`}
                >
                  {t('workspaces.open')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <Row label={t('workspaces.create')}>
        <form
          className={classes.inline}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') void createBlank(name.trim());
          }}
        >
          <input
            className={classes.input}
            aria-label={t('workspaces.create_name')}
            placeholder={t('workspaces.create_name')}
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" disabled={name.trim() === ''}>
            {t('workspaces.create_do')}
          </Button>
        </form>
      </Row>
      <Row label={t('workspaces.import')} note={t('workspaces.import_note')}>
        <Button onClick={() => void importPlan()}>{t('workspaces.import')}</Button>
      </Row>
      <Row label={t('workspaces.sample')}>
        <Button onClick={() => void openSample(lang)}>{t('workspaces.sample_open')}</Button>
      </Row>
    </>
  );
}

import { type ComponentType, useState } from 'react';
import { settingsWords } from '../../../core/words/settings';
import { useStudio, useWords } from '../../state/StudioProvider';
import { Screen } from '../../ui/Screen';
import { About } from './About';
import { Accounts } from './Accounts';
import { Backups } from './Backups';
import { Cadence } from './Cadence';
import { Keeping } from './Keeping';
import { Look } from './Look';
import { Personas } from './Personas';
import { Reminders } from './Reminders';
import { RulePacks } from './rules/RulePacks';
import classes from './Settings.module.css';
import { Workspace } from './Workspace';
import { Workspaces } from './Workspaces';

const groups = {
  look: Look,
  reminders: Reminders,
  workspace: Workspace,
  accounts: Accounts,
  personas: Personas,
  cadence: Cadence,
  backups: Backups,
  keeping: Keeping,
  workspaces: Workspaces,
  rules: RulePacks,
  about: About,
} as const satisfies Record<string, ComponentType>;
type Group = keyof typeof groups;

/** Settings: a list of groups at the left, one group at the right. Everything is saved as it is changed. */
export function SettingsScreen() {
  const t = useWords(settingsWords);
  const wanted = useStudio((state) => (state.route.screen === 'settings' ? state.route.group : undefined));
  const [group, setGroup] = useState<Group>(wanted ?? 'look');
  const Shown = groups[group];
  return (
    <Screen label={t('title')}>
      <div className={classes.columns}>
        <nav className={classes.nav} aria-label={t('nav')}>
          {(Object.keys(groups) as Group[]).map((name) => (
            <button
              key={name}
              type="button"
              aria-current={name === group ? 'page' : undefined}
              onClick={() => setGroup(name)}
            >
              {t(`group.${name}`)}
            </button>
          ))}
        </nav>
        <section className={classes.group} aria-label={t(`group.${group}`)}>
          <h1>{t(`group.${group}`)}</h1>
          <Shown />
        </section>
      </div>
    </Screen>
  );
}

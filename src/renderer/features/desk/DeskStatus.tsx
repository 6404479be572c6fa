import { IconBell, IconBellOff } from '@tabler/icons-react';
import { wallAt } from '../../../core/desk/clock';
import { deskWords } from '../../../core/words/desk';
import { deskZone } from '../../state/desk';
import { useStudio, useWords } from '../../state/StudioProvider';
import { Keys } from '../../ui/Keys';
import { SlotFill } from '../../ui/Slot';
import classes from './DeskStatus.module.css';

/** The keys of the desk, and whether reminders are on, at the foot of the window. */
export function DeskStatus() {
  const t = useWords(deskWords);
  return (
    <SlotFill name="status">
      <span className={classes.keys}>
        {t('keys.move')} <Keys keys="j" /> <Keys keys="k" />
      </span>
      <span className={classes.keys}>
        {t('keys.copy')} <Keys keys="1" />–<Keys keys="9" />
      </span>
      <span className={classes.keys}>
        {t('keys.handed')} <Keys keys="h" />
      </span>
      <span className={classes.keys}>
        {t('keys.live')} <Keys keys="l" />
      </span>
      <Reminding />
    </SlotFill>
  );
}

function Reminding() {
  const t = useWords(deskWords);
  const on = useStudio((state) => state.settings.remind);
  const isShown = useStudio((state) => state.reminders?.shown ?? true);
  const pausedUntil = useStudio((state) => state.reminders?.pausedUntil ?? null);
  const workspace = useStudio((state) => state.outline?.workspace[0]);
  const zone = useStudio(deskZone);
  const go = useStudio((state) => state.go);
  const from = workspace?.quietFrom ?? null;
  const to = workspace?.quietTo ?? null;
  const Icon = on && isShown && pausedUntil === null ? IconBell : IconBellOff;
  return (
    <button type="button" className={classes.bell} onClick={() => go({ screen: 'settings', group: 'reminders' })}>
      <Icon size={14} stroke={1.6} aria-hidden="true" />
      {!on
        ? t('reminding_off')
        : !isShown
          ? t('reminding_no')
          : pausedUntil !== null
            ? t('reminding_paused', { when: wallAt(pausedUntil, zone).time })
            : from === null || to === null || from === to
              ? t('reminding')
              : t('reminding_quiet', { from, to })}
    </button>
  );
}

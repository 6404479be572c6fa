import { Modal } from '@mantine/core';
import { commandWords } from '../../../core/words/commands';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { Keys } from '../../ui/Keys';
import classes from './ShortcutSheet.module.css';
import { sheetRows } from './sheetRows';

/** Every shortcut there is right now, read from the commands themselves; and the keys of the grid. */
export function ShortcutSheet() {
  const t = useWords(commandWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const close = useStudio((state) => state.setSheetOpen);
  const sets = useStudio((state) => state.commandSets);
  const inCalendar = useStudio((now) => now.route.screen === 'calendar');
  const state = studio.getState();
  return (
    <Modal
      opened
      onClose={() => close(false)}
      title={t('sheet.title')}
      size={760}
      closeButtonProps={{ 'aria-label': t('sheet.close') }}
      overlayProps={{ backgroundOpacity: 1, color: 'var(--jz-scrim)' }}
    >
      <div className={classes.sheet}>
        {sheetRows(sets).map(({ group, rows }) => (
          <section key={group}>
            <h3>{t(`group.${group}`)}</h3>
            <dl>
              {rows.map(({ command, keys }) => (
                <div key={command.id}>
                  <dt>{command.label(lang, state)}</dt>
                  <dd>
                    {keys.map((one) => (
                      <Keys key={one} keys={one} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section>
          <h3>{t(inCalendar ? 'sheet.calendar' : 'sheet.grid')}</h3>
          <dl>
            {(inCalendar ? calendarKeys : gridKeys).map(({ word, keys }) => (
              <div key={word}>
                <dt>{t(word)}</dt>
                <dd>
                  {keys.map((one) => (
                    <Keys key={one} keys={one} />
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Modal>
  );
}

/** Carrying, by the same keys everywhere; and what a drag hears. */
const carryKeys = [
  { word: 'sheet.carry_week', keys: ['pageup', 'pagedown'] },
  { word: 'sheet.carry_drop', keys: ['enter'] },
  { word: 'sheet.carry_copy', keys: ['alt+enter'] },
  { word: 'placement.unplan', keys: ['delete'] },
  { word: 'sheet.menu', keys: ['shift+f10'] },
  { word: 'sheet.reach', keys: ['shift'] },
  { word: 'sheet.multi', keys: ['mod'] },
  { word: 'sheet.drag_alt', keys: ['alt'] },
  { word: 'sheet.drag_escape', keys: ['escape'] },
] as const;

const gridKeys = [
  { word: 'sheet.grid_arrows', keys: ['arrowleft', 'arrowup', 'arrowdown', 'arrowright'] },
  { word: 'placement.open', keys: ['enter'] },
  { word: 'placement.move_mode', keys: ['m'] },
  { word: 'sheet.tray', keys: ['p'] },
  { word: 'sheet.unfold', keys: ['e'] },
  { word: 'sheet.slot', keys: ['s'] },
  ...carryKeys,
] as const;

const calendarKeys = [
  { word: 'sheet.agenda', keys: ['arrowleft', 'arrowup', 'arrowdown', 'arrowright'] },
  { word: 'placement.open', keys: ['enter'] },
  { word: 'placement.move_mode', keys: ['m'] },
  { word: 'sheet.slot', keys: ['s'] },
  ...carryKeys,
] as const;

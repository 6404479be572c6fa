import { Menu, type MenuItemConstructorOptions, Tray } from 'electron';
import type { Lang } from '../../core/model/records';
import { HOUR } from '../../core/time/instant';
import { reminderWords } from '../../core/words/reminder';
import { speaker } from '../../core/words/say';

export type TrayActs = {
  readonly open: () => void;
  readonly desk: () => void;
  readonly pause: (millis: number) => void;
  readonly pauseToday: () => void;
  readonly resume: () => void;
  readonly quit: () => void;
};

/** The tray's menu as data. */
export function trayTemplate(lang: Lang, paused: boolean, acts: TrayActs): MenuItemConstructorOptions[] {
  const t = speaker(reminderWords, lang);
  return [
    { id: 'open', label: t('open'), click: acts.open },
    { id: 'desk', label: t('desk'), click: acts.desk },
    { type: 'separator' },
    ...(paused
      ? [{ id: 'resume', label: t('resume'), click: acts.resume }]
      : [
          { id: 'pause_hour', label: t('pause_hour'), click: () => acts.pause(HOUR) },
          { id: 'pause_today', label: t('pause_today'), click: acts.pauseToday },
        ]),
    { type: 'separator' },
    { id: 'quit', label: t('quit'), click: acts.quit },
  ];
}

export type TrayIcon = {
  /** Shows or takes away the icon, with the menu as it is now. */
  readonly show: (wanted: boolean, lang: Lang, paused: boolean) => void;
};

/** The icon in the system tray; `icon` is a PNG with a `@2x` beside it. */
export function createTray(icon: string, acts: TrayActs): TrayIcon {
  let tray: Tray | null = null;
  return {
    show: (wanted, lang, paused) => {
      if (!wanted) {
        tray?.destroy();
        tray = null;
        return;
      }
      if (tray === null) {
        tray = new Tray(icon);
        tray.on('click', acts.open);
      }
      tray.setToolTip(speaker(reminderWords, lang)(paused ? 'tooltip_paused' : 'tooltip'));
      tray.setContextMenu(Menu.buildFromTemplate(trayTemplate(lang, paused, acts)));
    },
  };
}

import { Notification } from 'electron';
import type { Alarm, Ring } from '../../core/desk/alarms';
import { wallAt } from '../../core/desk/clock';
import type { Lang } from '../../core/model/records';
import { MINUTE } from '../../core/time/instant';
import { reminderWords } from '../../core/words/reminder';
import { speaker } from '../../core/words/say';

/** What a notification says: one post by its title, several of one minute as a list. Times are the workspace's. */
export function noticeOf(
  ring: Ring,
  now: number,
  zone: string,
  lang: Lang,
): { readonly title: string; readonly body: string } {
  const t = speaker(reminderWords, lang);
  const named = ({ due, account, title }: Alarm) => ({
    time: wallAt(due, zone).time,
    account,
    title: title === '' ? t('untitled') : title,
  });
  const [only, ...others] = ring.alarms;
  if (only !== undefined && others.length === 0)
    return { title: t('title', named(only)), body: t(only.due < now - MINUTE ? 'body_late' : 'body', named(only)) };
  const lines = ring.alarms.slice(0, LINES).map((alarm) => t('line', named(alarm)));
  const rest = ring.alarms.length - lines.length;
  return {
    title: t('several', { count: ring.alarms.length }),
    body: [...lines, ...(rest > 0 ? [t('more', { count: rest })] : [])].join('\n'),
  };
}
/** Desktops cut longer bodies. */
const LINES = 4;

export type Notices = {
  readonly shown: () => boolean;
  readonly show: (text: { readonly title: string; readonly body: string }, clicked: () => void) => void;
};

/** The desktop's notifications. One that was not closed is held, or its click would be lost with it. */
export function createNotices(happened: (what: 'shown' | 'failed') => void): Notices {
  const standing = new Set<Notification>();
  return {
    shown: () => Notification.isSupported(),
    show: (text, clicked) => {
      const notice = new Notification({ ...text, urgency: 'normal', timeoutType: 'default' });
      const gone = (): void => void standing.delete(notice);
      notice.on('show', () => happened('shown'));
      notice.on('failed', () => {
        happened('failed');
        gone();
      });
      notice.on('click', () => {
        gone();
        clicked();
      });
      notice.on('close', gone);
      standing.add(notice);
      notice.show();
    },
  };
}

import type { Json } from '../model/json';
import type { ChangeLabel } from '../plan/labels';
import type { Op } from '../plan/ops';
import { err, ok, type Result } from '../result';
import type { WallDate, WallTime } from '../time/wallDate';
import type { DeskCard } from './card';

/**
 * What can be done at the desk, each as one named step of undo. They set facts of the placement: neither the day it is
 * planned for nor the state of its piece is touched.
 */
export type DeskAct =
  | { readonly kind: 'handed'; readonly day: WallDate; readonly time: WallTime }
  | { readonly kind: 'live'; readonly day: WallDate; readonly time: WallTime; readonly link: string | null }
  | { readonly kind: 'link'; readonly link: string }
  | { readonly kind: 'skip'; readonly reason: string }
  /** Back by one: live to handed over where it was, else to planned. */
  | { readonly kind: 'reopen' }
  | { readonly kind: 'snooze'; readonly day: WallDate; readonly time: WallTime }
  | { readonly kind: 'wake' }
  | { readonly kind: 'tick'; readonly point: string; readonly on: boolean }
  | { readonly kind: 'note'; readonly note: string }
  | { readonly kind: 'to'; readonly memberId: string | null };

type Values = Readonly<Record<string, Json>>;
const noSnooze: Values = { snoozeDay: null, snoozeTime: null };

const codes = {
  handed: 'placement_handed',
  live: 'placement_live',
  link: 'placement_link',
  skip: 'placement_skip',
  reopen: 'placement_reopen',
  snooze: 'placement_snooze',
  wake: 'placement_snooze',
  tick: 'placement_tick',
  note: 'placement_note',
  to: 'placement_note',
} as const satisfies Record<DeskAct['kind'], ChangeLabel['code']>;

/** The change an act makes; null when it changes nothing. */
export function deskChange(
  card: DeskCard,
  act: DeskAct,
): { readonly label: ChangeLabel; readonly ops: readonly Op[] } | null {
  const values = valuesOf(card, act);
  const ops = Object.entries(values).flatMap(([register, value]): readonly Op[] =>
    current(card, register) === value ? [] : [{ kind: 'set', type: 'placement', id: card.id, register, value }],
  );
  if (ops.length === 0) return null;
  return { label: { code: codes[act.kind], params: { title: card.title, count: 1 } }, ops };
}

function valuesOf(card: DeskCard, act: DeskAct): Values {
  switch (act.kind) {
    case 'handed':
      return { outcome: 'handed_over', handedDay: act.day, handedTime: act.time, ...noSnooze };
    case 'live':
      return {
        outcome: 'live',
        liveDay: act.day,
        liveTime: act.time,
        ...(act.link === null ? {} : { liveLink: act.link }),
        ...noSnooze,
      };
    case 'link':
      return { liveLink: act.link };
    case 'skip':
      return { outcome: 'skipped', skipReason: act.reason, ...noSnooze };
    case 'reopen':
      return card.outcome === 'live' && card.handedDay !== null
        ? { outcome: 'handed_over', liveDay: null, liveTime: null }
        : { outcome: 'planned', liveDay: null, liveTime: null, handedDay: null, handedTime: null, skipReason: '' };
    case 'snooze':
      return { snoozeDay: act.day, snoozeTime: act.time };
    case 'wake':
      return noSnooze;
    case 'tick':
      return { [`ticks.${act.point}`]: act.on };
    case 'note':
      return { handNote: act.note };
    case 'to':
      return { handTo: act.memberId };
  }
}

function current(card: DeskCard, register: string): unknown {
  if (register.startsWith('ticks.')) return card.ticks[register.slice('ticks.'.length)] ?? false;
  return card[register as keyof DeskCard];
}

export type LinkFault = 'empty' | 'long' | 'spaces' | 'not_web' | 'no_host' | 'password';

const MOST = 2_000;

/** The address of a post as somebody pasted it: one web address and nothing else. What a share text wraps around it is refused. */
export function readLink(text: string): Result<string, LinkFault> {
  const link = text.trim();
  if (link === '') return err('empty');
  if (link.length > MOST) return err('long');
  if (/[\s\p{Cc}\p{Cf}\\]/u.test(link)) return err('spaces');
  const [, authority] = /^https?:\/\/([^/?#]*)/i.exec(link) ?? [];
  if (authority === undefined) return err('not_web');
  if (authority.includes('@')) return err('password');
  if (!/^(\[[0-9a-f:.]+\]|[^.:[\]]+(\.[^.:[\]]+)+)(:\d{1,5})?$/i.test(authority)) return err('no_host');
  return ok(link);
}

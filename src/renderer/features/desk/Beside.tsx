import { useEffect, useMemo, useState } from 'react';
import type { PlacementCard } from '../../../contract';
import { printOffset } from '../../../core/cascade/printRule';
import { adSignIn } from '../../../core/check/adSigns';
import { checklist } from '../../../core/desk/checklist';
import { wallAt } from '../../../core/desk/clock';
import { placeIn } from '../../../core/desk/window';
import type { PlatformPack } from '../../../core/platforms/pack';
import { cascadeOf } from '../../../core/schedule/thread';
import { DAY, MINUTE } from '../../../core/time/instant';
import { beforePostingWords } from '../../../core/words/beforePosting';
import { sayLength } from '../../../core/words/howLong';
import { useAdapted } from '../../state/adapting/useAdapted';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { PlatformTile } from '../../ui/PlatformTile';
import classes from './Beside.module.css';
import shared from './Desk.module.css';
import { sayNear } from './sayWhen';
import type { Desk, Item } from './useDesk';

/** A scrolled part must be reachable by keys (axe: scrollable-region-focusable). */
const reachable = { tabIndex: 0 } as const;

/** What to mind: the list before posting, what the platforms take for later, what follows. */
export function Beside({ item, desk }: { readonly item: Item; readonly desk: Desk }) {
  const t = useWords(beforePostingWords);
  return (
    <aside className={classes.beneath} aria-label={t('check')} {...reachable}>
      <Checks item={item} />
      <Windows item={item} desk={desk} />
      <Follows item={item} desk={desk} />
    </aside>
  );
}

function Checks({ item: { card } }: { readonly item: Item }) {
  const t = useWords(beforePostingWords);
  const studio = useStudioHandle();
  const found = useAdapted(card);
  const account = useStudio((state) => state.outline?.account.find(({ id }) => id === card.accountId) ?? null);
  const points = useMemo(() => {
    if (found?.adapted == null) return [];
    const { variant, format } = found.adapted;
    const advertises = adSignIn(
      `${variant.title ?? ''}\n${variant.body}\n${variant.tags.map((tag) => `#${tag}`).join(' ')}`,
    );
    const { assets } = found.sibling ?? found.opened;
    return checklist({ variant, format, account, assets, advertises: advertises !== null });
  }, [found, account]);
  const done = points.filter(({ key }) => card.ticks[key] === true).length;
  return (
    <section className={classes.part} aria-labelledby="desk-checks">
      <h3 id="desk-checks">
        {t('check')}
        {points.length > 0 && (
          <span className={classes.count}>
            {done} / {points.length}
          </span>
        )}
      </h3>
      {points.length === 0 && <p className={shared.quiet}>{t('check_none')}</p>}
      <ul className={classes.checks}>
        {points.map(({ key, code, params }) => (
          <li key={key}>
            <label>
              <input
                className={shared.box}
                type="checkbox"
                checked={card.ticks[key] === true}
                onChange={(event) =>
                  void studio.getState().doAtDesk(card, { kind: 'tick', point: key, on: event.currentTarget.checked })
                }
              />
              <span>{t(`check.${code}`, { ...params, ...(params.handle === '' ? { handle: 'none' } : {}) })}</span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}

const noPacks: ReadonlyMap<string, PlatformPack> = new Map();
const platformOf = ({ format }: Pick<PlacementCard, 'format'>): string => (format ?? '').split('/', 1)[0] ?? '';
/** Windows shown besides the item's own. */
const OTHERS = 3;

/** What each platform takes for later, on one line from now to its last day, with the planned moment on it. */
function Windows({ item, desk }: { readonly item: Item; readonly desk: Desk }) {
  const t = useWords(beforePostingWords);
  const packs = useStudio((state) => state.packs) ?? noPacks;
  const shown = useMemo(() => {
    const first = new Map([[platformOf(item.card), item]]);
    for (const other of desk.items) {
      const platform = platformOf(other.card);
      if (first.size <= OTHERS && other.window !== null && !first.has(platform)) first.set(platform, other);
    }
    return [...first];
  }, [item, desk.items]);
  if (item.card.outcome !== 'planned') return null;
  return (
    <section className={classes.part} aria-labelledby="desk-windows">
      <h3 id="desk-windows">
        {t('windows')}
        <span className={shared.quiet}>{t('windows_note')}</span>
      </h3>
      <ul className={classes.windows}>
        {shown.map(([platform, one]) => {
          const pack = packs.get(platform);
          return pack === undefined ? null : <WindowLine key={platform} pack={pack} item={one} desk={desk} />;
        })}
      </ul>
    </section>
  );
}

/** Days a line shows where no last day is known. */
const SHOWN = 14;

function WindowLine({
  pack,
  item: { at, window, card },
  desk,
}: {
  readonly pack: PlatformPack;
  readonly item: Item;
  readonly desk: Desk;
}) {
  const t = useWords(beforePostingWords);
  const lang = useLang();
  const { scheduler: rules } = pack;
  const most = rules?.mostDays ?? SHOWN;
  const from = rules === undefined ? 0 : placeIn((rules.leastMinutes ?? 0) * MINUTE, most);
  const mark = at === null ? null : placeIn(at - desk.now, most);
  const when = (moment: number): string => sayNear(lang, wallAt(moment, card.zone), desk.today);
  return (
    <li>
      <PlatformTile glyph={pack.glyph} />
      <div className={classes.window}>
        <div className={classes.windowHead}>
          <span>{pack[lang]}</span>
          <span className={shared.quiet}>{sayRules(pack, lang, t)}</span>
        </div>
        {rules !== undefined && (
          <div className={classes.track} aria-hidden="true">
            <span style={{ left: `${from * 100}%`, right: 0 }} />
            {mark !== null && <i style={{ left: `${mark * 100}%` }} />}
          </div>
        )}
        <span className={shared.quiet}>
          {window === null
            ? rules === undefined
              ? t('window.unknown')
              : ''
            : window.state === 'not_yet'
              ? t('window.not_yet', { when: when(window.opens ?? desk.now) })
              : window.state === 'closed'
                ? t('window.closed')
                : t('window.open_to', { when: when(window.closes) })}
        </span>
        {rules !== undefined && (
          <span className={shared.quiet} title={rules.note}>
            {rules.confidence === 'team'
              ? t('window.team')
              : t('window.fact', { checked: pack.checkedOn, confidence: rules.confidence })}
          </span>
        )}
      </div>
    </li>
  );
}

function sayRules(
  { scheduler: rules }: PlatformPack,
  lang: 'zh' | 'en',
  t: (key: keyof (typeof beforePostingWords)['zh'], params?: Readonly<Record<string, string | number>>) => string,
): string {
  if (rules === undefined) return '';
  const { leastMinutes, mostDays, perDay } = rules;
  const least = leastMinutes === undefined ? null : sayLength(lang, leastMinutes * MINUTE);
  const span =
    least !== null && mostDays !== undefined
      ? t('window.between', { least, most: mostDays })
      : least !== null
        ? t('window.least', { least })
        : mostDays !== undefined
          ? t('window.most', { most: mostDays })
          : '';
  return [span, perDay === undefined ? '' : t('window.per_day', { count: perDay })].filter(Boolean).join(' · ');
}

type Following = { readonly id: string; readonly said: string; readonly title: string; readonly account: string };
/** Followers shown. */
const MOST = 6;

/** The cascade after this one, each with its rule; without one, what comes later the same day. */
function Follows({ item: { card, at }, desk }: { readonly item: Item; readonly desk: Desk }) {
  const t = useWords(beforePostingWords);
  const lang = useLang();
  const { api } = useStudioHandle();
  const choose = useStudio((state) => state.chooseAtDesk);
  const outline = useStudio((state) => state.outline);
  const [read, setRead] = useState<readonly PlacementCard[]>([]);
  const { campaignId, day } = card;
  useEffect(() => {
    if (campaignId === null || day === null) return;
    let late = false;
    const to = wallAt(Date.parse(`${day}T00:00:00Z`) + AHEAD * DAY, 'UTC').day;
    void api.call('placement.range', { from: day, to }).then((answer) => {
      if (!late && answer.ok) setRead(answer.value.filter((one) => one.campaignId === campaignId));
    });
    return () => {
      late = true;
    };
  }, [api, campaignId, day]);
  const cascade = outline === null ? null : cascadeOf(card, outline.campaign, outline.wave);
  const accountName = (id: string | null): string => outline?.account.find((one) => one.id === id)?.name ?? '';
  const of = (one: PlacementCard, said: string): Following => ({
    id: one.id,
    said,
    title: one.title,
    account: accountName(one.accountId),
  });
  const followers =
    cascade === null
      ? []
      : read.flatMap((one) => {
          const rule = cascade.followers.find(({ placementId }) => placementId === one.id)?.rule;
          const isLater = at !== null && `${one.day} ${one.time}` > `${card.day} ${card.time}`;
          return rule === undefined || one.id === card.id || !isLater
            ? []
            : [
                of(
                  one,
                  `${sayNear(lang, { day: one.day as never, time: one.time }, desk.today)} · ${printOffset(lang, rule)}`,
                ),
              ];
        });
  const sameDay = desk.items
    .filter((one) => one.card.id !== card.id && one.card.day === card.day && (one.card.time ?? '') > (card.time ?? ''))
    .map((one) => of(one.card, one.card.time ?? ''));
  const shown = (followers.length > 0 ? followers : sameDay).slice(0, MOST);
  return (
    <section className={classes.part} aria-labelledby="desk-follows">
      <h3 id="desk-follows">
        {t('follows')}
        {followers.length === 0 && sameDay.length > 0 && <span className={shared.quiet}>{t('follows_day')}</span>}
      </h3>
      {shown.length === 0 && <p className={shared.quiet}>{t('follows_none')}</p>}
      <ol className={classes.follows}>
        {shown.map(({ id, said, title, account }) => (
          <li key={id}>
            <span className={shared.quiet}>{said}</span>
            {desk.items.some((one) => one.card.id === id) ? (
              <button type="button" onClick={() => choose(id)}>
                {title} · {account}
              </button>
            ) : (
              <span>
                {title} · {account}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A cascade seldom runs longer. */
const AHEAD = 30;

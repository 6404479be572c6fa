import { useEffect, useRef } from 'react';
import { wallAt } from '../../../core/desk/clock';
import type { DeskGroupKind } from '../../../core/desk/due';
import { hasLink } from '../../../core/desk/left';
import { beforePostingWords } from '../../../core/words/beforePosting';
import { deskWords } from '../../../core/words/desk';
import { sayNearly } from '../../../core/words/howLong';
import { sayKind } from '../../../core/words/kinds';
import { faceOf } from '../../state/packs';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { KindMark } from '../../ui/KindMark';
import { PlatformTile } from '../../ui/PlatformTile';
import { doAndSay, handOver, nowAt, settleHold } from './acts';
import shared from './Desk.module.css';
import classes from './DeskRow.module.css';
import { SayHold } from './SayHold';
import { sayNear, sayNearDay } from './sayWhen';
import type { Desk, Item } from './useDesk';

/** One placement: when, where, what, and the two ticks. */
export function DeskRow({
  item,
  group,
  desk,
  top,
  index,
}: {
  readonly item: Item;
  readonly group: DeskGroupKind;
  readonly desk: Desk;
  readonly top: number;
  readonly index: number;
}) {
  const lang = useLang();
  const choose = useStudio((state) => state.chooseAtDesk);
  const account = useStudio((state) => state.outline?.account.find(({ id }) => id === item.card.accountId));
  const face = useStudio((state) => faceOf(state, account?.platform ?? ''));
  const { card } = item;
  const here = desk.chosen?.card.id === card.id;
  const title = card.title === '' ? '…' : card.title;
  const main = useRef<HTMLButtonElement>(null);
  // Walking with the focus in the list takes it along; elsewhere it stays where it is.
  useEffect(() => {
    if (here && document.activeElement?.closest('[data-desk-row]') != null)
      main.current?.focus({ preventScroll: true });
  }, [here]);
  return (
    <div
      className={classes.row}
      data-desk-row={card.id}
      data-here={here || undefined}
      data-done={card.outcome === 'live' || card.outcome === 'skipped' || undefined}
      style={{ top }}
    >
      <button
        ref={main}
        type="button"
        className={classes.rowMain}
        aria-current={here ? 'true' : undefined}
        data-focus-home={here || undefined}
        tabIndex={here || (desk.chosen === null && index === 0) ? 0 : -1}
        onClick={() => choose(card.id)}
      >
        <span className={classes.when}>
          <b>{card.time ?? '--:--'}</b>
          <span className={classes.near} data-late={item.late || undefined}>
            <Near item={item} desk={desk} />
          </span>
        </span>
        <PlatformTile glyph={face?.glyph ?? '?'} />
        <span className={classes.what}>
          <span className={classes.rowTitle}>
            <KindMark kind={card.kind} />
            <span className="visually-hidden">{sayKind(lang, card.kind)}</span>
            <span className={classes.cut} title={title}>
              {title}
            </span>
          </span>
          <span className={classes.cutQuiet}>
            {account?.name ?? ''}
            <Extra item={item} group={group} desk={desk} />
          </span>
        </span>
      </button>
      <span className={classes.ticks}>
        <RowEnd item={item} group={group} here={here} />
      </span>
    </div>
  );
}

/** Why it waits, why it was left out, until when the platform takes it. */
function Extra({
  item: { card, hold, window },
  group,
  desk,
}: {
  readonly item: Item;
  readonly group: DeskGroupKind;
  readonly desk: Desk;
}) {
  const t = useWords(deskWords);
  const b = useWords(beforePostingWords);
  const lang = useLang();
  const isReworded = useStudio((state) => state.deskReports[card.id]?.reworded === true);
  const said =
    hold !== null ? (
      <span className={classes.hold}>
        <SayHold hold={hold} />
      </span>
    ) : card.outcome === 'skipped' ? (
      card.skipReason || t('skipped_no_reason')
    ) : isReworded && card.outcome === 'planned' ? (
      <span className={classes.hold}>{t('reworded')}</span>
    ) : card.outcome === 'planned' && card.snoozeDay !== null ? (
      t('snooze.until', { when: sayNear(lang, { day: card.snoozeDay, time: card.snoozeTime }, desk.today) })
    ) : group === 'schedulable' && window !== null ? (
      b('window.open_to', { when: sayNear(lang, wallAt(window.closes, card.zone), desk.today) })
    ) : null;
  return said === null ? null : (
    <>
      <span className={shared.bar} />
      {said}
    </>
  );
}

/** `6 小时后`, `昨天`; what is done says when. */
function Near({ item: { card, at }, desk }: { readonly item: Item; readonly desk: Desk }) {
  const lang = useLang();
  const done = card.outcome === 'live' ? card.liveTime : card.outcome === 'handed_over' ? card.handedTime : null;
  if (done !== null) return done;
  if (card.day === null) return '';
  const soon = card.day === desk.today && card.outcome === 'planned' && at !== null;
  return soon ? sayNearly(lang, at - desk.now) : sayNearDay(lang, card.day, desk.today, true);
}

function RowEnd({ item, group, here }: { readonly item: Item; readonly group: DeskGroupKind; readonly here: boolean }) {
  const t = useWords(deskWords);
  const studio = useStudioHandle();
  const choose = useStudio((state) => state.chooseAtDesk);
  const packs = useStudio((state) => state.packs);
  const { card, hold } = item;
  const tabIndex = here ? 0 : -1;
  const isLive = card.outcome === 'live';
  const isHanded = isLive || card.outcome === 'handed_over';
  if (hold !== null)
    return (
      <button type="button" className={classes.go} tabIndex={tabIndex} onClick={() => settleHold(studio, card, hold)}>
        {t(`hold_go.${hold.kind}`, { state: hold.kind === 'state' ? hold.state : 'none' })}
      </button>
    );
  if (card.outcome === 'skipped')
    return (
      <button
        type="button"
        className={classes.go}
        tabIndex={tabIndex}
        onClick={() => void doAndSay(studio, card, { kind: 'reopen' })}
      >
        {t('reopen')}
      </button>
    );
  if (group === 'backfill' && isLive && packs !== null && hasLink(card, packs))
    return (
      <button
        type="button"
        className={classes.go}
        data-framed
        tabIndex={tabIndex}
        onClick={() => {
          choose(card.id);
          studio.getState().runCommand('desk.link');
        }}
      >
        {t('add_link')}
      </button>
    );
  return (
    <>
      <label className={classes.tick}>
        <input
          className={shared.box}
          type="checkbox"
          tabIndex={tabIndex}
          checked={isHanded}
          disabled={isLive}
          aria-label={`${t('mark_handed')}: ${card.title}`}
          onChange={() => void (isHanded ? doAndSay(studio, card, { kind: 'reopen' }) : handOver(studio, card))}
        />
        {t('handed')}
      </label>
      <label className={classes.tick}>
        <input
          className={shared.box}
          type="checkbox"
          tabIndex={tabIndex}
          checked={isLive}
          aria-label={`${t('mark_live')}: ${card.title}`}
          onChange={() =>
            void doAndSay(
              studio,
              card,
              isLive ? { kind: 'reopen' } : { kind: 'live', ...liveMoment(item, nowAt(studio, card)), link: null },
            )
          }
        />
        {t('live')}
      </label>
    </>
  );
}

/** Out at the planned time once that has passed, else now: what is typed in the pane is more exact. */
const liveMoment = ({ card, at }: Item, now: ReturnType<typeof nowAt>): ReturnType<typeof nowAt> =>
  at !== null && card.day !== null && card.time !== null && card.outcome === 'handed_over' && card.day <= now.day
    ? { day: card.day, time: card.day < now.day || card.time <= now.time ? card.time : now.time }
    : now;

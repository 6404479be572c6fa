import { Button, Menu } from '@mantine/core';
import { IconCheck, IconClock, IconExternalLink, IconLink, IconPlayerSkipForward, IconZzz } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { type LinkFault, readLink } from '../../../core/desk/acts';
import { wallAt } from '../../../core/desk/clock';
import { hasLink } from '../../../core/desk/left';
import { readClock } from '../../../core/desk/readClock';
import { MINUTE } from '../../../core/time/instant';
import { addDays, type WallDate, type WallTime } from '../../../core/time/wallDate';
import { copyWords } from '../../../core/words/copy';
import { deskWords } from '../../../core/words/desk';
import { studioNow } from '../../state/desk';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { TextButton } from '../../ui/TextButton';
import { doAndSay, handOver, nowAt } from './acts';
import classes from './ItemFoot.module.css';
import { SkipForm } from './SkipForm';
import { SnoozeForm } from './SnoozeForm';
import { sayNear } from './sayWhen';
import type { Item } from './useDesk';
import { useFootCommands } from './useDeskCommands';

/** What became of it: given over, out with link and time, later, or left out. Each is one step of undo. */
export function ItemFoot({ item }: { readonly item: Item }) {
  const t = useWords(deskWords);
  const studio = useStudioHandle();
  const packs = useStudio((state) => state.packs);
  const { card, at } = item;
  const linkField = useRef<HTMLInputElement>(null);
  const [link, setLink] = useState(card.liveLink);
  const [fault, setFault] = useState<LinkFault | 'time' | null>(null);
  const [time, setTime] = useState<string | null>(null);
  const [asking, setAsking] = useState<'skip' | 'snooze' | null>(null);
  const url = packs?.get((card.format ?? '').split('/', 1)[0] ?? '')?.publishUrl ?? '';
  const linked = packs === null || hasLink(card, packs);
  const { outcome } = card;

  const usual = (): { readonly day: WallDate; readonly time: WallTime } => {
    const now = nowAt(studio, card);
    if (card.liveDay !== null && card.liveTime !== null) return { day: card.liveDay, time: card.liveTime };
    const isOver = at !== null && at <= studioNow(studio.getState(), studio.world);
    return isOver && card.day !== null && card.time !== null ? { day: card.day, time: card.time } : now;
  };
  const moment = (): { readonly day: WallDate; readonly time: WallTime } | null => {
    const given = usual();
    if (time === null) return given;
    const read = readClock(time);
    return read === null ? null : { day: given.day, time: read };
  };
  const goLive = async (): Promise<void> => {
    const when = moment();
    const read = link.trim() === '' ? null : readLink(link);
    if (when === null) return setFault('time');
    if (read !== null && !read.ok) return refuse(read.error);
    setFault(null);
    await doAndSay(studio, card, { kind: 'live', ...when, link: read === null ? null : read.value });
  };
  const refuse = (why: LinkFault): void => {
    setFault(why);
    studio.getState().announce(t(`link.${why}`));
    linkField.current?.focus();
  };
  const saveLink = async (): Promise<void> => {
    const when = moment();
    const read = readLink(link);
    if (when === null) return setFault('time');
    if (!read.ok) return refuse(read.error);
    setFault(null);
    if (outcome === 'live' && (time === null || when.time === card.liveTime))
      await doAndSay(studio, card, { kind: 'link', link: read.value });
    else await doAndSay(studio, card, { kind: 'live', ...when, link: read.value });
  };

  useFootCommands({
    handed: outcome === 'planned' ? () => void handOver(studio, card) : null,
    live: outcome === 'planned' || outcome === 'handed_over' ? () => void goLive() : null,
    link: linked ? () => linkField.current?.focus() : null,
    skip: outcome === 'planned' ? () => setAsking('skip') : null,
    publish: url === '' ? null : () => void studio.getState().act('studio.browse', { url }),
  });

  if (asking === 'skip')
    return (
      <SkipForm
        onSkip={(reason) => {
          setAsking(null);
          void doAndSay(studio, card, { kind: 'skip', reason });
        }}
        onCancel={() => setAsking(null)}
      />
    );
  if (asking === 'snooze')
    return (
      <SnoozeForm
        onSnooze={(until) => {
          setAsking(null);
          const here = nowAt(studio, card);
          const day = until > here.time ? here.day : addDays(here.day, 1);
          void doAndSay(studio, card, { kind: 'snooze', day, time: until });
        }}
        onCancel={() => setAsking(null)}
      />
    );
  return (
    <footer className={classes.foot}>
      <div className={classes.footRow}>
        <Publish item={item} />
        {linked && outcome !== 'skipped' ? (
          <label className={classes.field} data-wide data-bad={(fault !== null && fault !== 'time') || undefined}>
            <IconLink size={15} stroke={1.6} aria-hidden="true" />
            <input
              ref={linkField}
              value={link}
              inputMode="url"
              placeholder={t('link_hint')}
              aria-label={t('link')}
              aria-invalid={(fault !== null && fault !== 'time') || undefined}
              onChange={(event) => {
                setLink(event.currentTarget.value);
                setFault(null);
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !event.nativeEvent.isComposing) void saveLink();
                if (event.key === 'Escape') event.currentTarget.blur();
              }}
            />
          </label>
        ) : (
          outcome !== 'skipped' && <span className={classes.quietFill}>{t('link_none')}</span>
        )}
        {outcome !== 'skipped' && (
          <label className={classes.field} data-bad={fault === 'time' || undefined}>
            <IconClock size={15} stroke={1.6} aria-hidden="true" />
            <input
              className={classes.clock}
              value={time ?? usual().time}
              inputMode="numeric"
              maxLength={5}
              aria-label={t('time')}
              aria-invalid={fault === 'time' || undefined}
              onChange={(event) => {
                setTime(event.currentTarget.value);
                setFault(null);
              }}
            />
          </label>
        )}
      </div>
      {fault !== null && (
        <p className={classes.fault} role="alert">
          {t(fault === 'time' ? 'time_bad' : `link.${fault}`)}
        </p>
      )}
      <div className={classes.footRow}>
        <Ends
          item={item}
          onLive={() => void goLive()}
          onLink={() => void saveLink()}
          onSkip={() => setAsking('skip')}
          onSnoozeAt={() => setAsking('snooze')}
          linked={linked}
        />
      </div>
    </footer>
  );
}

function Publish({ item: { card } }: { readonly item: Item }) {
  const t = useWords(copyWords);
  const lang = useLang();
  const act = useStudio((state) => state.act);
  const platform = useStudio((state) => state.packs?.get((card.format ?? '').split('/', 1)[0] ?? ''));
  const url = platform?.publishUrl;
  if (platform === undefined) return null;
  if (url === undefined || url === '')
    return <span className={classes.quietFill}>{t('publish.none', { platform: platform[lang] })}</span>;
  return (
    <Button
      title={t('publish.note')}
      leftSection={<IconExternalLink size={15} stroke={1.6} />}
      onClick={() => void act('studio.browse', { url })}
    >
      {t('publish', { platform: platform[lang] })}
    </Button>
  );
}

type EndsProps = {
  readonly item: Item;
  readonly linked: boolean;
  readonly onLive: () => void;
  readonly onLink: () => void;
  readonly onSkip: () => void;
  readonly onSnoozeAt: () => void;
};

function Ends({ item, linked, onLive, onLink, onSkip, onSnoozeAt }: EndsProps) {
  const t = useWords(deskWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const { card, hold } = item;
  const members = useStudio((state) => state.outline?.member);
  const reopen = (): void => void doAndSay(studio, card, { kind: 'reopen' });
  const today = nowAt(studio, card).day;
  if (card.outcome === 'skipped')
    return (
      <>
        <span className={classes.quietFill}>
          {card.skipReason === '' ? t('skipped_no_reason') : t('skipped_because', { reason: card.skipReason })}
        </span>
        <Button onClick={reopen}>{t('reopen')}</Button>
      </>
    );
  if (card.outcome === 'live')
    return (
      <>
        <span className={classes.quietFill}>
          {card.liveDay !== null &&
            t('live_at', { when: sayNear(lang, { day: card.liveDay, time: card.liveTime }, today) })}
        </span>
        {linked && card.liveLink !== '' && (
          <Button
            leftSection={<IconExternalLink size={15} stroke={1.6} />}
            onClick={() => void studio.getState().act('studio.browse', { url: card.liveLink })}
          >
            {t('link_open')}
          </Button>
        )}
        {linked && (
          <Button variant={card.liveLink === '' ? 'filled' : 'default'} onClick={onLink}>
            {t('link_save')}
          </Button>
        )}
        <TextButton onClick={reopen}>{t('undo_live')}</TextButton>
      </>
    );
  const isHanded = card.outcome === 'handed_over';
  return (
    <>
      {!isHanded && (
        <Button
          className={classes.main}
          variant={hold === null ? 'filled' : 'default'}
          title="H"
          leftSection={<IconCheck size={15} stroke={1.8} />}
          onClick={() => void handOver(studio, card)}
        >
          {t('mark_handed')}
        </Button>
      )}
      {isHanded && (
        <span className={classes.quietFill}>
          {card.handedDay !== null &&
            t('handed_at', {
              when: sayNear(lang, { day: card.handedDay, time: card.handedTime }, today),
              to: members?.find(({ id }) => id === card.handTo)?.name || 'none',
            })}
        </span>
      )}
      <Button className={classes.main} variant={isHanded ? 'filled' : 'default'} title="L" onClick={onLive}>
        {t('mark_live')}
      </Button>
      {isHanded ? (
        <TextButton onClick={reopen}>{t('undo_handed')}</TextButton>
      ) : (
        <>
          <Snooze item={item} onAt={onSnoozeAt} />
          <Button variant="subtle" leftSection={<IconPlayerSkipForward size={15} stroke={1.6} />} onClick={onSkip}>
            {t('skip')}
          </Button>
        </>
      )}
    </>
  );
}

const MORNING = '09:00' as WallTime;

/** Reminds again later; the day it is planned for stays. */
function Snooze({ item: { card }, onAt }: { readonly item: Item; readonly onAt: () => void }) {
  const t = useWords(deskWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const now = studioNow(studio.getState(), studio.world);
  const today = wallAt(now, card.zone).day;
  const until = (moment: { readonly day: WallDate; readonly time: WallTime }): void =>
    void doAndSay(studio, card, { kind: 'snooze', ...moment });
  return (
    <Menu position="top-end" offset={4}>
      <Menu.Target>
        <Button variant="subtle" leftSection={<IconZzz size={15} stroke={1.6} />}>
          {card.snoozeDay === null
            ? t('snooze')
            : t('snooze.until', { when: sayNear(lang, { day: card.snoozeDay, time: card.snoozeTime }, today) })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {([30, 60, 180] as const).map((minutes) => (
          <Menu.Item key={minutes} onClick={() => until(wallAt(now + minutes * MINUTE, card.zone))}>
            {t(`snooze.${minutes}`)}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => until({ day: addDays(today, 1), time: MORNING })}>{t('snooze.tomorrow')}</Menu.Item>
        <Menu.Item onClick={onAt}>{t('snooze.own')}</Menu.Item>
        {card.snoozeDay !== null && (
          <Menu.Item onClick={() => void doAndSay(studio, card, { kind: 'wake' })}>{t('snooze.wake')}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

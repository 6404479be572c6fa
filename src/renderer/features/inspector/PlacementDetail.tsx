import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { PlacementCard } from '../../../contract';
import { edgeOf } from '../../../core/schedule/edge';
import { clockChangeAt } from '../../../core/time/clockChange';
import { isWallDate, isWallTime } from '../../../core/time/wallDate';
import { clockWords } from '../../../core/words/clock';
import { sayDate, sayDay } from '../../../core/words/dates';
import { inspectorWords } from '../../../core/words/inspector';
import { sayOutcome, sayState } from '../../../core/words/kinds';
import { matrixWords } from '../../../core/words/matrix';
import { reviewWords } from '../../../core/words/review';
import { useAdapted } from '../../state/adapting/useAdapted';
import { todayOf } from '../../state/plan';
import { moveCards } from '../../state/planning/acts';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { CopyMenu } from '../../ui/adapted/copy/CopyMenu';
import { sayZones } from '../../ui/plan/sayZones';
import { titleOrNone } from '../../ui/plan/tileWords';
import { useWalls } from '../../ui/plan/useWalls';
import { StateMark } from '../../ui/StateMark';
import { TextButton } from '../../ui/TextButton';
import { CascadeFacts } from './CascadeFacts';
import { AccountLine } from './DaySummary';
import classes from './Inspector.module.css';
import { Report } from './Report';

const none: readonly never[] = [];

/** One placement: where and when, how far, what its version looks like there, and what must be mended. */
export function PlacementDetail({ id }: { readonly id: string }) {
  const t = useWords(inspectorWords);
  const lang = useLang();
  const card = useStudio((state) => state.cards.find((candidate) => candidate.id === id));
  const open = useStudio((state) => state.openPiece);
  const pack = useStudio((state) => state.packs?.get(card?.format?.split('/')[0] ?? ''));
  const adapted = useAdapted(card);
  if (card === undefined) return <p className={classes.scroll}>{t('gone')}</p>;
  const format = pack?.formats.find((candidate) => candidate.id === card.format?.split('/')[1]);
  return (
    <>
      <header className={classes.head}>
        {card.accountId !== null && (
          <AccountLine accountId={card.accountId} {...(format === undefined ? {} : { extra: format[lang] })} />
        )}
        <h2>{titleOrNone(lang, card.title)}</h2>
        <Facts card={card} />
      </header>
      <div className={classes.scroll}>
        <Report card={card} found={adapted} />
      </div>
      <div className={classes.acts}>
        <Button
          variant="filled"
          disabled={card.pieceId === null}
          onClick={() => card.pieceId !== null && open(card.pieceId)}
        >
          {t('open')}
        </Button>
        <CopyMenu adapted={adapted?.adapted?.variant} format={adapted?.adapted?.format} />
        <MoreMenu card={card} />
      </div>
    </>
  );
}

function Facts({ card }: { readonly card: PlacementCard }) {
  const t = useWords(inspectorWords);
  const lang = useLang();
  const edge = edgeOf(card.outcome, card.pieceState);
  const state = card.outcome === 'planned' ? sayState(lang, card.pieceState) : sayOutcome(lang, card.outcome);
  return (
    <dl className={classes.facts}>
      <When card={card} />
      <Fact name={t('state')}>
        <StateMark state={edge} />
        {state}
        {card.outcome === 'live' && ' ✓'}
      </Fact>
      <Relation card={card} />
    </dl>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

/** Day and time, to be changed in place. */
function When({ card }: { readonly card: PlacementCard }) {
  const t = useWords(inspectorWords);
  const m = useWords(matrixWords);
  const lang = useLang();
  const today = useStudio(todayOf);
  const studio = useStudioHandle();
  const [why, setWhy] = useState<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const clock = useRef<HTMLInputElement>(null);
  const { id, day, time } = card;
  // The field stays the one that has the focus while what it shows changes.
  useEffect(() => {
    if (clock.current !== null) clock.current.value = time ?? '';
  }, [time]);
  if (day === null) return null;
  const moveDay = (value: string) => {
    if (!isWallDate(value) || value === day) return;
    if (value < today) {
      setWhy(m('move.refused_past', { day: sayDate(lang, value) }));
      return;
    }
    setWhy(null);
    void moveCards(studio, [{ id, day: value }], card);
  };
  const moveTime = (value: string) => {
    // 9:5 is read as 09:05: people type times in many ways.
    const [hours = '', minutes = ''] = value.trim().split(/[:：.]/);
    const read = `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
    if (value.trim() === '' || read === time) return;
    if (!isWallTime(read)) {
      setWhy(t('time.unread', { value }));
      return;
    }
    setWhy(null);
    void moveCards(studio, [{ id, day, time: read }], card);
  };
  return (
    <>
      <Fact name={t('time')}>
        <button
          type="button"
          className={classes.dayButton}
          aria-label={`${t('day')} ${sayDay(lang, day)}`}
          onClick={() => picker.current?.showPicker()}
        >
          {sayDay(lang, day)}
        </button>
        <input
          ref={picker}
          key={day}
          type="date"
          className={classes.picker}
          tabIndex={-1}
          aria-hidden="true"
          defaultValue={day}
          onChange={(event) => moveDay(event.target.value)}
        />
        <input
          ref={clock}
          className={classes.clock}
          inputMode="numeric"
          maxLength={5}
          placeholder="--:--"
          aria-label={t('time')}
          defaultValue={time ?? ''}
          onBlur={(event) => moveTime(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && moveTime(event.currentTarget.value)}
        />
      </Fact>
      <ZoneNotes card={card} />
      {why !== null && (
        <dd className={classes.why} role="alert" style={{ gridColumn: '1 / -1' }}>
          {why}
        </dd>
      )}
    </>
  );
}

/** In a zone of its own: what the workspace's wall shows then. And where a change of clocks leaves the time open. */
function ZoneNotes({ card }: { readonly card: PlacementCard }) {
  const p = useWords(clockWords);
  const lang = useLang();
  const walls = useWalls();
  const move = useStudio((state) => state.move);
  const { id, day, time, zone } = card;
  if (day === null || time === null) return null;
  const moment = { day, time };
  const change = clockChangeAt(moment, zone);
  const zones = sayZones(lang, card, walls);
  const wide = { gridColumn: '1 / -1' };
  return (
    <>
      {zones !== undefined && (
        <dd style={wide} className={classes.quiet}>
          {zones}
        </dd>
      )}
      {change !== null && (
        <dd className={classes.why} role="status" style={wide}>
          {change.kind === 'twice'
            ? p('clock.twice', { zone, time })
            : p('clock.skipped', { zone, time, shown: change.shown.time })}{' '}
          {change.kind === 'skipped' && (
            <TextButton onClick={() => void move([{ id, day: change.shown.day, time: change.shown.time }])}>
              {p('clock.mend', { shown: change.shown.time })}
            </TextButton>
          )}
        </dd>
      )}
    </>
  );
}

/** How the placement hangs together with its campaign and cascade. */
function Relation({ card }: { readonly card: PlacementCard }) {
  const t = useWords(inspectorWords);
  const campaigns = useStudio((state) => state.outline?.campaign ?? none);
  const wave = useStudio((state) => state.outline?.wave.find((candidate) => candidate.placementId === card.id));
  const campaign = campaigns.find((candidate) => candidate.id === card.campaignId);
  return (
    <>
      {campaign !== undefined && <Fact name={t('campaign')}>{campaign.name}</Fact>}
      {wave?.campaignId != null && <CascadeFacts card={card} campaignId={wave.campaignId} />}
    </>
  );
}

function MoreMenu({ card: { id, pieceId, format, accountId } }: { readonly card: PlacementCard }) {
  const t = useWords(inspectorWords);
  const r = useWords(reviewWords);
  const openReview = useStudio((state) => state.openReview);
  const unplan = useStudio((state) => state.unplan);
  const select = useStudio((state) => state.select);
  return (
    <Menu position="top-end" offset={4}>
      <Menu.Target>
        <Button aria-label={t('more')} title={t('more')} px={7}>
          <IconDots size={16} stroke={1.6} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {pieceId !== null && (
          <Menu.Item onClick={() => openReview(pieceId, format === null ? undefined : { format, accountId })}>
            {r('open')}
          </Menu.Item>
        )}
        <Menu.Item
          onClick={async () => {
            if (await unplan([id])) select({ kind: 'nothing' });
          }}
        >
          {t('unplan')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

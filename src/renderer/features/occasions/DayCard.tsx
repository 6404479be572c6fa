import { Button, Popover } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { festivals } from '../../../core/occasions/festivals';
import { lifeOf } from '../../../core/occasions/heat';
import type { Mark } from '../../../core/occasions/marks';
import { daysBetween, type WallDate } from '../../../core/time/wallDate';
import { assumedYears } from '../../../core/time/workdays';
import { sayDate, sayDay } from '../../../core/words/dates';
import { kindWords } from '../../../core/words/kinds';
import { occasionWords } from '../../../core/words/occasions';
import { sayWarmth } from '../../../core/words/warmth';
import { sayAssumedYears, sayDayFact } from '../../../core/words/workdays';
import { useDayMark } from '../../state/days';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { DayBadge } from '../../ui/plan/DayBadge';
import classes from './DayCard.module.css';
import { HeatCurve } from './HeatCurve';
import { KindDot } from './KindDot';
import { type Reason, useWriteFor } from './useWriteFor';

/** Everything a day is: lunar day, day off or make-up day, festivals, terms, and what the team noted for it. */
export function DayCard() {
  const card = useStudio((state) => state.dayCard);
  const close = useStudio((state) => state.closeDay);
  if (card === null) return null;
  const at = card.at ?? { left: window.innerWidth / 2 - 20, top: window.innerHeight / 3, width: 40, height: 0 };
  return (
    <Popover
      key={`${card.day} ${at.left}`}
      opened
      onClose={close}
      onDismiss={close}
      position="bottom"
      width={320}
      trapFocus
      returnFocus={false}
      closeOnEscape
    >
      <Popover.Target>
        <span className={classes.anchor} style={at} aria-hidden="true" />
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <Day day={card.day} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Day({ day }: { readonly day: WallDate }) {
  const t = useWords(occasionWords);
  const lang = useLang();
  const knowledge = useStudio((state) => state.days);
  const openOccasions = useStudio((state) => state.openOccasions);
  const marks = useDayMark(day);
  if (knowledge === null || marks === null) return null;
  const said = knowledge.saidMarks(lang, marks);
  const assumed = marks.work === null ? '' : sayAssumedYears(lang, assumedYears(day, day));
  const facts = [
    marks.work === null ? '' : sayDayFact(lang, day),
    marks.lunar === null ? '' : knowledge.sayLunarDay(lang, marks.lunar),
  ].filter((fact) => fact !== '');
  return (
    <section className={classes.card} aria-label={t('day.card', { day: sayDay(lang, day) })}>
      <h2>
        {sayDay(lang, day)} <DayBadge work={marks.work} />
      </h2>
      {facts.length > 0 && <p className={classes.facts}>{facts.join(' · ')}</p>}
      {assumed !== '' && <p className={classes.assumed}>{assumed}</p>}
      {said.length === 0 ? (
        <p className={classes.nothing}>{t('day.nothing')}</p>
      ) : (
        <ul className={classes.marks}>
          {said.map(({ mark, name }) => (
            <MarkRow key={`${mark.kind} ${name}`} day={day} mark={mark} name={name} />
          ))}
        </ul>
      )}
      <div className={classes.foot}>
        <Button
          leftSection={<IconPlus size={14} stroke={1.8} aria-hidden="true" />}
          onClick={() => openOccasions({ newOn: day })}
        >
          {t('day.add')}
        </Button>
        <Button variant="subtle" onClick={() => openOccasions()}>
          {t('day.all')}
        </Button>
      </div>
    </section>
  );
}

function MarkRow({ day, mark, name }: { readonly day: WallDate; readonly mark: Mark; readonly name: string }) {
  const t = useWords(occasionWords);
  const k = useWords(kindWords);
  const lang = useLang();
  const source = useStudio((state) => state.days)?.sayMarkSource(lang, mark) ?? '';
  const openOccasions = useStudio((state) => state.openOccasions);
  const writeFor = useWriteFor();
  const span =
    mark.kind === 'term' || mark.from === mark.to
      ? ''
      : t('day.span', {
          from: sayDate(lang, mark.from),
          to: sayDate(lang, mark.to),
          n: daysBetween(mark.from, day) + 1,
        });
  const life = mark.kind === 'occasion' ? lifeOf(mark.occasion, mark.from, mark.to) : null;
  const isUsual = mark.kind === 'festival' && festivals[mark.id].sure === 'usual';
  const notes = [
    mark.kind === 'occasion' ? k(`occasion.${mark.occasion.kind}`) : '',
    life === null ? '' : sayWarmth(lang, life, day),
    span,
    source,
    isUsual ? t('day.usual') : '',
  ];
  return (
    <li className={classes.mark}>
      <KindDot kind={mark.kind === 'occasion' ? mark.occasion.kind : mark.kind} />
      <span className={classes.words}>
        <b>{name}</b>
        <span>{notes.filter((note) => note !== '').join(' · ')}</span>
        {life !== null && <HeatCurve life={life} day={day} />}
      </span>
      <span className={classes.acts}>
        {mark.kind === 'occasion' && (
          <button
            type="button"
            className={classes.act}
            aria-label={t('day.edit', { name })}
            title={t('day.edit', { name })}
            onClick={() => openOccasions({ chosen: mark.occasion.id })}
          >
            <IconPencil size={15} stroke={1.6} aria-hidden="true" />
          </button>
        )}
        <button type="button" className={classes.act} onClick={() => void writeFor(reasonOf(day, mark, name))}>
          {t('day.write')}
        </button>
      </span>
    </li>
  );
}

/** A term is of its day; what the team noted says which campaign it belongs to and where to read about it. */
const reasonOf = (day: WallDate, mark: Mark, name: string): Reason => ({
  name,
  days: mark.kind === 'term' ? { from: day, to: day } : { from: mark.from, to: mark.to },
  campaignId: mark.kind === 'occasion' ? mark.occasion.campaignId : null,
  link: mark.kind === 'occasion' ? mark.occasion.link : '',
});

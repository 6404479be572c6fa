import { useState } from 'react';
import { type PhaseEdge, phaseEdgeOps } from '../../../core/campaign/edits';
import { gateNow } from '../../../core/campaign/gates';
import type { Reckoned } from '../../../core/campaign/reckon';
import { type Axis, dayAt, placeOf } from '../../../core/campaign/timeline';
import type { Phase } from '../../../core/model/records';
import { addDays, daysBetween, type WallDate } from '../../../core/time/wallDate';
import { campaignWords } from '../../../core/words/campaign';
import { sayDay, saySpan } from '../../../core/words/dates';
import { sayGate, sayPhaseName } from '../../../core/words/sayCampaign';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import classes from './Timeline.module.css';
import { useMake } from './useEdits';

type Pull = { readonly phaseId: string; readonly edge: PhaseEdge; readonly day: WallDate };

/** The phases over the days; either end is pulled to another day, or moved by the arrow keys. */
export function PhaseStrip({ reckoned, axis }: { readonly reckoned: Reckoned; readonly axis: Axis }) {
  const [pull, setPull] = useState<Pull | null>(null);
  return (
    <div className={classes.strip}>
      {reckoned.phases.map((result) => {
        const gate = gateNow(result, reckoned.plan.today);
        return (
          <Band
            key={result.phase.id}
            phase={result.phase}
            phases={reckoned.plan.phases}
            axis={axis}
            gate={gate === null ? '' : gate}
            pull={pull?.phaseId === result.phase.id ? pull : null}
            onPull={setPull}
          />
        );
      })}
    </div>
  );
}

function Band({
  phase,
  phases,
  axis,
  gate,
  pull,
  onPull,
}: {
  readonly phase: Phase;
  readonly phases: readonly Phase[];
  readonly axis: Axis;
  readonly gate: Parameters<typeof sayGate>[1] | '';
  readonly pull: Pull | null;
  readonly onPull: (pull: Pull | null) => void;
}) {
  const t = useWords(campaignWords);
  const lang = useLang();
  const make = useMake();
  const announce = useStudio((state) => state.announce);
  if (phase.start === null || phase.end === null) return null;
  const name = sayPhaseName(lang, phase);
  const start = pull?.edge === 'start' ? earlier(pull.day, phase.end) : phase.start;
  const end = pull?.edge === 'end' ? later(pull.day, phase.start) : phase.end;
  const left = placeOf(axis, { day: start, time: null });
  const width = (daysBetween(start, end) + 1) * axis.dayWidth;
  const move = async (edge: PhaseEdge, day: WallDate): Promise<void> => {
    onPull(null);
    const ops = phaseEdgeOps(phase, phases, edge, day);
    if (!(await make('phase_edit', name, ops))) return;
    const [from, to] = edge === 'start' ? [day, later(phase.end ?? day, day)] : [earlier(phase.start ?? day, day), day];
    announce(t('phase.moved', { phase: name, span: saySpan(lang, from, to) }));
  };
  const said = gate === '' ? '' : sayGate(lang, gate);
  // Where one phase follows another they share a border, and one handle moves both.
  const day = phase.start;
  const follows = phases.some((other) => other.id !== phase.id && other.end !== null && addDays(other.end, 1) === day);
  const edges: readonly PhaseEdge[] = follows ? ['end'] : ['start', 'end'];
  return (
    <div
      className={classes.band}
      data-phase={phase.kind}
      data-pulled={pull !== null || undefined}
      style={{ left, width }}
      title={`${name} · ${saySpan(lang, start, end)}${said === '' ? '' : ` · ${said}`}`}
    >
      <span className={classes.bandName}>
        <b>{name}</b>
        {pull === null ? said !== '' && <span>{said}</span> : <span>{sayDay(lang, pull.day)}</span>}
      </span>
      {edges.map((edge) => (
        <Edge
          key={edge}
          edge={edge}
          day={edge === 'start' ? start : end}
          label={t('phase.edge', { phase: name, edge, day: sayDay(lang, edge === 'start' ? start : end) })}
          axis={axis}
          onPull={(day) => onPull(day === null ? null : { phaseId: phase.id, edge, day })}
          onMove={(day) => void move(edge, day)}
        />
      ))}
    </div>
  );
}

const earlier = (a: WallDate, b: WallDate): WallDate => (a < b ? a : b);
const later = (a: WallDate, b: WallDate): WallDate => (a > b ? a : b);
/** Days a slider could reach at most, for assistive technology: the handle itself knows no end. */
const REACH = 3_660;

function Edge({
  edge,
  day,
  label,
  axis,
  onPull,
  onMove,
}: {
  readonly edge: PhaseEdge;
  readonly day: WallDate;
  readonly label: string;
  readonly axis: Axis;
  readonly onPull: (day: WallDate | null) => void;
  readonly onMove: (day: WallDate) => void;
}) {
  const [grabbed, setGrabbed] = useState<WallDate | null>(null);
  const under = (event: React.PointerEvent<HTMLElement>): WallDate => {
    const strip = event.currentTarget.closest(`.${classes.strip}`)?.getBoundingClientRect();
    // A handle at the end of a day is grabbed a little beyond it.
    return dayAt(axis, event.clientX - (strip?.left ?? 0) - (edge === 'end' ? 3 : -3));
  };
  const stop = (): void => {
    setGrabbed(null);
    onPull(null);
  };
  return (
    <span
      role="slider"
      tabIndex={0}
      className={classes.edge}
      data-edge={edge}
      aria-label={label}
      aria-valuemin={-REACH}
      aria-valuemax={REACH}
      aria-valuenow={daysBetween(axis.from, day)}
      aria-valuetext={label}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.focus();
        event.currentTarget.setPointerCapture(event.pointerId);
        setGrabbed(day);
      }}
      onPointerMove={(event) => {
        if (grabbed !== null) onPull(under(event));
      }}
      onPointerUp={(event) => {
        if (grabbed === null) return;
        const to = under(event);
        stop();
        if (to !== grabbed) onMove(to);
      }}
      onPointerCancel={stop}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && grabbed !== null) {
          event.stopPropagation();
          stop();
          return;
        }
        const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
        if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        event.stopPropagation();
        onMove(addDays(day, step * (event.shiftKey ? 7 : 1)));
      }}
    />
  );
}

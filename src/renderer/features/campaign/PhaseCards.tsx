import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { fourPhasesOps, phaseEdgeOps } from '../../../core/campaign/edits';
import type { PhaseResult } from '../../../core/campaign/gates';
import type { Reckoned } from '../../../core/campaign/reckon';
import type { Phase } from '../../../core/model/records';
import { phaseKinds } from '../../../core/model/vocabulary';
import { daysBetween } from '../../../core/time/wallDate';
import { campaignWords } from '../../../core/words/campaign';
import { sayPhase } from '../../../core/words/kinds';
import { sayPhaseName } from '../../../core/words/sayCampaign';
import { useLang, useWords } from '../../state/StudioProvider';
import { IconButton } from '../../ui/IconButton';
import { useDraft } from '../../ui/useDraft';
import { DateInput } from './fields';
import { Gate } from './Gate';
import classes from './Phases.module.css';
import { useMake } from './useEdits';

/** The phases side by side, each with its days and what it is entered and left through. */
export function PhaseCards({ reckoned }: { readonly reckoned: Reckoned }) {
  const t = useWords(campaignWords);
  const lang = useLang();
  const make = useMake();
  const { campaign } = reckoned.plan;
  const phases = reckoned.phases.map(({ phase }) => phase);
  const missing = phaseKinds.some((kind) => phases.every((phase) => phase.kind !== kind));
  const overlap = phases.flatMap((a, index) => {
    const b = phases.slice(index + 1).find((other) => overlaps(a, other));
    return b === undefined ? [] : [{ a, b }];
  })[0];
  return (
    <section aria-label={t('phases')} id="campaign-phases" tabIndex={-1} className={classes.section}>
      <h2>{t('phases')}</h2>
      {phases.length === 0 && <p className={classes.note}>{t('phases.none')}</p>}
      <div className={classes.cards}>
        {reckoned.phases.map((result) => (
          <PhaseCard key={result.phase.id} result={result} reckoned={reckoned} />
        ))}
      </div>
      {overlap !== undefined && (
        <p className={classes.warn} role="status">
          {t('phases.overlap', { a: sayPhaseName(lang, overlap.a), b: sayPhaseName(lang, overlap.b) })}
        </p>
      )}
      {missing && (
        <Button
          mt={10}
          onClick={() =>
            void make(
              'phase_edit',
              campaign.name,
              fourPhasesOps(campaign, phases, () => crypto.randomUUID()),
            )
          }
        >
          {t(phases.length === 0 ? 'phases.make' : 'phases.missing')}
        </Button>
      )}
    </section>
  );
}

const overlaps = (a: Phase, b: Phase): boolean =>
  a.start !== null && a.end !== null && b.start !== null && b.end !== null && a.start <= b.end && b.start <= a.end;

function PhaseCard({ result, reckoned }: { readonly result: PhaseResult; readonly reckoned: Reckoned }) {
  const t = useWords(campaignWords);
  const lang = useLang();
  const make = useMake();
  const { phase } = result;
  const { today, phases } = reckoned.plan;
  const name = sayPhaseName(lang, phase);
  const { start, end } = phase;
  const here = start !== null && end !== null && start <= today && today <= end;
  return (
    <section
      className={classes.card}
      data-phase={phase.kind}
      data-here={here || undefined}
      data-over={(end !== null && end < today) || undefined}
      aria-label={name}
    >
      <div className={classes.head}>
        <PhaseName phase={phase} />
        {name !== sayPhase(lang, phase.kind) && <span className={classes.days}>{sayPhase(lang, phase.kind)}</span>}
        {start !== null && end !== null && (
          <span className={classes.days}>{t('phase.days', { days: daysBetween(start, end) + 1 })}</span>
        )}
        <IconButton
          label={t('phase.remove')}
          onClick={() => void make('phase_edit', name, [{ kind: 'delete', type: 'phase', id: phase.id }])}
        >
          <IconX size={13} stroke={1.6} />
        </IconButton>
      </div>
      <div className={classes.span}>
        {(['start', 'end'] as const).map((edge) => (
          <DateInput
            key={edge}
            label={t(`phase.${edge}`, { phase: name })}
            value={phase[edge]}
            onSave={(day) =>
              void make(
                'phase_edit',
                name,
                day === null
                  ? [{ kind: 'set', type: 'phase', id: phase.id, register: edge, value: null }]
                  : phaseEdgeOps(phase, phases, edge, day),
              )
            }
          />
        ))}
      </div>
      <Gate phase={phase} gate={result.entry} />
      <Gate phase={phase} gate={result.exit} />
    </section>
  );
}

/** The team's own name of a phase; empty means that of its kind. */
function PhaseName({ phase }: { readonly phase: Phase }) {
  const t = useWords(campaignWords);
  const lang = useLang();
  const make = useMake();
  const kind = sayPhase(lang, phase.kind);
  const draft = useDraft({
    value: phase.name,
    when: 'leaving',
    onCommit: (name) =>
      void make('phase_edit', name.trim() === '' ? kind : name, [
        { kind: 'set', type: 'phase', id: phase.id, register: 'name', value: name.trim() },
      ]),
  });
  return (
    <input
      type="text"
      className={classes.name}
      aria-label={t('phase.name', { phase: kind })}
      placeholder={kind}
      maxLength={100}
      {...draft}
    />
  );
}

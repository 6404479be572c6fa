import { useEffect, useState } from 'react';
import type { Finding } from '../../../../core/adapt/types';
import type { Fix } from '../../../../core/check/fixes/fix';
import { safeFix } from '../../../../core/check/fixes/fixes';
import { fixWords } from '../../../../core/words/fixes';
import { say } from '../../../../core/words/say';
import type { Outcome } from '../../../state/adapting/adaptTask';
import type { Studio } from '../../../state/studio';
import { shownFindings } from '../../../ui/adapted/cardFields';
import type { Session } from '../session';
import { type FindingAt, findingAt } from './nextFinding';

export const keyOf = ({ code, field, params }: Finding): string => JSON.stringify([code, field, params]);

const none: ReadonlyMap<string, Fix> = new Map();

/**
 * The safe fixes of a version, by finding. Each is tried by adapting anew, so they are looked for one by one between
 * other work; until all are there, those of the text before stay on screen. What is written is looked for afresh.
 */
export function useFixes(outcome: Outcome): ReadonlyMap<string, Fix> {
  const [fixes, setFixes] = useState(none);
  useEffect(() => {
    const found = new Map<string, Fix>();
    let left = shownFindings(outcome.findings);
    let timer = 0;
    const next = (): void => {
      const [finding, ...rest] = left;
      left = rest;
      if (finding === undefined) {
        setFixes(found);
        return;
      }
      const fix = safeFix(outcome.input, outcome.adapted, finding);
      if (fix !== null) found.set(keyOf(finding), fix);
      timer = window.setTimeout(next);
    };
    timer = window.setTimeout(next);
    return () => window.clearTimeout(timer);
  }, [outcome]);
  return fixes;
}

/** Writes the safe fix of a finding as the version stands now; without one, says that a person has to. */
export async function mend(
  studio: Pick<Studio, 'getState'>,
  session: Session,
  outcome: Outcome,
  finding: Finding,
): Promise<void> {
  const fix = safeFix(outcome.input, outcome.adapted, finding);
  if (fix !== null) await session.fix(outcome.task, fix);
  else studio.getState().announce(say(fixWords, studio.getState().settings.lang, 'none'));
}

/** The same for the finding one is at. */
export async function mendAt(studio: Pick<Studio, 'getState'>, session: Session, at: FindingAt | null): Promise<void> {
  const outcome = at === null ? undefined : session.getState().outcomes[at.key];
  const finding = at === null || outcome === undefined ? undefined : findingAt(outcome.findings, at.index);
  if (outcome !== undefined && finding !== undefined) await mend(studio, session, outcome, finding);
}

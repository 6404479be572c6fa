import type { Finding } from '../../../../core/adapt/types';
import { safeFix } from '../../../../core/check/fixes/fixes';
import { fixWords } from '../../../../core/words/fixes';
import { say } from '../../../../core/words/say';
import type { Outcome } from '../../../state/adapting/adaptTask';
import type { Studio } from '../../../state/studio';
import type { Session } from '../session';
import { type FindingAt, findingAt } from './nextFinding';

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

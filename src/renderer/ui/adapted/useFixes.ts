import { useEffect, useState } from 'react';
import type { Finding } from '../../../core/adapt/types';
import type { Fix } from '../../../core/check/fixes/fix';
import { safeFix } from '../../../core/check/fixes/fixes';
import type { Outcome } from '../../state/adapting/adaptTask';
import { shownFindings } from './cardFields';

export const findingKey = ({ code, field, params }: Finding): string => JSON.stringify([code, field, params]);

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
      if (fix !== null) found.set(findingKey(finding), fix);
      timer = window.setTimeout(next);
    };
    timer = window.setTimeout(next);
    return () => window.clearTimeout(timer);
  }, [outcome]);
  return fixes;
}

import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Finding } from '../../../core/adapt/types';
import { safeFix } from '../../../core/check/fixes/fixes';
import { sayFinding } from '../../../core/words/findings';
import { fixWords, sayFix } from '../../../core/words/fixes';
import { inspectorWords } from '../../../core/words/inspector';
import { sayField } from '../../../core/words/platforms';
import { say } from '../../../core/words/say';
import { versionWords } from '../../../core/words/versions';
import type { Outcome } from '../../state/adapting/adaptTask';
import { applyFix } from '../../state/adapting/applyFix';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { shownFindings } from '../../ui/adapted/cardFields';
import { findingKey, useFixes } from '../../ui/adapted/useFixes';
import { FindingMark } from '../../ui/FindingMark';
import { Keys } from '../../ui/Keys';
import classes from './ReviewFindings.module.css';

/** Lines that stand above the preview before one asks for all. */
const FEW = 2;
/** The key that mends the first finding with a safe fix, here as in the editor. */
const FIX_KEYS = 'shift+f8';

/** What is wrong with the version under review, each with the act that mends it. */
export function ReviewFindings({ pieceId, outcome }: { readonly pieceId: string; readonly outcome: Outcome }) {
  const v = useWords(versionWords);
  const i = useWords(inspectorWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const openPiece = useStudio((state) => state.openPiece);
  const offerCommands = useStudio((state) => state.offerCommands);
  const fixes = useFixes(outcome);
  const [open, setOpen] = useState(false);
  const all = shownFindings(outcome.findings);
  const first = all.find((finding) => fixes.has(findingKey(finding)));
  const at = { pieceId, format: outcome.task.format, accountId: outcome.task.accountId };

  /** The first of these findings that has a safe fix is mended: as the text stands now, whatever the buttons know. */
  const mend = (findings: readonly Finding[]): void => {
    for (const finding of findings) {
      const fix = safeFix(outcome.input, outcome.adapted, finding);
      if (fix === null) continue;
      void applyFix(studio, at, fix);
      return;
    }
    studio.getState().announce(say(fixWords, lang, 'none'));
  };
  const latest = useRef(() => mend(all));
  useEffect(() => {
    latest.current = () => mend(all);
  });
  useEffect(
    () =>
      offerCommands('review.findings', [
        {
          id: 'review.apply_fix',
          group: 'edit',
          label: (of) => say(fixWords, of, 'command'),
          keys: [FIX_KEYS],
          whileTyping: true,
          run: () => latest.current(),
        },
      ]),
    [offerCommands],
  );
  if (all.length === 0) return null;
  return (
    <section className={classes.findings} data-findings aria-label={v('findings.label')}>
      <ul>
        {(open ? all : all.slice(0, FEW)).map((finding) => {
          const { title, remedy } = sayFinding(lang, finding);
          const fix = fixes.get(findingKey(finding));
          const isFirst = finding === first;
          return (
            <li key={findingKey(finding)} title={remedy}>
              <FindingMark severity={finding.severity} />
              <span>
                {title}
                {open && <small>{`${sayField(lang, finding.field)} · ${remedy}`}</small>}
              </span>
              {fix === undefined ? (
                <Button
                  size="compact-xs"
                  aria-label={`${i('findings.fix')}: ${title}`}
                  onClick={() => openPiece(pieceId, { ...at, field: finding.field })}
                >
                  {i('findings.fix')}
                </Button>
              ) : (
                <Button
                  size="compact-xs"
                  aria-keyshortcuts={isFirst ? 'Shift+F8' : undefined}
                  rightSection={isFirst ? <Keys keys={FIX_KEYS} /> : undefined}
                  onClick={() => mend([finding])}
                >
                  {sayFix(lang, fix)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {all.length > FEW && (
        <button type="button" className={classes.more} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? v('findings.fewer') : v('variants.more_findings', { count: all.length - FEW })}
        </button>
      )}
    </section>
  );
}

import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { proposeWords } from '../../../core/words/propose';
import { say } from '../../../core/words/say';
import { useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { IconButton } from '../../ui/IconButton';
import { draftOf } from './draft';
import classes from './Propose.module.css';
import { ProposeForm } from './ProposeForm';
import { ProposeResult } from './ProposeResult';
import { Working } from './Working';

/** Beside the matrix: asks what is to be placed, tells how far it is, and goes through what was found. */
export function ProposePanel() {
  const t = useWords(proposeWords);
  const studio = useStudioHandle();
  const phase = useStudio((state) => state.proposing?.state?.phase ?? 'asking');
  const [draft, setDraft] = useState(() => draftOf(studio.getState()));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useTold(phase);
  const close = () => {
    studio.getState().closeProposing();
    document.querySelector<HTMLElement>('[data-act="propose"]')?.focus();
  };
  return (
    <section
      className={classes.panel}
      aria-label={t('title')}
      data-testid="propose"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        if (phase === 'working') void studio.getState().cancelProposing();
        else close();
      }}
    >
      <header className={classes.head}>
        <h2 ref={heading} tabIndex={-1}>
          {t('title')}
        </h2>
        <IconButton label={t('close')} onClick={close}>
          <IconX size={16} stroke={1.6} />
        </IconButton>
      </header>
      {phase === 'working' && <Working />}
      {phase === 'done' && <ProposeResult />}
      {phase !== 'working' && phase !== 'done' && <ProposeForm draft={draft} setDraft={setDraft} />}
    </section>
  );
}

/** Says what became of it to who does not see it. */
function useTold(phase: string): void {
  const studio = useStudioHandle();
  const before = useRef(phase);
  useEffect(() => {
    if (before.current === phase) return;
    before.current = phase;
    const { announce, proposing, settings } = studio.getState();
    const { placed, unplaced } = proposing?.state?.proposal ?? { placed: [], unplaced: [] };
    if (phase === 'working') announce(say(proposeWords, settings.lang, 'said.working'));
    if (phase === 'cancelled') announce(say(proposeWords, settings.lang, 'said.cancelled'));
    if (phase === 'done')
      announce(say(proposeWords, settings.lang, 'said.found', { placed: placed.length, unplaced: unplaced.length }));
  }, [phase, studio]);
}

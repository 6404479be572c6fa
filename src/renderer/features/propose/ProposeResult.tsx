import { Button } from '@mantine/core';
import { useEffect, useId, useRef } from 'react';
import { proposeWords } from '../../../core/words/propose';
import { proposedKey, proposedOf } from '../../state/proposing';
import { useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import classes from './Found.module.css';
import frame from './Propose.module.css';
import { ProposedItem } from './ProposedItem';
import { UnplacedList } from './UnplacedList';

/** What was found: every spot with its reasons, to be taken in whole or in part, and what stands nowhere with its own. */
export function ProposeResult() {
  const t = useWords(proposeWords);
  const id = useId();
  const studio = useStudioHandle();
  const proposing = useStudio((state) => state.proposing);
  const head = useRef<HTMLParagraphElement>(null);
  useEffect(() => head.current?.focus(), []);
  const state = proposing?.state ?? null;
  const proposal = state?.proposal ?? null;
  if (proposing === null || state === null || proposal === null) return null;
  const all = proposedOf(proposing);
  const chosen = all.filter((one) => proposing.chosen.has(proposedKey(one))).length;
  const better = Math.round(proposal.objective - proposal.greedy);
  const take = async () => {
    const count = await studio.getState().takeProposed();
    if (count === null || count === 0) return;
    const { announce, notify } = studio.getState();
    const message = t('said.taken', { count });
    notify({ message, undo: true });
    announce(message);
    head.current?.focus();
  };
  return (
    <>
      <div className={frame.scroll}>
        <p ref={head} tabIndex={-1} className={classes.found}>
          {t('found', { placed: all.length, unplaced: proposal.unplaced.length })}
        </p>
        {proposal.proven && <p className={frame.note}>{t('found.proven')}</p>}
        {!proposal.proven && better > 0 && <p className={frame.note}>{t('found.greedy', { points: better })}</p>}
        {state.unread.map(({ pieceId, deadline }) => (
          <p key={pieceId} className={classes.warn}>
            {t('unread', { deadline, title: state.pieces[pieceId]?.title ?? '' })}
          </p>
        ))}
        {all.length > 0 && (
          <ul className={classes.list} aria-label={t('list')}>
            {all.map((one) => (
              <ProposedItem key={proposedKey(one)} one={one} isKept={proposing.kept.includes(one)} />
            ))}
          </ul>
        )}
        <UnplacedList />
      </div>
      <footer className={frame.foot}>
        {chosen < all.length && (
          <p id={`${id}a`} className={frame.note}>
            {t('again.note')}
          </p>
        )}
        <Button variant="filled" disabled={chosen === 0} onClick={() => void take()}>
          {chosen === 0 ? t('take.none') : t('take', { count: chosen })}
        </Button>
        {chosen < all.length && (
          <Button aria-describedby={`${id}a`} onClick={() => void studio.getState().proposeAgain()}>
            {t('again')}
          </Button>
        )}
        <Button onClick={() => studio.getState().reviseProposing()}>{t('revise')}</Button>
      </footer>
    </>
  );
}

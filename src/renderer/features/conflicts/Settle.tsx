import { useEffect, useState } from 'react';
import type { ConflictCard, ConflictChoice, ConflictDetail } from '../../../contract';
import { conflictWords } from '../../../core/words/conflicts';
import { useStudioHandle, useWords } from '../../state/StudioProvider';
import { ClockChoice } from './ClockChoice';
import classes from './Conflicts.module.css';
import { HeldChoice, LifeChoice } from './FieldChoices';
import { TextChoice } from './TextChoice';

/** Settles it; `said` is what the notice calls that. */
export type Resolve = (
  choice: ConflictChoice,
  said: 'text' | 'keep' | 'delete' | 'take' | 'leave' | 'repair',
) => Promise<void>;

/** One thing that waits, with everything needed to settle it as one step of undo. */
export function Settle({ card }: { readonly card: ConflictCard }) {
  const t = useWords(conflictWords);
  const studio = useStudioHandle();
  const { detail, reread } = useDetail(card);
  const resolve: Resolve = async (choice, said) => {
    const { kind, type, id } = card;
    const { act, notify, announce } = studio.getState();
    if ((await act('plan.resolve', { kind, type, id, choice })) === null) return reread();
    const message = t(`done.${said}`, { name: card.name === '' ? t('untitled') : card.name });
    // What is left aside, or dated anew, is no change of what anybody sees: there is nothing to undo.
    notify({ message, undo: said !== 'leave' && said !== 'repair' });
    announce(message);
  };
  if (detail === null) return <div className={classes.settle} />;
  const props = { detail, resolve };
  return (
    <section className={classes.settle} aria-label={t(`kind.${card.kind}`)} tabIndex={-1} data-testid="settle">
      {card.kind === 'body' && <TextChoice key={detail.texts.map(({ version }) => version).join()} {...props} />}
      {card.kind === 'life' && <LifeChoice {...props} />}
      {card.kind === 'held' && <HeldChoice {...props} />}
      {card.kind === 'clock' && <ClockChoice {...props} />}
    </section>
  );
}

/** Read again when the card is another one: the texts may be others by now. */
function useDetail(card: ConflictCard): { readonly detail: ConflictDetail | null; readonly reread: () => void } {
  const { api } = useStudioHandle();
  const [detail, setDetail] = useState<ConflictDetail | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let current = turn >= 0;
    const { kind, type, id } = card;
    void api.call('plan.conflict', { kind, type, id }).then((answer) => {
      if (current && answer.ok) setDetail(answer.value);
    });
    return () => {
      current = false;
    };
  }, [api, card, turn]);
  return { detail, reread: () => setTurn((before) => before + 1) };
}

import { type RefObject, useId } from 'react';
import type { CompareSummary } from '../../../contract';
import { compareGroupWords, receivedPlanWords } from '../../../core/words/receivedPlan';
import { useWords } from '../../state/StudioProvider';
import classes from './Merge.module.css';

/** So many deletions that a person must name their number before anything may be merged. */
export function MassDeletionBar({
  mass,
  named,
  onName,
  onLook,
  onTake,
  input,
}: {
  readonly mass: NonNullable<CompareSummary['mass']>;
  readonly named: number | null;
  readonly onName: (count: number | null) => void;
  readonly onLook: () => void;
  /** Enter in the field, as in any form. */
  readonly onTake: () => void;
  readonly input: RefObject<HTMLInputElement | null>;
}) {
  const t = useWords(receivedPlanWords);
  const g = useWords(compareGroupWords);
  const id = useId();
  return (
    <div className={classes.mass} role="alert">
      <span id={`${id}-text`}>{t('mass.text', { ...mass })}</span>
      <button type="button" className={classes.link} onClick={onLook}>
        {g('deleted')}
      </button>
      <label htmlFor={id}>{t('mass.label')}</label>
      <input
        ref={input}
        id={id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        aria-describedby={`${id}-text`}
        data-fits={named === mass.count || undefined}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) onTake();
        }}
        onChange={({ currentTarget }) => onName(numberIn(currentTarget.value))}
      />
    </div>
  );
}

/** Thousands may be parted as the sentence parts them. */
const numberIn = (text: string): number | null => {
  const digits = text.replace(/[\s,，]/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
};

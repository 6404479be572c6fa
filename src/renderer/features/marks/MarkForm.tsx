import { Button } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import type { Mark } from '../../../core/review/marksPage';
import { reviewPageWords } from '../../../core/words/reviewPage';
import { useWords } from '../../state/StudioProvider';
import { TextButton } from '../../ui/TextButton';
import classes from './MarkForm.module.css';
import shared from './Marks.module.css';

/** What was said of a sentence; null takes it back, nothing leaves it as it was. */
export type Said = Pick<Mark, 'kind' | 'comment' | 'suggestion'> | null | undefined;

/** A word on one sentence, and the words one would write instead. */
export function MarkForm({
  quote,
  mark,
  canSuggest,
  onDone,
}: {
  readonly quote: string;
  readonly mark: Mark | null;
  readonly canSuggest: boolean;
  readonly onDone: (said: Said) => void;
}) {
  const p = useWords(reviewPageWords);
  const [comment, setComment] = useState(mark?.comment ?? '');
  const [words, setWords] = useState(mark?.suggestion ?? quote);
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  const [commentId, wordsId] = [useId(), useId()];
  const keep = (): void => {
    const suggests = canSuggest && words !== quote;
    const said = comment.trim() === '' && !suggests;
    onDone(
      said
        ? null
        : { kind: suggests ? 'suggest' : 'comment', comment: comment.trim(), suggestion: suggests ? words : null },
    );
  };
  return (
    <fieldset
      className={classes.form}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone(undefined);
      }}
    >
      <label htmlFor={commentId}>{p('comment')}</label>
      <textarea
        ref={first}
        id={commentId}
        rows={2}
        maxLength={20_000}
        value={comment}
        placeholder={p('comment.hint')}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      {canSuggest ? (
        <>
          <label htmlFor={wordsId}>{p('suggestion')}</label>
          <textarea
            id={wordsId}
            rows={2}
            maxLength={20_000}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        </>
      ) : (
        <p className={shared.quiet}>{p('suggestion.fixed')}</p>
      )}
      <div className={shared.acts}>
        <Button variant="filled" onClick={keep}>
          {p('keep')}
        </Button>
        {mark !== null && <TextButton onClick={() => onDone(null)}>{p('drop')}</TextButton>}
        <TextButton onClick={() => onDone(undefined)}>{p('close')}</TextButton>
      </div>
    </fieldset>
  );
}

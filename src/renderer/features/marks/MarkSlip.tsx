import type { MarkAct, MarkCard } from '../../../contract';
import { marksWords } from '../../../core/words/marks';
import { sayReviewField } from '../../../core/words/reviewPage';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { DiffText } from '../../ui/DiffText';
import { TextButton } from '../../ui/TextButton';
import { Kind } from './Kind';
import classes from './MarkSlip.module.css';
import shared from './Marks.module.css';

/** One mark beside its text: who said what, and what becomes of it. */
export function MarkSlip({
  mark,
  isOpen,
  onOpen,
}: {
  readonly mark: MarkCard;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}) {
  const t = useWords(marksWords);
  const lang = useLang();
  const act = useStudio((state) => state.act);
  const answer = (what: MarkAct) => () => void act('marks.answer', { id: mark.id, act: what });
  const isSuggestion = mark.suggestion !== null;
  const asks = isSuggestion || mark.comment !== '';
  const kind = isSuggestion ? 'suggest' : mark.verdict;
  const settled =
    mark.answer === 'taken' ? 'mark.taken' : mark.answer === 'declined' ? 'mark.declined' : 'mark.settled';
  return (
    <article
      className={classes.slip}
      data-review={mark.id}
      data-open={isOpen || undefined}
      data-settled={mark.settled || undefined}
      onFocus={onOpen}
    >
      <header>
        <Kind kind={kind} />
        <small>{t('mark.by', { by: mark.by || t('mark.by_nobody'), day: mark.day ?? '' })}</small>
      </header>
      <small>{mark.field === '' ? t('mark.of_all') : sayReviewField(lang, mark.field)}</small>
      {isSuggestion ? (
        <p>
          <DiffText before={mark.quote} after={mark.suggestion ?? ''} />
        </p>
      ) : (
        mark.quote !== '' && <blockquote>{mark.quote}</blockquote>
      )}
      {mark.comment !== '' && <p>{mark.comment}</p>}
      {mark.quote !== '' && mark.at === null && !mark.settled && (
        <small className={shared.warn}>{t('mark.gone')}</small>
      )}
      {mark.intoSource && !mark.settled && <small>{t('mark.into_source')}</small>}
      {mark.older && mark.quote === '' && <small className={shared.warn}>{t('mark.older')}</small>}
      {asks && (
        <div className={shared.acts}>
          {mark.settled ? (
            <>
              <small>{t(settled)}</small>
              <TextButton onClick={answer('reopen')}>{t('mark.reopen')}</TextButton>
            </>
          ) : isSuggestion ? (
            <>
              <TextButton disabled={mark.at === null} onClick={answer('take')}>
                {t('mark.take')}
              </TextButton>
              <TextButton onClick={answer('decline')}>{t('mark.decline')}</TextButton>
            </>
          ) : (
            <TextButton onClick={answer('settle')}>{t('mark.settle')}</TextButton>
          )}
        </div>
      )}
    </article>
  );
}

import { useState } from 'react';
import type { MarkAct, MarkCard, MarkedDetail, MarkedText } from '../../../contract';
import type { ReviewTarget } from '../../../core/review/reviewTarget';
import { marksWords } from '../../../core/words/marks';
import { sayReviewField, sayReviewPlace } from '../../../core/words/reviewPage';
import { titleOrNone } from '../../../core/words/titles';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { useChangeTurn } from '../../state/useChangeTurn';
import { DiffText } from '../../ui/DiffText';
import { Empty } from '../../ui/Empty';
import { Screen } from '../../ui/Screen';
import { TextButton } from '../../ui/TextButton';
import { ToLibrary } from './Hand';
import classes from './Marks.module.css';
import { ReadText } from './ReadText';
import { Standing } from './Standing';
import { useAsked } from './useAsked';

const keyOf = ({ pieceId, format, accountId }: ReviewTarget): string => `${pieceId} ${format} ${accountId}`;

/** Texts somebody marked: the text in the middle, what was said of it beside it, each answered as one step of undo. */
export function Marked({ first }: { readonly first: ReviewTarget | null }) {
  const t = useWords(marksWords);
  const lang = useLang();
  const turn = useChangeTurn(100);
  const list = useAsked('marks.list', {}, turn);
  const [chosen, setChosen] = useState<string | null>(first === null ? null : keyOf(first));
  const current = list?.find(({ target }) => keyOf(target) === chosen) ?? list?.[0];
  if (list !== null && current === undefined)
    return (
      <Screen label={t('title')}>
        <h1 className="visually-hidden">{t('title')}</h1>
        <Empty text={t('list.empty')} action={<ToLibrary />} />
      </Screen>
    );
  return (
    <Screen label={t('title')}>
      <h1 className="visually-hidden">{t('title')}</h1>
      <div className={classes.columns}>
        <nav className={classes.list} aria-label={t('list.label')}>
          {(list ?? []).map((one) => (
            <ListRow
              key={keyOf(one.target)}
              text={one}
              isCurrent={one === current}
              onChoose={() => setChosen(keyOf(one.target))}
              name={`${titleOrNone(lang, one.title)}`}
            />
          ))}
        </nav>
        {current !== undefined && <Detail key={keyOf(current.target)} target={current.target} turn={turn} />}
      </div>
    </Screen>
  );
}

function ListRow({
  text,
  name,
  isCurrent,
  onChoose,
}: {
  readonly text: MarkedText;
  readonly name: string;
  readonly isCurrent: boolean;
  readonly onChoose: () => void;
}) {
  const t = useWords(marksWords);
  const lang = useLang();
  return (
    <button type="button" className={classes.item} aria-current={isCurrent} onClick={onChoose}>
      <b>{name}</b>
      <small>{sayReviewPlace(lang, text)}</small>
      <span className={classes.itemFoot}>
        <small data-open={text.open > 0 || undefined}>{t('list.open', { count: text.open })}</small>
        <Standing standing={text.standing} />
      </span>
    </button>
  );
}

function Detail({ target, turn }: { readonly target: ReviewTarget; readonly turn: number }) {
  const t = useWords(marksWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const detail = useAsked('marks.open', { target }, turn);
  const [open, setOpen] = useState<string | null>(null);
  if (detail === null) return null;
  const see = (): void => {
    const { openPiece, openReview } = studio.getState();
    if (target.format === null) openPiece(target.pieceId);
    else openReview(target.pieceId, { format: target.format, accountId: target.accountId });
  };
  return (
    <>
      <div className={classes.page}>
        <div className={classes.title}>
          <h2>{titleOrNone(lang, detail.title)}</h2>
          <span className={classes.quiet}>{sayReviewPlace(lang, detail)}</span>
          <Standing standing={detail.standing} />
          <TextButton onClick={see}>{t('open_piece')}</TextButton>
        </div>
        <Texts detail={detail} open={open} onOpen={setOpen} />
      </div>
      <aside className={classes.marks} aria-label={t('side.label')}>
        {detail.marks.length === 0 && <p className={classes.quiet}>{t('mark.none')}</p>}
        {detail.marks.map((mark) => (
          <MarkSlip key={mark.id} mark={mark} isOpen={mark.id === open} onOpen={() => setOpen(mark.id)} />
        ))}
      </aside>
    </>
  );
}

/** The words the marks are about are lit; pointing at one shows its mark. */
function Texts({
  detail,
  open,
  onOpen,
}: {
  readonly detail: MarkedDetail;
  readonly open: string | null;
  readonly onOpen: (id: string | null) => void;
}) {
  const placed = detail.marks.filter(({ at, settled }) => at !== null && !settled);
  return detail.texts.map((text) => {
    const own = placed.filter(({ field }) => field === text.field);
    const lit = own.find(({ id }) => id === open);
    return (
      <ReadText
        key={text.field}
        text={text}
        lang={detail.lang}
        marked={new Set(own.flatMap(({ at }) => at ?? []))}
        open={lit?.at ?? null}
        onOpen={(one) => {
          const here = own.find(({ at }) => at !== null && at >= one.at && at < one.at + one.text.length);
          onOpen(here === undefined || here.id === open ? null : here.id);
        }}
        under={() => null}
      />
    );
  });
}

function MarkSlip({
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
        <span className={classes.kind} data-kind={kind}>
          {t(`kind.${kind}`)}
        </span>
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
        <small className={classes.warn}>{t('mark.gone')}</small>
      )}
      {mark.older && mark.quote === '' && <small className={classes.warn}>{t('mark.older')}</small>}
      {asks && (
        <div className={classes.acts}>
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

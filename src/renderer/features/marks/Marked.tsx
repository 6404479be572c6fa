import { useState } from 'react';
import type { MarkedDetail, MarkedText } from '../../../contract';
import type { ReviewTarget } from '../../../core/review/reviewTarget';
import { marksWords } from '../../../core/words/marks';
import { sayReviewPlace } from '../../../core/words/reviewPage';
import { titleOrNone } from '../../../core/words/titles';
import { useLang, useStudioHandle, useWords } from '../../state/StudioProvider';
import { useChangeTurn } from '../../state/useChangeTurn';
import { Empty } from '../../ui/Empty';
import { Screen } from '../../ui/Screen';
import { TextButton } from '../../ui/TextButton';
import { ToLibrary } from './Hand';
import classes from './Marked.module.css';
import { MarkSlip } from './MarkSlip';
import slips from './MarkSlip.module.css';
import shared from './Marks.module.css';
import { ReadText } from './ReadText';
import { Standing } from './Standing';
import { useAsked } from './useAsked';

const keyOf = ({ pieceId, format, accountId }: ReviewTarget): string => `${pieceId} ${format} ${accountId}`;

/** Texts somebody marked: the text in the middle, what was said of it beside it, each answered as one step of undo. */
export function Marked({ first }: { readonly first: ReviewTarget | null }) {
  const t = useWords(marksWords);
  const lang = useLang();
  const turn = useChangeTurn(100);
  const { answer: list } = useAsked('marks.list', {}, turn);
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
      <div className={shared.columns}>
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
  const { answer: detail, refused } = useAsked('marks.open', { target }, turn);
  const [open, setOpen] = useState<string | null>(null);
  if (detail === null) return <p className={shared.lead}>{t(refused ? 'text_gone' : 'working')}</p>;
  const see = (): void => {
    const { openPiece, openReview } = studio.getState();
    if (target.format === null) openPiece(target.pieceId);
    else openReview(target.pieceId, { format: target.format, accountId: target.accountId });
  };
  return (
    <>
      <div className={shared.page}>
        <div className={classes.title}>
          <h2>{titleOrNone(lang, detail.title)}</h2>
          <span className={shared.quiet}>{sayReviewPlace(lang, detail)}</span>
          <Standing standing={detail.standing} />
          <TextButton onClick={see}>{t('open_piece')}</TextButton>
        </div>
        <Texts detail={detail} open={open} onOpen={setOpen} />
      </div>
      <aside className={slips.marks} aria-label={t('side.label')}>
        {detail.marks.length === 0 && <p className={shared.quiet}>{t('mark.none')}</p>}
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

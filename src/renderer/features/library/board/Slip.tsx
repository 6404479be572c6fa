import { memo, useEffect, useRef } from 'react';
import type { PieceCard } from '../../../../contract';
import { boardWords } from '../../../../core/words/board';
import { sayFields } from '../../../../core/words/briefLabels';
import { sayDate } from '../../../../core/words/dates';
import { sayKindOf } from '../../../../core/words/kinds';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { KindMark } from '../../../ui/KindMark';
import { PersonDot } from '../../../ui/PersonDot';
import { chosen, countOf, type Desk } from '../desk';
import { Marked } from '../Marked';
import { PieceMarks } from '../PieceMarks';
import { MoreDots, SelectBox, titleOf } from '../PieceParts';
import { domId } from '../useFlat';
import classes from './Board.module.css';
import { carrySlip } from './carry';

/** One piece on the board: shape and title in two lines, who speaks, when it goes out. */
export const Slip = memo(function Slip({
  desk,
  piece,
  index,
  total,
  top,
  here,
  selected,
}: {
  readonly desk: Desk;
  readonly piece: PieceCard;
  readonly index: number;
  readonly total: number;
  readonly top: number;
  readonly here: boolean;
  readonly selected: boolean;
}) {
  const b = useWords(boardWords);
  const lang = useLang();
  const persona = useStudio((state) => state.outline?.persona.find(({ id }) => id === piece.personaId) ?? null);
  const element = useRef<HTMLDivElement>(null);
  const latest = useRef(piece);
  useEffect(() => {
    latest.current = piece;
  });
  useEffect(() => {
    const slip = element.current;
    if (slip === null) return;
    return carrySlip(
      slip,
      () => {
        const target = chosen(desk, latest.current);
        return target === null ? null : { target, count: countOf(desk, target) };
      },
      (count) => b('board.drag_many', { count }),
      classes.badge ?? '',
    );
  }, [desk, b]);
  return (
    <div
      ref={element}
      id={domId(piece.id)}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-posinset={index + 1}
      aria-setsize={total}
      className={classes.slip}
      style={{ top }}
      data-index={index}
      data-here={here || undefined}
    >
      <span className="visually-hidden">{sayKindOf(lang, piece)}</span>
      <span
        className={classes.title}
        lang={piece.lang === 'zh' ? 'zh-CN' : 'en'}
        data-part="open"
        title={sayFields(lang, piece.title)}
      >
        <KindMark kind={piece.kind} />
        <span data-none={piece.title === '' || undefined}>
          <Marked text={titleOf(lang, piece)} marks={piece.title === '' ? [] : piece.titleMarks} />
        </span>
      </span>
      <span className={classes.foot}>
        {persona !== null && <PersonDot name={persona.name} tint={persona.tint} hint={false} />}
        <span className={classes.tag}>{piece.tags[0] ?? ''}</span>
        <PieceMarks piece={piece} />
        <span className={classes.day}>{piece.nextDay === null ? '' : sayDate(lang, piece.nextDay)}</span>
      </span>
      <SelectBox on={selected} className={classes.check} />
      <MoreDots className={classes.dots} />
    </div>
  );
});

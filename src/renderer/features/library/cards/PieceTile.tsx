import { type CSSProperties, memo } from 'react';
import type { PieceCard } from '../../../../contract';
import { sayFields } from '../../../../core/words/briefLabels';
import { sayDay } from '../../../../core/words/dates';
import { sayKindOf, sayState } from '../../../../core/words/kinds';
import { libraryWords } from '../../../../core/words/library';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { KindMark } from '../../../ui/KindMark';
import { PersonDot } from '../../../ui/PersonDot';
import { StateMark } from '../../../ui/StateMark';
import { Marked } from '../Marked';
import { PieceMarks } from '../PieceMarks';
import { MoreDots, SelectBox, Tags, titleOf } from '../PieceParts';
import { domId } from '../useFlat';
import classes from './Cards.module.css';

/** One piece as a card: picture or first words, title, tags, who speaks and when it goes out; the edge is its state. */
export const PieceTile = memo(function PieceTile({
  piece,
  index,
  total,
  place,
  here,
  selected,
  words,
}: {
  readonly piece: PieceCard;
  readonly index: number;
  readonly total: number;
  readonly place: CSSProperties;
  readonly here: boolean;
  readonly selected: boolean;
  readonly words: readonly string[];
}) {
  const t = useWords(libraryWords);
  const lang = useLang();
  const persona = useStudio((state) => state.outline?.persona.find(({ id }) => id === piece.personaId) ?? null);
  const text = piece.snippet ?? { text: piece.excerpt, marks: [] };
  const written = piece.lang === 'zh' ? 'zh-CN' : 'en';
  return (
    <div
      id={domId(piece.id)}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-posinset={index + 1}
      aria-setsize={total}
      className={classes.card}
      style={place}
      data-index={index}
      data-here={here || undefined}
    >
      <span className={classes.edge}>
        <StateMark state={piece.state === 'archived' ? 'skipped' : piece.state} tall />
      </span>
      <span className={classes.inner}>
        {piece.coverId !== null && (
          <img
            className={classes.cover}
            src={`/assets/${piece.coverId}`}
            alt=""
            loading="lazy"
            decoding="async"
            draggable={false}
          />
        )}
        <span className="visually-hidden">{sayKindOf(lang, piece)}</span>
        <span className={classes.title} lang={written} data-part="open" title={sayFields(lang, piece.title)}>
          <KindMark kind={piece.kind} />
          <span data-none={piece.title === '' || undefined}>
            <Marked text={titleOf(lang, piece)} marks={piece.title === '' ? [] : piece.titleMarks} />
          </span>
        </span>
        <span className={classes.text} data-long={piece.coverId === null || undefined} lang={written}>
          <Marked {...text} />
        </span>
        <span className={classes.gap} />
        <Tags tags={piece.tags} most={2} words={words} />
        <span className={classes.foot}>
          <span className={classes.state} title={sayKindOf(lang, piece)}>
            {sayState(lang, piece.state)}
          </span>
          {persona !== null && <PersonDot name={persona.name} tint={persona.tint} hint={false} />}
          <PieceMarks piece={piece} />
          <span className={classes.day} data-none={piece.nextDay === null || undefined}>
            {piece.nextDay === null ? t('row.no_date') : sayDay(lang, piece.nextDay)}
          </span>
        </span>
      </span>
      <SelectBox on={selected} className={classes.check} />
      <MoreDots className={classes.dots} />
    </div>
  );
});

import { memo } from 'react';
import type { PieceCard } from '../../../../contract';
import { daysLeft } from '../../../../core/plan/trash';
import { sayFields } from '../../../../core/words/briefLabels';
import { sayDay } from '../../../../core/words/dates';
import { sayKindOf, sayState } from '../../../../core/words/kinds';
import { libraryWords } from '../../../../core/words/library';
import { useLang, useStudio, useStudioHandle, useWords } from '../../../state/StudioProvider';
import { KindMark } from '../../../ui/KindMark';
import { PersonDot } from '../../../ui/PersonDot';
import { StateMark } from '../../../ui/StateMark';
import { Marked } from '../Marked';
import { PieceMarks } from '../PieceMarks';
import { MoreDots, SelectBox, Tags, titleOf, When } from '../PieceParts';
import { domId } from '../useFlat';
import classes from './PieceTable.module.css';

/** One piece: shape and title with its first words, state, tags, persona, when it goes out, when it was touched. */
export const PieceRow = memo(function PieceRow({
  piece,
  index,
  top,
  here,
  selected,
  tags,
  words,
  trashed,
}: {
  /** Undefined while its page is on its way: a still row of true height. */
  readonly piece: PieceCard | undefined;
  readonly index: number;
  readonly top: number;
  readonly here: boolean;
  readonly selected: boolean;
  readonly tags: number;
  readonly words: readonly string[];
  readonly trashed: boolean;
}) {
  const lang = useLang();
  const persona = useStudio((state) => state.outline?.persona.find(({ id }) => id === piece?.personaId) ?? null);
  if (piece === undefined)
    return (
      <tr className={classes.row} style={{ top }} aria-rowindex={index + 2} aria-busy="true">
        <td className={classes.skeleton} />
      </tr>
    );
  const kind = sayKindOf(lang, piece);
  return (
    <tr
      id={domId(piece.id)}
      className={classes.row}
      style={{ top }}
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-index={index}
      data-here={here || undefined}
    >
      <td className={classes.check}>
        <SelectBox on={selected} className={classes.checkHit} />
      </td>
      <td className={classes.title}>
        <span className={classes.kind} title={kind}>
          <KindMark kind={piece.kind} />
          <span className="visually-hidden">{kind}</span>
        </span>
        <span className={classes.words} lang={piece.lang === 'zh' ? 'zh-CN' : 'en'}>
          <span className={classes.headline}>
            <span
              className={classes.open}
              data-part="open"
              data-none={piece.title === '' || undefined}
              title={sayFields(lang, piece.title)}
            >
              <Marked text={titleOf(lang, piece)} marks={piece.title === '' ? [] : piece.titleMarks} />
            </span>
            <PieceMarks piece={piece} />
          </span>
          <span className={classes.excerpt}>
            {piece.snippet === null ? piece.excerpt : <Marked {...piece.snippet} />}
          </span>
        </span>
      </td>
      <td className={classes.state}>
        <StateMark state={piece.state === 'archived' ? 'skipped' : piece.state} />
        {sayState(lang, piece.state)}
      </td>
      <td className={classes.tags}>
        <Tags tags={piece.tags} most={tags} words={words} />
      </td>
      <td className={classes.persona}>
        {persona !== null && (
          <>
            <PersonDot name={persona.name} tint={persona.tint} hint={false} />
            <span className={classes.cut}>{persona.name}</span>
          </>
        )}
      </td>
      {trashed ? <TrashedCells piece={piece} /> : <PlannedCells piece={piece} />}
    </tr>
  );
});

function PlannedCells({ piece }: { readonly piece: PieceCard }) {
  const t = useWords(libraryWords);
  const lang = useLang();
  return (
    <>
      <td className={classes.plan}>
        {piece.nextDay === null ? (
          <span className={classes.quiet}>{t('row.no_date')}</span>
        ) : (
          <>
            {sayDay(lang, piece.nextDay)}
            <span className={classes.quiet}>{t('row.places', { count: piece.placements })}</span>
          </>
        )}
      </td>
      <td className={classes.updated}>
        <span className={classes.when}>
          <When millis={piece.updatedAt} />
        </span>
        <MoreDots className={classes.dots} />
      </td>
    </>
  );
}

function TrashedCells({ piece }: { readonly piece: PieceCard }) {
  const t = useWords(libraryWords);
  const { world } = useStudioHandle();
  const since = piece.trashedAt ?? piece.updatedAt;
  return (
    <>
      <td className={classes.trashed}>
        <When millis={since} />
      </td>
      <td className={classes.left}>
        <span className={classes.when}>{t('row.days_left', { count: daysLeft(since, world.now()) })}</span>
        <MoreDots className={classes.dots} />
      </td>
    </>
  );
}

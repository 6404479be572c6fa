import { Checkbox } from '@mantine/core';
import { memo } from 'react';
import type { PieceCard } from '../../../contract';
import { dateIn } from '../../../core/time/wall';
import { sayDate, sayDay } from '../../../core/words/dates';
import { sayKindOf, sayState } from '../../../core/words/kinds';
import { libraryWords } from '../../../core/words/library';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { KindMark } from '../../ui/KindMark';
import { PersonDot } from '../../ui/PersonDot';
import { StateMark } from '../../ui/StateMark';
import { Highlighted } from './Highlighted';
import classes from './Library.module.css';

const TAGS = 2;

/** One piece: shape and title with its first words, state, tags, persona, when it goes out, when it was touched. */
export const PieceRow = memo(function PieceRow({
  piece,
  index,
  top,
  query,
  here,
  selected,
  onOpen,
  onSelect,
}: {
  /** Undefined while its page is on its way: a still row of true height. */
  readonly piece: PieceCard | undefined;
  readonly index: number;
  readonly top: number;
  readonly query: string;
  readonly here: boolean;
  readonly selected: boolean;
  readonly onOpen: (id: string) => void;
  readonly onSelect: (index: number, range: boolean) => void;
}) {
  const t = useWords(libraryWords);
  const lang = useLang();
  const persona = useStudio((state) => state.outline?.persona.find(({ id }) => id === piece?.personaId) ?? null);
  if (piece === undefined)
    return (
      <tr className={classes.row} style={{ top }} aria-rowindex={index + 2} aria-busy="true">
        <td className={classes.skeleton} />
      </tr>
    );
  const title = piece.title === '' ? t('row.untitled') : piece.title;
  return (
    <tr
      id={`piece-${piece.id}`}
      className={classes.row}
      style={{ top }}
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-index={index}
      data-here={here || undefined}
    >
      <td className={classes.check}>
        <Checkbox
          size="xs"
          tabIndex={-1}
          checked={selected}
          aria-label={t('row.select', { title })}
          onChange={({ nativeEvent }) => onSelect(index, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
        />
      </td>
      <td className={classes.title}>
        <span className={classes.kind} title={sayKindOf(lang, piece)}>
          <KindMark kind={piece.kind} />
          <span className="visually-hidden">{sayKindOf(lang, piece)}</span>
        </span>
        <span className={classes.words} lang={piece.lang === 'zh' ? 'zh-CN' : 'en'}>
          <button
            type="button"
            tabIndex={-1}
            className={classes.open}
            data-none={piece.title === '' || undefined}
            onClick={(event) => {
              if (event.shiftKey || event.ctrlKey || event.metaKey) return;
              onOpen(piece.id);
            }}
          >
            <Highlighted text={title} query={query} />
          </button>
          <span className={classes.excerpt}>
            <Highlighted text={piece.excerpt} query={query} />
          </span>
        </span>
      </td>
      <td className={classes.state}>
        <StateMark state={piece.state === 'archived' ? 'skipped' : piece.state} />
        {sayState(lang, piece.state)}
      </td>
      <td className={classes.tags}>
        {piece.tags.slice(0, TAGS).map((tag) => (
          <span key={tag} className={classes.tag}>
            <Highlighted text={tag} query={query} />
          </span>
        ))}
        {piece.tags.length > TAGS && (
          <span className={classes.quiet}>{t('row.more_tags', { count: piece.tags.length - TAGS })}</span>
        )}
      </td>
      <td className={classes.persona}>
        {persona !== null && (
          <>
            <PersonDot name={persona.name} tint={persona.tint} hint={false} />
            <span className={classes.cut}>{persona.name}</span>
          </>
        )}
      </td>
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
        <When millis={piece.updatedAt} />
      </td>
    </tr>
  );
});

/** The clock time for today, else the date; in the workspace's zone. */
function When({ millis }: { readonly millis: number }) {
  const lang = useLang();
  const zone = useStudio((state) => state.outline?.workspace[0]?.zone ?? 'UTC');
  const studioNow = useStudio((state) => state.savedAt);
  if (millis === 0) return null;
  const day = dateIn(zone, millis);
  if (day !== dateIn(zone, studioNow ?? Date.now())) return sayDate(lang, day);
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(millis);
}

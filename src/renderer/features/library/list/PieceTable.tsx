import { Checkbox } from '@mantine/core';
import { type RefObject, useMemo } from 'react';
import { libraryWords } from '../../../../core/words/library';
import { anyPicked, countPicked, isPicked } from '../../../state/picked';
import { useStudio, useWords } from '../../../state/StudioProvider';
import { selectAll } from '../actions';
import { clearSelection, type Desk } from '../desk';
import { EmptyLibrary } from '../EmptyLibrary';
import { useFlat } from '../useFlat';
import { useSearchedWords } from '../useSearchedWords';
import { useWide } from '../useWide';
import { PieceRow } from './PieceRow';
import classes from './PieceTable.module.css';

/** Height of a row and of the head in pixels. */
const ROW = 56;
const HEAD = 32;
/** From this width of the list on, a row has room for two tags. */
const WIDE = 1150;

/** Every piece in rows, only those in sight drawn. A table whose rows are chosen and opened by keys is a grid. */
export function PieceTable({ desk }: { readonly desk: Desk }) {
  const t = useWords(libraryWords);
  const { filter, picked, cursor } = useStudio((state) => state.library);
  const flat = useFlat(desk, ROW, 1, HEAD);
  const words = useSearchedWords(filter.query);
  const wide = useWide(flat.scroller, WIDE);
  const { pieces, seen } = flat;
  const count = countPicked(picked, pieces.total);
  const places = useMemo(
    () => Array.from({ length: Math.max(0, seen.last - seen.first) }, (_, step) => seen.first + step),
    [seen.first, seen.last],
  );
  const columns = filter.trashed
    ? (['title', 'state', 'tags', 'persona', 'trashed', 'left'] as const)
    : (['title', 'state', 'tags', 'persona', 'plan', 'updated'] as const);
  return (
    <div ref={flat.scroller} className={classes.scroll} data-selecting={anyPicked(picked) || undefined}>
      <table
        ref={flat.grid as RefObject<HTMLTableElement | null>}
        className={classes.grid}
        {...asGrid(flat.active)}
        aria-label={t(filter.trashed ? 'trash.title' : 'title')}
        aria-rowcount={pieces.total + 1}
        onKeyDown={flat.press}
        onClick={flat.click}
        onContextMenu={flat.menu}
      >
        <thead className={classes.headBox}>
          <tr aria-rowindex={1} className={classes.head}>
            <th scope="col" className={classes.check}>
              <Checkbox
                size="xs"
                tabIndex={-1}
                aria-label={t('row.select_all')}
                checked={count > 0 && count >= pieces.total}
                indeterminate={count > 0 && count < pieces.total}
                onChange={() => (anyPicked(picked) ? clearSelection(desk) : void selectAll(desk))}
              />
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={classes[column]}>
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {pieces.total === 0 && !pieces.waiting ? (
          <tbody>
            <tr>
              <td>
                <EmptyLibrary desk={desk} hidden={pieces.hidden} />
              </td>
            </tr>
          </tbody>
        ) : (
          <tbody className={classes.rows} style={{ height: pieces.total * ROW }}>
            {places.map((index) => {
              const piece = pieces.rows.get(index);
              return (
                <PieceRow
                  key={piece?.id ?? `row ${index}`}
                  piece={piece}
                  index={index}
                  top={index * ROW}
                  here={index === cursor.index}
                  selected={piece !== undefined && isPicked(picked, piece.id)}
                  tags={wide ? 2 : 1}
                  words={words}
                  trashed={filter.trashed}
                />
              );
            })}
          </tbody>
        )}
      </table>
    </div>
  );
}

const asGrid = (active: string | undefined) =>
  ({
    role: 'grid',
    tabIndex: 0,
    'aria-multiselectable': true,
    'aria-activedescendant': active,
    'data-focus-home': '',
  }) as const;

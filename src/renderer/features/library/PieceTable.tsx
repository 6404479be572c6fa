import { Checkbox } from '@mantine/core';
import { useMemo } from 'react';
import type { PieceCard } from '../../../contract';
import { libraryWords } from '../../../core/words/library';
import { useWords } from '../../state/StudioProvider';
import classes from './Library.module.css';
import { PieceRow } from './PieceRow';

/** Height of a row in pixels. */
export const ROW = 56;

/** Column names, and the box that takes all that is listed. */
export function Head({
  all,
  some,
  onAll,
}: {
  readonly all: boolean;
  readonly some: boolean;
  readonly onAll: () => Promise<void>;
}) {
  const t = useWords(libraryWords);
  return (
    <thead className={classes.headBox}>
      <tr aria-rowindex={1} className={classes.head}>
        <th scope="col" className={classes.check}>
          <Checkbox
            size="xs"
            aria-label={t('row.select_all')}
            checked={all}
            indeterminate={some && !all}
            onChange={() => void onAll()}
          />
        </th>
        {(['title', 'state', 'tags', 'persona', 'plan', 'updated'] as const).map((column) => (
          <th key={column} scope="col" className={classes[column]}>
            {t(`column.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** The rows in sight. */
export function Rows({
  first,
  last,
  rows,
  cursor,
  selected,
  query,
  onOpen,
  onSelect,
}: {
  readonly first: number;
  readonly last: number;
  readonly rows: ReadonlyMap<number, PieceCard>;
  readonly cursor: number;
  readonly selected: ReadonlySet<string>;
  readonly query: string;
  readonly onOpen: (id: string) => void;
  readonly onSelect: (index: number, range: boolean) => void;
}) {
  const places = useMemo(
    () => Array.from({ length: Math.max(0, last - first) }, (_, offset) => first + offset),
    [first, last],
  );
  return places.map((index) => {
    const piece = rows.get(index);
    return (
      <PieceRow
        key={piece?.id ?? `row ${index}`}
        piece={piece}
        index={index}
        top={index * ROW}
        query={query}
        here={index === cursor}
        selected={piece !== undefined && selected.has(piece.id)}
        onOpen={onOpen}
        onSelect={onSelect}
      />
    );
  });
}

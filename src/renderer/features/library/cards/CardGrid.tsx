import { type RefObject, useRef } from 'react';
import { libraryWords } from '../../../../core/words/library';
import { anyPicked, isPicked } from '../../../state/picked';
import { useStudio, useWords } from '../../../state/StudioProvider';
import type { Desk } from '../desk';
import { EmptyLibrary } from '../EmptyLibrary';
import { useFlat } from '../useFlat';
import { useSearchedWords } from '../useSearchedWords';
import { useWidth } from '../useWide';
import classes from './Cards.module.css';
import { PieceTile } from './PieceTile';

/** A card with the gap around it, in pixels; it grows to fill the row. */
const LEAST = 236;
const GAP = 12;
const EDGE = 14;
const ROW = 254 + GAP;

const columnsIn = (width: number): number => Math.max(1, Math.floor((width - 2 * EDGE + GAP) / (LEAST + GAP)));

/** Every piece as a card with its picture or its first words; only the rows in sight are drawn. */
export function CardGrid({ desk }: { readonly desk: Desk }) {
  const t = useWords(libraryWords);
  const { filter, picked, cursor } = useStudio((state) => state.library);
  const outer = useRef<HTMLDivElement>(null);
  const columns = useWidth(outer, columnsIn);
  const flat = useFlat(desk, ROW, columns, EDGE);
  const words = useSearchedWords(filter.query);
  const { pieces, seen } = flat;
  const places = Array.from({ length: Math.max(0, seen.last - seen.first) }, (_, step) => seen.first + step);
  return (
    <div ref={outer} className={classes.outer}>
      <div ref={flat.scroller} className={classes.scroll} data-selecting={anyPicked(picked) || undefined}>
        {pieces.total === 0 && !pieces.waiting ? (
          <EmptyLibrary desk={desk} hidden={pieces.hidden} />
        ) : (
          <div
            ref={flat.grid as RefObject<HTMLDivElement | null>}
            className={classes.cards}
            style={{ height: flat.rowCount * ROW }}
            role="listbox"
            tabIndex={0}
            data-focus-home=""
            aria-multiselectable
            aria-orientation="horizontal"
            aria-activedescendant={flat.active}
            aria-label={t('title')}
            onKeyDown={flat.press}
            onClick={flat.click}
            onContextMenu={flat.menu}
          >
            {places.map((index) => {
              const piece = pieces.rows.get(index);
              const place = {
                top: Math.floor(index / columns) * ROW,
                left: `calc(${index % columns} * (100% + ${GAP}px) / ${columns})`,
                width: `calc((100% - ${(columns - 1) * GAP}px) / ${columns})`,
              };
              return piece === undefined ? (
                <div key={`card ${index}`} className={classes.card} style={place} role="presentation" />
              ) : (
                <PieceTile
                  key={piece.id}
                  piece={piece}
                  index={index}
                  total={pieces.total}
                  place={place}
                  here={index === cursor.index}
                  selected={isPicked(picked, piece.id)}
                  words={words}
                />
              );
            })}
          </div>
        )}
      </div>
    </div>
  );
}

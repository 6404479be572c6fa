import { useCallback, useState } from 'react';
import type { PieceState } from '../../../../core/model/records';
import { boardWords } from '../../../../core/words/board';
import { useStudio, useWords } from '../../../state/StudioProvider';
import type { Desk } from '../desk';
import { EmptyLibrary } from '../EmptyLibrary';
import { isNarrowed } from '../setup';
import classes from './Board.module.css';
import { Column } from './Column';
import { useBoard } from './useBoard';

/** One column per state; slips go from one to another by drag, or by keys in move mode. */
export function Board({ desk }: { readonly desk: Desk }) {
  const b = useWords(boardWords);
  const { filter } = useStudio((state) => state.library);
  const { states, at, columns, carried, press, click, menu } = useBoard(desk);
  const [totals, setTotals] = useState<Readonly<Record<string, number>>>({});
  const report = useCallback((state: PieceState, total: number) => {
    setTotals((before) => (before[state] === total ? before : { ...before, [state]: total }));
  }, []);
  const nothing = isNarrowed(filter) && states.every((state) => totals[state] === 0);
  return (
    <>
      {carried !== null && (
        <p className={classes.moving}>{b('board.moving', { count: carried.count, title: carried.title })}</p>
      )}
      {nothing && <EmptyLibrary desk={desk} hidden={0} />}
      {/* Keys and clicks of all columns are heard once, here. */}
      <section
        className={classes.board}
        aria-label={b('board.label')}
        hidden={nothing}
        onKeyDown={press}
        onClick={click}
        onContextMenu={menu}
      >
        {states.map((state, index) => (
          <Column
            key={state}
            ref={(handle) => {
              columns.current[index] = handle;
            }}
            desk={desk}
            state={state}
            column={index}
            current={index === at}
            aimed={carried !== null && carried.to === index}
            onTotal={report}
          />
        ))}
      </section>
    </>
  );
}

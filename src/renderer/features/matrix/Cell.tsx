import { memo } from 'react';
import type { PlacementCard } from '../../../contract';
import { FOLD_AT, type TileSize } from '../../../core/schedule/geometry';
import type { WallDate } from '../../../core/time/wall';
import { sayDay } from '../../../core/words/dates';
import { matrixWords } from '../../../core/words/matrix';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { gridCell } from '../../ui/gridRoles';
import classes from './AccountRow.module.css';
import { useDesk, useDeskStore } from './desk';
import { MatrixTile } from './MatrixTile';

type Props = {
  readonly accountId: string;
  readonly day: WallDate;
  readonly column: number;
  readonly left: number;
  readonly width: number;
  readonly size: TileSize;
  readonly cards: readonly PlacementCard[];
  readonly opened: boolean;
  readonly today: WallDate;
  /** Where the Tab key comes in while the keyboard has no place yet. */
  readonly entry: boolean;
};

/** One account on one day. Drawn again only when its own placements, place or width change. */
export const Cell = memo(function Cell(props: Props) {
  const { accountId, day, column, left, width, size, cards, opened, today, entry } = props;
  const t = useWords(matrixWords);
  const lang = useLang();
  const desk = useDeskStore();
  const account = useStudio(
    (state) => state.outline?.account.find((candidate) => candidate.id === accountId)?.name ?? '',
  );
  /** -1 elsewhere, -2 the cell itself, else the tile that has the keyboard. */
  const here = useDesk(({ place }) =>
    place === null ? (entry ? -2 : -1) : place.accountId === accountId && place.day === day ? (place.tile ?? -2) : -1,
  );
  const shown = opened ? cards : cards.slice(0, FOLD_AT);
  const more = cards.length - FOLD_AT;
  const name = t('cell.label', { account, day: sayDay(lang, day), count: cards.length });
  return (
    <div
      className={classes.cell}
      {...gridCell(column + 2, cards.length === 0 ? { label: name } : {})}
      data-cell={`${accountId} ${day}`}
      data-past={day < today || undefined}
      tabIndex={here === -2 ? 0 : -1}
      style={{ left, width }}
    >
      {/* With tiles in it, a cell is called by what it holds, itself first. */}
      {cards.length > 0 && <span className="visually-hidden">{name}</span>}
      {shown.map((card, index) => (
        <MatrixTile key={card.id} card={card} size={size} today={today} index={index} focusable={here === index} />
      ))}
      {more > 0 && (
        <button
          type="button"
          className={classes.more}
          tabIndex={-1}
          onClick={() => desk.getState().toggleOpened(accountId)}
        >
          {opened ? t('cell.less') : `+${more}`}
          {!opened && <span className="visually-hidden"> {t('cell.more', { count: more })}</span>}
        </button>
      )}
    </div>
  );
});

import { type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject, useState } from 'react';
import { Empty } from '../Empty';
import { useArrowsEnter } from '../useArrowsEnter';
import { useWindowing, type Window } from '../useWindowing';
import classes from './WalkedList.module.css';

/** Where somebody is in a long list, and the rows in view. */
export type Walk = {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly total: number;
  readonly rowHeight: number;
  readonly seen: Window;
  /** Index of the row that is meant; below the list's length whenever it has rows. */
  readonly cursor: number;
  readonly stand: (at: number) => void;
  /** Stands on a row, the nearest there is, and shows it. */
  readonly go: (to: number) => void;
};

export function useWalk(total: number, rowHeight: number): Walk {
  const { ref, window: seen, show } = useWindowing(total, rowHeight);
  const [place, stand] = useState(0);
  const within = (at: number): number => Math.max(0, Math.min(total - 1, at));
  const go = (to: number): void => {
    stand(within(to));
    show(within(to));
  };
  return { ref, total, rowHeight, seen, cursor: within(place), stand, go };
}

/**
 * A long list, windowed, that holds the focus and names the row that is meant. Arrows, pages, Home and End walk it; what
 * else a key or a press on a row does is said by `onKey` (true when it was for this list) and `onRow`.
 */
export function WalkedList<Card>({
  id,
  label,
  none,
  walk,
  cards,
  isTaken,
  onKey,
  onRow,
  children,
}: {
  /** What the ids of rows begin with. */
  readonly id: string;
  readonly label: string;
  /** What is said when the list is empty. */
  readonly none: string;
  readonly walk: Walk;
  /** The rows that were read, by their place. */
  readonly cards: ReadonlyMap<number, Card>;
  /** Where several rows can be taken: whether one is. Without it the row that is meant is the chosen one. */
  readonly isTaken?: (card: Card) => boolean;
  readonly onKey?: (key: string) => boolean;
  readonly onRow?: (card: Card, target: HTMLElement) => void;
  readonly children: (card: Card) => ReactNode;
}) {
  const { ref, total, rowHeight, seen, cursor, stand, go } = walk;
  useArrowsEnter('main [role="listbox"]');
  if (total === 0)
    return (
      <div className={classes.rows}>
        <Empty text={none} />
      </div>
    );
  const press = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((ref.current?.clientHeight ?? rowHeight) / rowHeight) - 1);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: cursor + 1,
      ArrowUp: cursor - 1,
      PageDown: cursor + page,
      PageUp: cursor - page,
      Home: 0,
      End: total - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) go(to);
    else if (onKey?.(event.key) !== true) return;
    event.preventDefault();
  };
  const click = ({ target }: MouseEvent): void => {
    const at = Number((target as HTMLElement).closest<HTMLElement>('[data-at]')?.dataset.at ?? Number.NaN);
    const card = cards.get(at);
    if (card === undefined) return;
    stand(at);
    onRow?.(card, target as HTMLElement);
  };
  return (
    <div
      ref={ref}
      className={classes.rows}
      role="listbox"
      aria-label={label}
      aria-multiselectable={isTaken !== undefined || undefined}
      aria-activedescendant={cards.has(cursor) ? `${id}-${cursor}` : undefined}
      tabIndex={0}
      data-focus-home=""
      onKeyDown={press}
      onClick={click}
    >
      <div role="presentation" style={{ height: total * rowHeight, position: 'relative' }}>
        {Array.from({ length: seen.last - seen.first }, (_, offset) => {
          const at = seen.first + offset;
          const card = cards.get(at);
          return card === undefined ? null : (
            <div
              key={at}
              {...asOption(`${id}-${at}`, isTaken?.(card) ?? at === cursor)}
              className={classes.row}
              style={{ top: at * rowHeight, height: rowHeight }}
              data-at={at}
              data-here={at === cursor || undefined}
            >
              {children(card)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The list holds the focus and names the row that is meant. */
const asOption = (id: string, isSelected: boolean) => ({ id, role: 'option', 'aria-selected': isSelected }) as const;

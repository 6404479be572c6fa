import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { HistoryPoint } from '../../../../contract';
import { pieceHistoryWords } from '../../../../core/words/pieceHistory';
import { useLang, useStudio, useStudioHandle, useWords } from '../../../state/StudioProvider';
import { sayWhen } from '../../../ui/sayWhen';
import classes from './History.module.css';
import { sayDelta, sayWhat, sayWho } from './sayPoint';

const none: readonly never[] = [];

/** The points, newest first: arrows choose, and the page of the difference follows. */
export function HistoryList({
  points,
  total,
  chosen,
  onChoose,
  onMore,
}: {
  readonly points: readonly HistoryPoint[];
  readonly total: number;
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
  readonly onMore: () => void;
}) {
  const t = useWords(pieceHistoryWords);
  const lang = useLang();
  const { world } = useStudioHandle();
  const members = useStudio((state) => state.outline?.member ?? none);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.focus(), []);
  useEffect(() => {
    const option = chosen === null ? null : document.getElementById(optionId(chosen));
    option?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const step = (event: KeyboardEvent): void => {
    const at = points.findIndex(({ key }) => key === chosen);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: points.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = points[Math.max(0, Math.min(points.length - 1, to))];
    if (next !== undefined) onChoose(next.key);
    if (to >= points.length && points.length < total) onMore();
  };
  return (
    <div className={classes.side}>
      <div
        ref={list}
        role="listbox"
        tabIndex={0}
        className={classes.list}
        aria-label={t('list')}
        aria-activedescendant={chosen === null ? undefined : optionId(chosen)}
        onKeyDown={step}
        onClick={(event) => {
          const option = (event.target as Element).closest<HTMLElement>('[data-key]');
          if (option?.dataset.key !== undefined) onChoose(option.dataset.key);
        }}
      >
        {points.map((point) => (
          <div
            key={point.key}
            id={optionId(point.key)}
            role="option"
            tabIndex={-1}
            aria-selected={point.key === chosen}
            className={classes.point}
            data-key={point.key}
          >
            <span className={classes.when}>{sayWhen(lang, point.at, world.now())}</span>
            <span className={classes.delta} data-less={(point.delta ?? 0) < 0 || undefined}>
              {sayDelta(point)}
            </span>
            {point.name !== null && <b className={classes.name}>{point.name}</b>}
            <span className={classes.what}>{sayWhat(lang, point)}</span>
            <span className={classes.who}>{sayWho(lang, point, members)}</span>
          </div>
        ))}
      </div>
      {points.length < total && (
        <button type="button" className={classes.more} onClick={onMore}>
          {t('more')}
        </button>
      )}
    </div>
  );
}

const optionId = (key: string): string => `point-${key}`;

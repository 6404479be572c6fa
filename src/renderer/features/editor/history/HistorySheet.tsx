import { Button } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { HistoryPoint } from '../../../../contract';
import { pieceHistoryWords } from '../../../../core/words/pieceHistory';
import { useLang, useStudioHandle, useWords } from '../../../state/StudioProvider';
import { Empty } from '../../../ui/Empty';
import { LostValues } from '../../../ui/LostValues';
import { sayWhen } from '../../../ui/sayWhen';
import type { Session } from '../session';
import { Comparison } from './Comparison';
import classes from './History.module.css';
import { HistoryList } from './HistoryList';
import { PointActs } from './PointActs';
import { type Compared, NOTHING, NOW, useCompared, useHistory } from './useHistory';

/** What to show first: a point, and what to compare it with. */
export type HistoryAim = { readonly key: string; readonly from: string | null };

/** The history of a piece: points at the left, what changed at the right, and ways back. Escape returns to the text. */
export function HistorySheet({
  session,
  aim,
  onClose,
}: {
  readonly session: Session;
  readonly aim: HistoryAim | null;
  readonly onClose: () => void;
}) {
  const t = useWords(pieceHistoryWords);
  const lang = useLang();
  const { world } = useStudioHandle();
  const id = session.pieceId;
  const contentLang = useStore(session, (state) => state.piece.lang);
  const history = useHistory(id);
  const [chosen, setChosen] = useState<string | null>(aim?.key ?? null);
  const [against, setAgainst] = useState<string>(aim === null ? 'previous' : (aim.from ?? NOTHING));
  const points = history.points ?? none;
  const point = points.find(({ key }) => key === chosen) ?? points[0] ?? null;

  useEffect(() => {
    const leave = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      event.preventDefault();
      onClose();
    };
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, [onClose]);

  const moments = useMemo(() => momentsOf(points, point, against), [points, point, against]);
  const { compared, reread } = useCompared(id, moments.from, moments.to);
  const refresh = async (): Promise<void> => {
    await Promise.all([history.reload(), reread()]);
  };
  const name = (moment: string): string => {
    if (moment === NOW) return t('now');
    if (moment === NOTHING) return t('compare.empty');
    const found = points.find(({ key }) => key === moment);
    return found === undefined ? '' : (found.name ?? sayWhen(lang, found.at, world.now()));
  };

  return (
    <section className={classes.sheet} aria-label={t('title')} data-testid="history">
      {history.points !== null && points.length === 0 ? (
        <Empty text={t('empty')} action={<Button onClick={onClose}>{t('close')}</Button>} />
      ) : (
        <>
          <HistoryList
            points={points}
            total={history.total}
            chosen={point?.key ?? null}
            onChoose={setChosen}
            onMore={() => void history.more()}
          />
          <div className={classes.main}>
            <header className={classes.head}>
              <h2>{t('diff.from_to', { from: name(moments.from), to: name(moments.to) })}</h2>
              <label className={classes.against}>
                {t('compare.label')}
                <select value={against} onChange={(event) => setAgainst(event.currentTarget.value)}>
                  <option value="previous">{t('compare.previous')}</option>
                  <option value={NOW}>{t('compare.now')}</option>
                  {against === NOTHING && <option value={NOTHING}>{t('compare.empty')}</option>}
                  {points.map((one) => (
                    <option key={one.key} value={one.key} disabled={one.key === point?.key}>
                      {[sayWhen(lang, one.at, world.now()), one.name ?? ''].filter((word) => word !== '').join(' · ')}
                    </option>
                  ))}
                </select>
              </label>
              <Button variant="subtle" onClick={onClose}>
                {t('close')}
              </Button>
            </header>
            {point !== null && (
              <PointActs
                key={point.key}
                session={session}
                point={point}
                gone={isGone(compared, point.key)}
                onDone={() => void refresh()}
              />
            )}
            <div className={classes.lost}>
              <LostValues type="piece" id={id} />
            </div>
            {compared === null ? (
              <p className={classes.quiet}>{t('loading')}</p>
            ) : (
              <Comparison from={compared.from} to={compared.to} lang={contentLang} />
            )}
          </div>
        </>
      )}
    </section>
  );
}

const none: readonly HistoryPoint[] = [];

/** Older at the left, newer at the right, whichever was chosen first. */
function momentsOf(
  points: readonly HistoryPoint[],
  point: HistoryPoint | null,
  against: string,
): { readonly from: string; readonly to: string } {
  if (point === null) return { from: NOTHING, to: NOW };
  const mine = point.key;
  if (against === NOW) return { from: mine, to: NOW };
  if (against === NOTHING) return { from: NOTHING, to: mine };
  const at = points.indexOf(point);
  const other = against === 'previous' ? at + 1 : points.findIndex(({ key }) => key === against);
  const found = points[other];
  if (found === undefined || found === point) return { from: NOTHING, to: mine };
  return other > at ? { from: found.key, to: mine } : { from: mine, to: found.key };
}

/** Whether the text of that point was thinned out, as far as what is read says so. */
const isGone = (compared: Compared | null, key: string): boolean =>
  compared !== null && [compared.from, compared.to].some((state) => state?.key === key && state.doc === null);

import { useEffect, useRef, useState } from 'react';
import type { PieceCard } from '../../../contract';
import { daysBetween } from '../../../core/time/wallDate';
import { matrixWords } from '../../../core/words/matrix';
import { todayOf, usePersonas } from '../../state/plan';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { KindMark } from '../../ui/KindMark';
import { titleOrNone } from '../../ui/plan/tileWords';
import { useDesk, useDeskStore } from './desk';
import { LEFT } from './frame';
import { slipKeys } from './slipKeys';
import classes from './Tray.module.css';
import { withDrag } from './withDrag';

/** A slip is at least this wide; what does not fit is counted, not squeezed. */
const SLIP = 172;

/** Pieces that wait for a day, longest wait first. Drag up to plan; drag a tile down to take it off the plan. */
export function Tray() {
  const t = useWords(matrixWords);
  const tray = useStudio((state) => state.tray);
  const filter = useStudio((state) => state.filter);
  const element = useRef<HTMLElement>(null);
  const [from, setFrom] = useState(0);
  const fits = useFits(element);
  const over = useDesk((desk) => desk.drag?.over === 'tray' && desk.drag.load.kind === 'placements');
  const carrying = useDesk((desk) => desk.drag?.load.kind === 'placements');
  useEffect(() => {
    const slips = element.current;
    return slips === null ? undefined : withDrag(({ dropTray }) => dropTray(slips));
  }, []);
  const shown = tray.filter(
    (piece) =>
      (filter.kinds.length === 0 || filter.kinds.includes(piece.kind)) &&
      (filter.campaignIds.length === 0 || filter.campaignIds.includes(piece.campaignId ?? '')) &&
      (filter.personaIds.length === 0 || filter.personaIds.includes(piece.personaId ?? '')) &&
      (filter.states.length === 0 || filter.states.includes(piece.state)),
  );
  const start = from >= shown.length ? 0 : from;
  const rest = shown.length - start - fits;
  const turned = useRef<'first' | 'last' | null>(null);
  /** The arrows go on past the last slip that is shown, and back before the first. */
  const turn = (step: 1 | -1): void => {
    if (step === 1 ? rest <= 0 : start === 0) return;
    turned.current = step === 1 ? 'first' : 'last';
    setFrom(step === 1 ? start + fits : Math.max(0, start - fits));
  };
  useEffect(() => {
    if (turned.current === null) return;
    const slips = element.current?.querySelectorAll<HTMLElement>('[data-piece]') ?? [];
    slips[turned.current === 'first' ? 0 : slips.length - 1]?.focus();
    turned.current = null;
  });
  return (
    <section
      ref={element}
      className={classes.tray}
      data-over={over || undefined}
      data-testid="tray"
      data-part="tray"
      data-floating-bar=""
      aria-label={t('tray.title', { count: shown.length })}
    >
      <div className={classes.head}>
        <b>{t('tray.title', { count: shown.length })}</b>
        <span>{carrying ? t('tray.drop') : t('tray.hint')}</span>
      </div>
      {shown.length === 0 ? (
        <p className={classes.empty}>{t('tray.empty')}</p>
      ) : (
        <ul className={classes.slips}>
          {shown.slice(start, start + fits).map((piece) => (
            <li key={piece.id}>
              <Slip piece={piece} turn={turn} />
            </li>
          ))}
        </ul>
      )}
      {(rest > 0 || start > 0) && (
        <button type="button" className={classes.more} onClick={() => setFrom(rest > 0 ? start + fits : 0)}>
          {rest > 0 ? t('tray.more', { count: rest }) : t('tray.again')}
        </button>
      )}
    </section>
  );
}

function Slip({ piece, turn }: { readonly piece: PieceCard; readonly turn: (step: 1 | -1) => void }) {
  const t = useWords(matrixWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const desk = useDeskStore();
  const element = useRef<HTMLButtonElement>(null);
  const today = useStudio(todayOf);
  const personas = usePersonas();
  const title = titleOrNone(lang, piece.title);
  useEffect(() => {
    const slip = element.current;
    return slip === null ? undefined : withDrag(({ carryPiece }) => carryPiece(slip, desk, piece.id, title));
  }, [desk, piece.id, title]);
  const waited = piece.createdOn === null ? 0 : Math.max(0, daysBetween(piece.createdOn, today));
  const persona = piece.personaId === null ? undefined : personas.get(piece.personaId)?.name;
  const facts = [waited === 0 ? t('tray.new_today') : t('tray.waited', { days: waited }), persona].filter(Boolean);
  return (
    <button
      ref={element}
      type="button"
      className={classes.slip}
      data-piece={piece.id}
      onClick={() => studio.getState().select({ kind: 'piece', pieceId: piece.id })}
      onDoubleClick={() => studio.getState().openPiece(piece.id)}
      onContextMenu={(event) => {
        event.preventDefault();
        desk.getState().setMenu({ kind: 'slip', pieceId: piece.id, x: event.clientX, y: event.clientY });
      }}
      onKeyDown={(event) => slipKeys(event, { studio, desk, pieceId: piece.id, title, turn })}
    >
      <span className={classes.title}>
        <KindMark kind={piece.kind} />
        <b>{title}</b>
      </span>
      <span className={classes.facts}>{facts.join(' · ')}</span>
    </button>
  );
}

/** How many slips stand beside each other in the width there is. */
function useFits(element: { readonly current: HTMLElement | null }): number {
  const [fits, setFits] = useState(5);
  useEffect(() => {
    const tray = element.current;
    if (tray === null) return;
    const measure = () => {
      if (tray.clientWidth > 0) setFits(Math.max(1, Math.floor((tray.clientWidth - LEFT - 96) / SLIP)));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(tray);
    measure();
    return () => observer.disconnect();
  }, [element]);
  return fits;
}

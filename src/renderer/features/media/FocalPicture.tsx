import { useState } from 'react';
import type { AssetCard } from '../../../contract';
import { mediaWords } from '../../../core/words/media';
import { useWords } from '../../state/StudioProvider';
import classes from './Media.module.css';

/** One press of an arrow, in thousandths of the side; with Shift ten times less. */
const STEP = 50;

/** The picture with its focal point: a click or the arrow keys move it. */
export function FocalPicture({
  asset,
  onMove,
}: {
  readonly asset: AssetCard;
  readonly onMove: (x: number, y: number) => void;
}) {
  const t = useWords(mediaWords);
  const [broken, setBroken] = useState(false);
  const { focalX, focalY } = asset;
  const move = (x: number, y: number): void => onMove(within(x), within(y));
  const press = (event: React.KeyboardEvent): void => {
    const step = event.shiftKey ? STEP / 10 : STEP;
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, -step],
      ArrowDown: [0, step],
    };
    const by = moves[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move(focalX + by[0], focalY + by[1]);
  };
  if (broken) return <p className={classes.broken}>{t('preview_missing')}</p>;
  return (
    <button
      type="button"
      className={classes.focal}
      aria-label={t('focal.label', { x: Math.round(focalX / 10), y: Math.round(focalY / 10) })}
      onKeyDown={press}
      onClick={(event) => {
        // A press of Enter or Space has no place in the picture.
        if (event.detail === 0) return;
        const box = event.currentTarget.getBoundingClientRect();
        move(((event.clientX - box.left) / box.width) * 1000, ((event.clientY - box.top) / box.height) * 1000);
      }}
    >
      <img src={`/thumbs/960/${asset.id}`} alt="" draggable={false} onError={() => setBroken(true)} />
      <span className={classes.point} style={{ left: `${focalX / 10}%`, top: `${focalY / 10}%` }} aria-hidden="true" />
    </button>
  );
}

const within = (value: number): number => Math.max(0, Math.min(1000, Math.round(value)));

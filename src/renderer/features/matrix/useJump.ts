import { useEffect } from 'react';
import { cellKey } from '../../../core/schedule/cells';
import { FOLD_AT } from '../../../core/schedule/geometry';
import { useStudio } from '../../state/StudioProvider';
import { useDeskStore } from './desk';
import type { MatrixModel } from './model';

/** Brings the placement somebody asked for into view, as soon as its day is loaded; what "+n" hid is opened. */
export function useJump(model: MatrixModel): void {
  const desk = useDeskStore();
  const jump = useStudio((state) => state.jump);
  const landed = useStudio((state) => state.landed);
  useEffect(() => {
    if (jump === null) return;
    const { id, accountId, day } = jump;
    if (accountId === null || day === null) return;
    const tile = model.cells.get(cellKey(accountId, day))?.findIndex((card) => card.id === id) ?? -1;
    if (tile < 0 || !model.columns.days.includes(day)) return;
    landed();
    const { opened, toggleOpened, setPlace } = desk.getState();
    if (tile >= FOLD_AT && !opened.has(accountId)) toggleOpened(accountId);
    setPlace({ accountId, day, tile }, true);
  }, [desk, jump, landed, model]);
}

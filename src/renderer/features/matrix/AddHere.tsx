import { IconPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { cellKey } from '../../../core/schedule/cells';
import type { Target } from '../../../core/schedule/move';
import { sayDay } from '../../../core/words/dates';
import { matrixWords } from '../../../core/words/matrix';
import { lateActs } from '../../state/planning/lateActs';
import { useLang, useStudioHandle, useWords } from '../../state/StudioProvider';
import { cellOf } from './cellOf';
import { useDesk } from './desk';
import { HEAD, LEFT } from './frame';
import classes from './Landing.module.css';
import { useModel } from './model';

/** A plus in the empty cell under the pointer or the keyboard: one button for the whole grid. Its twin is the key N. */
export function AddHere({ scroller }: { readonly scroller: { readonly current: HTMLDivElement | null } }) {
  const t = useWords(matrixWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const { columns, rows, cells, accounts, today } = useModel();
  const pointed = usePointedCell(scroller);
  const place = useDesk((desk) => desk.place);
  const busy = useDesk((desk) => desk.drag !== null || desk.moving !== null);
  const at = pointed ?? place;
  if (at === null || busy) return null;
  const column = columns.days.indexOf(at.day);
  const row = rows.rows.find((candidate) => candidate.kind === 'account' && candidate.accountId === at.accountId);
  const day = columns.days[column];
  if (day === undefined || row === undefined || day < today || cells.has(cellKey(at.accountId, day))) return null;
  const left = columns.edges[column] ?? 0;
  const width = (columns.edges[column + 1] ?? left) - left;
  const target: Target = { accountId: at.accountId, day };
  return (
    <button
      type="button"
      className={classes.add}
      data-cell={`${at.accountId} ${day}`}
      tabIndex={-1}
      aria-hidden="true"
      title={t('cell.add', { day: sayDay(lang, day), account: accounts.get(at.accountId)?.name ?? '' })}
      style={{ left: LEFT + left + width / 2 - 12, top: HEAD + row.top + row.height / 2 - 12 }}
      onClick={() => void lateActs().then(({ newPieceAt }) => newPieceAt(studio, target))}
    >
      <IconPlus size={14} stroke={1.8} />
    </button>
  );
}

/** The cell under the pointer, from one listener on the grid. */
function usePointedCell(scroller: { readonly current: HTMLDivElement | null }) {
  const [cell, setCell] = useState<Target | null>(null);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const over = (event: Event) => {
      const next = cellOf(event.target);
      setCell((before) =>
        before !== null && next !== null && before.accountId === next.accountId && before.day === next.day
          ? before
          : next,
      );
    };
    const leave = () => setCell(null);
    element.addEventListener('pointerover', over);
    element.addEventListener('pointerleave', leave);
    return () => {
      element.removeEventListener('pointerover', over);
      element.removeEventListener('pointerleave', leave);
    };
  }, [scroller]);
  return cell;
}

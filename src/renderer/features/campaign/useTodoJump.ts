import type { Todo } from '../../../core/campaign/checklist';
import type { Reckoned } from '../../../core/campaign/reckon';
import { useStudio } from '../../state/StudioProvider';

/** Brings a part of the page into sight and gives it the focus. */
const goToPart = (selector: string): void => {
  const part = document.querySelector<HTMLElement>(selector);
  part?.closest('[data-campaign-page]')?.scrollTo({ top: part.offsetTop - 14 });
  part?.focus({ preventScroll: true });
};

/** The same for a part that may be folded: opened first, and drawn by then. */
const openPart = (part: string, selector: string): void => {
  document.querySelector<HTMLElement>(`${part} [aria-expanded="false"]`)?.click();
  setTimeout(() => goToPart(`${part} ${selector}`), 0);
};

/** Leads from an open thing to where it is done. */
export function useTodoJump({ plan }: Reckoned): (todo: Todo) => void {
  const chooseWave = useStudio((state) => state.chooseWave);
  const show = useStudio((state) => state.showPlacement);
  const openReview = useStudio((state) => state.openReview);
  const openPiece = useStudio((state) => state.openPiece);
  const go = useStudio((state) => state.go);
  return (todo) => {
    switch (todo.kind) {
      case 'span':
      case 'zero_day':
        openPart('[data-campaign-about]', 'input[type="date"]');
        return;
      case 'phases':
      case 'check':
        goToPart('#campaign-phases');
        return;
      case 'waves':
      case 'lead':
        goToPart('#campaign-waves');
        return;
      case 'wave_account':
      case 'wave_piece':
      case 'wave_plan':
      case 'wave_rule':
      case 'wave_moment':
        chooseWave(todo.row.wave.id);
        document.querySelector(`[data-wave="${todo.row.wave.id}"]`)?.scrollIntoView({ block: 'nearest' });
        return;
      case 'late':
        void show(todo.placementId);
        return;
      case 'copy': {
        const placement = plan.placements.find(({ id }) => id === todo.placementId);
        const pieceId = placement?.pieceId ?? null;
        if (placement === undefined || pieceId === null) void show(todo.placementId);
        else if (todo.code === 'writing') openPiece(pieceId);
        else
          openReview(
            pieceId,
            placement.format === null ? undefined : { format: placement.format, accountId: placement.accountId },
          );
        return;
      }
      case 'figures':
        go({ screen: 'import' });
        return;
      case 'gap':
        goToPart('#campaign-coverage');
        return;
    }
  };
}

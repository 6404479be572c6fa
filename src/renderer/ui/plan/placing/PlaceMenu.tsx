import { sayMoment } from '../../../../core/words/dates';
import { matrixWords } from '../../../../core/words/matrix';
import { planMenuWords } from '../../../../core/words/planMenus';
import { placeByHand } from '../../../state/planning/acts';
import type { Load } from '../../../state/planning/load';
import { useLang, useStudio, useStudioHandle, useWords } from '../../../state/StudioProvider';
import { titleOrNone } from '../tileWords';
import { PlaceForm } from './PlaceForm';

/** The form for a load: one placement, several of them, or a piece that waits. */
export function PlaceMenu({
  load,
  copy,
  onClose,
}: {
  readonly load: Load;
  readonly copy: boolean;
  readonly onClose: () => void;
}) {
  const t = useWords(matrixWords);
  const p = useWords(planMenuWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const account = useStudio((state) => state.outline?.account.find(({ closed }) => !closed)?.id);
  const today = useStudio((state) => state.boot?.today);
  const first = load.kind === 'placements' ? load.grabbed : null;
  const proposed = load.kind === 'piece' ? load.proposed : undefined;
  const accountId = first?.accountId ?? proposed?.at.accountId ?? account;
  const day = first?.day ?? proposed?.at.day ?? today;
  if (accountId === undefined || day === undefined) return null;
  const several = load.kind === 'placements' && load.ids.length > 1;
  const together = load.kind === 'piece' || load.cards.every((card) => card.accountId === load.grabbed.accountId);
  const title = load.kind === 'piece' ? load.title : load.grabbed.title;
  const named =
    several && load.kind === 'placements' ? p('menu.many', { count: load.ids.length }) : titleOrNone(lang, title);
  return (
    <PlaceForm
      title={first === null ? named : `${named} · ${sayMoment(lang, day, several ? null : first.time)}`}
      start={{ accountId, day, time: first?.time ?? null }}
      withAccount={together}
      withTime={!several && proposed === undefined}
      submit={t(
        first === null && proposed === undefined ? 'tray.plan_submit' : copy ? 'menu.copy_submit' : 'menu.move_submit',
      )}
      onCancel={onClose}
      onSubmit={async ({ time, ...target }) => {
        const why = await placeByHand(studio, load, target, several ? undefined : time, copy);
        if (why === null) onClose();
        return why;
      }}
    />
  );
}

import { sayMoment } from '../../../core/words/dates';
import { planMenuWords } from '../../../core/words/planMenus';
import { openSlot } from '../../state/planning/slots';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import type { OpenSlot } from '../../state/series';
import type { CalendarView } from '../../state/timeline';
import { useCalendarDesk, useCalendarDeskStore } from './desk';
import { slotId } from './events';
import classes from './SlotTile.module.css';

/** A date of a series that nothing fills yet: pressed, it is filled, skipped or moved. */
export function SlotTile({
  open,
  view,
  entry,
}: {
  readonly open: OpenSlot;
  readonly view: CalendarView;
  readonly entry: boolean;
}) {
  const t = useWords(planMenuWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const desk = useCalendarDeskStore();
  const { series, slot } = open;
  const id = slotId(open);
  const account = useStudio((state) => state.outline?.account.find((one) => one.id === series.accountId));
  const here = useCalendarDesk(({ focusId }) => (focusId === null ? entry : focusId === id));
  const said = t('slot.open', { name: series.name, when: sayMoment(lang, slot.day, slot.time) });
  return (
    <button
      type="button"
      className={classes.slot}
      data-size="line"
      data-tile={id}
      data-slot=""
      tabIndex={here ? 0 : -1}
      title={said}
      onFocus={() => desk.setState({ focusId: id })}
      onClick={() => openSlot(studio, open)}
    >
      <i className="visually-hidden">{account === undefined ? said : `${said} · ${account.name}`}</i>
      <b aria-hidden="true">{slot.time ?? '–'}</b>
      <span aria-hidden="true">{series.name}</span>
      {view === 'list' && <em aria-hidden="true">{account?.name}</em>}
    </button>
  );
}

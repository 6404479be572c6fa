import { useEffect, useMemo } from 'react';
import type { PlacementCard } from '../../../contract';
import type { DeskGroup } from '../../../core/desk/due';
import { deskWords } from '../../../core/words/desk';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { TextButton } from '../../ui/TextButton';
import shared from './Desk.module.css';
import classes from './DeskList.module.css';
import { DeskRow } from './DeskRow';
import { rowsOf, useSeenRows } from './rows';
import { sayNearDay } from './sayWhen';
import type { Desk } from './useDesk';

/** What is due, under what it asks for. Arrows, J and K walk it; the chosen item's controls take the focus. */
export function DeskList({ desk }: { readonly desk: Desk }) {
  const t = useWords(deskWords);
  const look = useStudio((state) => state.lookAtDesk);
  const older = useStudio((state) => state.deskOlder);
  const rows = useMemo(() => rowsOf(desk.list), [desk.list]);
  const chosenId = desk.chosen?.card.id ?? null;
  const { ref, seen, height, show } = useSeenRows(rows, chosenId);
  useEffect(() => {
    if (chosenId !== null) show(chosenId);
  }, [chosenId, show]);
  const { furtherSchedulable } = desk.list;
  return (
    <section className={classes.side} aria-label={t('list')}>
      <div className={classes.list} ref={ref} data-testid="desk-list">
        <div className={classes.sheet} style={{ height }}>
          {seen.map((row) =>
            row.kind === 'head' ? (
              <Head key={`${row.group.kind} ${row.group.day}`} group={row.group} desk={desk} top={row.top} />
            ) : (
              <DeskRow
                key={row.item.card.id}
                item={row.item}
                group={row.group.kind}
                desk={desk}
                top={row.top}
                index={row.index}
              />
            ),
          )}
        </div>
      </div>
      {(furtherSchedulable > 0 || older > 0) && (
        <div className={classes.listFoot}>
          {furtherSchedulable > 0 &&
            (desk.span === 7 ? (
              <span>{t('further', { count: furtherSchedulable })}</span>
            ) : (
              <TextButton onClick={() => look({ span: desk.span === 1 ? 3 : 7 })}>
                {t('further', { count: furtherSchedulable })}
              </TextButton>
            ))}
          {older > 0 && <span>{t('older', { count: older })}</span>}
        </div>
      )}
    </section>
  );
}

function Head({
  group,
  desk,
  top,
}: {
  readonly group: DeskGroup<PlacementCard>;
  readonly desk: Desk;
  readonly top: number;
}) {
  const t = useWords(deskWords);
  const lang = useLang();
  const handed = group.items.filter(({ card }) => card.outcome === 'handed_over' || card.outcome === 'live').length;
  const day = group.day === null ? '' : sayNearDay(lang, group.day, desk.today);
  const note =
    group.kind === 'day' && handed > 0 ? t('handed_count', { count: handed }) : t(`group_note.${group.kind}`);
  return (
    <h2 className={classes.head} data-group={group.kind} style={{ top }}>
      {(group.kind === 'backfill' || group.kind === 'overdue') && <span className={classes.ring} aria-hidden="true" />}
      {t(`group.${group.kind}`, { day })} {group.items.length}
      <span className={shared.quiet}>{note}</span>
    </h2>
  );
}

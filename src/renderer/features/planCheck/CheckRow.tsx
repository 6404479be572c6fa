import { type KeyboardEvent, useState } from 'react';
import type { PlanFix } from '../../../core/cadence/finding';
import type { WallDate } from '../../../core/time/wallDate';
import { sayMoment } from '../../../core/words/dates';
import { sayFinding } from '../../../core/words/findings';
import { sayPlanFinding, sayPlanFix } from '../../../core/words/planCheck';
import { planCheckScreenWords } from '../../../core/words/planCheckScreen';
import { say } from '../../../core/words/say';
import { seriesWords } from '../../../core/words/series';
import { titleOrNone } from '../../../core/words/titles';
import { useAccounts } from '../../state/plan';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { FindingMark } from '../../ui/FindingMark';
import { fixThese, goTo, waiveThis, whenLanded } from './acts';
import classes from './PlanCheck.module.css';
import type { Row } from './rows';

/** One finding: what, where, what to do; its fix, and the way to leave it as it is. */
export function CheckRow({
  row,
  fix,
  focusable,
  active,
  waiving,
  kin,
  onFocus,
  onWaive,
  onKeyDown,
}: {
  readonly row: Row;
  readonly fix: PlanFix | undefined;
  readonly focusable: boolean;
  readonly active: boolean;
  readonly waiving: boolean;
  /** Findings of the same kind that have a fix, this one among them. */
  readonly kin: readonly string[];
  readonly onFocus: () => void;
  readonly onWaive: (open: boolean) => void;
  /** Keys of the list, heard on a row and on its buttons. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}) {
  const t = useWords(planCheckScreenWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const { title, remedy } = useSaid(row);
  const jump = async (button: HTMLElement): Promise<void> => {
    if (row.kind === 'plan') await goTo(studio, row.finding);
    else await studio.getState().showPlacement(row.card.id);
    whenLanded(studio, () => button.focus());
  };
  const where = useWhere(row);
  return (
    <li className={classes.row} data-active={active || undefined} data-check={row.key}>
      <FindingMark severity={row.severity} />
      <button
        type="button"
        className={classes.what}
        data-row={row.key}
        tabIndex={focusable ? 0 : -1}
        aria-expanded={active}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          onFocus();
          void jump(event.currentTarget);
        }}
      >
        <b>{title}</b>
        {where !== '' && <small>{where}</small>}
        {active && <span className={classes.remedy}>{remedy}</span>}
      </button>
      {waiving && row.kind === 'plan' ? (
        <WaiveForm
          onDone={(reason) => {
            onWaive(false);
            if (reason !== null) void waiveThis(studio, row.finding, reason);
          }}
        />
      ) : (
        (fix !== undefined || active || isSlot(row)) && (
          <span className={classes.acts}>
            {fix !== undefined && row.kind === 'plan' && (
              <button
                type="button"
                className={classes.act}
                onKeyDown={onKeyDown}
                tabIndex={active ? 0 : -1}
                title={t('fix.what', { fix: sayPlanFix(lang, fix) })}
                aria-label={`${sayPlanFix(lang, fix)}: ${title}`}
                onClick={() => void fixThese(studio, [row.key])}
              >
                {sayPlanFix(lang, fix)}
              </button>
            )}
            {row.kind === 'plan' && isSlot(row) && (
              <button
                type="button"
                className={classes.act}
                onKeyDown={onKeyDown}
                tabIndex={active ? 0 : -1}
                onClick={() =>
                  studio.getState().showSeries({
                    seriesId: String(row.finding.params.seriesId),
                    slotDay: row.finding.params.slotDate as WallDate,
                  })
                }
              >
                {say(seriesWords, lang, 'handle')}
              </button>
            )}
            {active && row.kind === 'text' && (
              <button
                type="button"
                className={classes.act}
                onKeyDown={onKeyDown}
                onClick={() => {
                  const { pieceId, format, accountId } = row.card;
                  if (pieceId !== null)
                    studio.getState().openReview(pieceId, format === null ? undefined : { format, accountId });
                }}
              >
                {t('text.open')}
              </button>
            )}
            {active && kin.length > 1 && (
              <button
                type="button"
                className={classes.quiet}
                onKeyDown={onKeyDown}
                onClick={() => void fixThese(studio, kin)}
              >
                {t('fix.all', { count: kin.length })}
              </button>
            )}
            {active && row.kind === 'plan' && (
              <button type="button" className={classes.quiet} onKeyDown={onKeyDown} onClick={() => onWaive(true)}>
                {t('waive')}
              </button>
            )}
          </span>
        )
      )}
    </li>
  );
}

const isSlot = (row: Row): boolean => row.kind === 'plan' && row.finding.code === 'slot_open';

function WaiveForm({ onDone }: { readonly onDone: (reason: string | null) => void }) {
  const t = useWords(planCheckScreenWords);
  const [reason, setReason] = useState('');
  const cancel = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') onDone(null);
  };
  return (
    <form
      className={classes.waive}
      onSubmit={(event) => {
        event.preventDefault();
        onDone(reason);
      }}
    >
      <input
        // It was asked for a moment ago.
        ref={(element) => element?.focus()}
        value={reason}
        maxLength={500}
        aria-label={t('waive.reason')}
        placeholder={t('waive.reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={cancel}
      />
      <button type="submit" className={classes.act}>
        {t('waive.do')}
      </button>
      <button type="button" className={classes.quiet} onClick={() => onDone(null)}>
        {t('waive.cancel')}
      </button>
    </form>
  );
}

function useSaid(row: Row): { readonly title: string; readonly remedy: string } {
  const lang = useLang();
  const t = useWords(planCheckScreenWords);
  if (row.kind === 'plan') return sayPlanFinding(lang, row.finding);
  const { title, remedy } = sayFinding(lang, row.worst);
  return { title: row.more === 0 ? title : t('text.more', { title, count: row.more }), remedy };
}

/** 微博 · 顾长舟 · 10月14日 周三 20:00 「末班渡船」 */
function useWhere(row: Row): string {
  const lang = useLang();
  const accounts = useAccounts();
  const packs = useStudio((state) => state.packs);
  const [first] = row.kind === 'plan' ? row.finding.placementIds : [row.card.id];
  const card = useStudio((state) => state.cards.find(({ id }) => id === first));
  const accountId = row.kind === 'plan' ? row.finding.accountId : row.card.accountId;
  const account = accounts.get(accountId ?? '');
  const day = card?.day ?? (row.kind === 'plan' ? row.finding.from : null);
  const alone = row.kind === 'text' || row.finding.placementIds.length > 0;
  const parts = [
    account === undefined ? '' : `${packs?.get(account.platform)?.[lang] ?? ''} ${account.name}`.trim(),
    day === null ? '' : sayMoment(lang, day, alone ? (card?.time ?? null) : null),
    card === undefined ? '' : titleOrNone(lang, card.title),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

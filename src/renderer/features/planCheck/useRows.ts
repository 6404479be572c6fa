import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { PlanFix } from '../../../core/cadence/finding';
import { useAccounts } from '../../state/plan';
import { checkedSpan, textsToMend } from '../../state/planCheck';
import { useStudio, useStudioHandle } from '../../state/StudioProvider';
import type { Row } from './rows';

const nothing: readonly never[] = [];

/** What the plan's check and adaptation say, as lines of one list. */
export function useRows(): readonly Row[] {
  const findings = useStudio((state) => state.planCheck?.findings ?? nothing);
  const cards = useStudio((state) => state.cards);
  const reports = useStudio((state) => state.reports);
  return useMemo(
    () => [
      ...findings.map((finding): Row => ({ kind: 'plan', key: finding.key, severity: finding.severity, finding })),
      ...textsToMend({ cards, reports }).map(
        ({ card, report, worst }): Row => ({
          kind: 'text',
          key: `t_${card.id}`,
          severity: worst.severity,
          card,
          worst,
          more: report.errors + report.warnings - 1,
        }),
      ),
    ],
    [findings, cards, reports],
  );
}

/** What is in view: the days that are shown, and what the filters leave. */
export function useView() {
  const range = useStudio((state) => state.range);
  const filter = useStudio((state) => state.filter);
  const cards = useStudio((state) => state.cards);
  const accounts = useAccounts();
  return useMemo(() => ({ range, filter, accounts, cards }), [range, filter, accounts, cards]);
}

/** Findings asked about at once: those one sees, and a screen or two more. */
const MOST_ASKED = 60;
const noFixes: Readonly<Record<string, PlanFix>> = {};

/** The fixes of the first rows, tried on the plan as it stands. */
export function useFixes(rows: readonly Row[]): Readonly<Record<string, PlanFix>> {
  const studio = useStudioHandle();
  const [fixes, setFixes] = useState(noFixes);
  const findings = useStudio((state) => state.planCheck?.findings ?? nothing);
  const keys = useMemo(
    () => rows.flatMap((row) => (row.kind === 'plan' ? [row.key] : [])).slice(0, MOST_ASKED),
    [rows],
  );
  useEffect(() => {
    let live = true;
    if (keys.length === 0 || findings.length === 0) return setFixes(noFixes);
    void studio.api.call('plan.fixes', { ...checkedSpan(studio.getState()), keys: [...keys] }).then((answer) => {
      if (live && answer.ok) setFixes(answer.value);
    });
    return () => {
      live = false;
    };
  }, [studio, keys, findings]);
  return fixes;
}

/** When the row that had the focus is gone, the one that stands there now has it. */
export function useKeepsPlace(
  order: readonly Row[],
  activeKey: string | null,
  setActive: (key: string | null) => void,
  list: RefObject<HTMLElement | null>,
): void {
  const before = useRef<readonly Row[]>(order);
  useEffect(() => {
    const was = before.current;
    before.current = order;
    if (activeKey === null || order.some(({ key }) => key === activeKey)) return;
    const at = was.findIndex(({ key }) => key === activeKey);
    const next = order[Math.min(Math.max(0, at), order.length - 1)];
    setActive(next?.key ?? null);
    const hadFocus = document.activeElement === document.body || list.current?.contains(document.activeElement);
    if (next !== undefined && hadFocus) list.current?.querySelector<HTMLElement>(`[data-row="${next.key}"]`)?.focus();
  }, [order, activeKey, setActive, list]);
}

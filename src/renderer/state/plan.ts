import { useEffect, useMemo } from 'react';
import type { PlacementCard } from '../../contract';
import type { Account, Persona } from '../../core/model/records';
import { type Period, periodOf, weeksAround, type Zoom } from '../../core/schedule/days';
import { isFiltering, passes } from '../../core/schedule/filter';
import { type AccountsById, accountsById } from '../../core/schedule/planned';
import type { WallDate } from '../../core/time/wall';
import { useStudio } from './StudioProvider';
import type { StudioState } from './studio';

/** What matrix, calendar and inspector compute alike from the loaded plan. */

const noAccounts: readonly Account[] = [];
const noPersonas: readonly Persona[] = [];
const noReports: StudioState['reports'] = {};
const EPOCH = '1970-01-01' as WallDate;

export const todayOf = (state: StudioState): WallDate => state.boot?.today ?? EPOCH;
export const weekStartOf = (state: StudioState): number => state.outline?.workspace[0]?.weekStart ?? 1;
export const anchorOf = (state: StudioState): WallDate => state.anchor ?? todayOf(state);

/** The days in view and those to load for them. */
export function usePeriod(zoom: Zoom): { readonly period: Period; readonly loaded: Period } {
  const anchor = useStudio(anchorOf);
  const weekStart = useStudio(weekStartOf);
  return useMemo(
    () => ({ period: periodOf(zoom, anchor, weekStart), loaded: weeksAround(zoom, anchor, weekStart) }),
    [zoom, anchor, weekStart],
  );
}

export function useAccounts(): AccountsById {
  const accounts = useStudio((state) => state.outline?.account ?? noAccounts);
  return useMemo(() => accountsById(accounts), [accounts]);
}

export function usePersonas(): ReadonlyMap<string, Persona> {
  const personas = useStudio((state) => state.outline?.persona ?? noPersonas);
  return useMemo(() => new Map(personas.map((persona) => [persona.id, persona])), [personas]);
}

/** The loaded placements that pass the filters, and how many in the period do not. */
export function useShownCards(period: Period): { readonly shown: readonly PlacementCard[]; readonly hidden: number } {
  const cards = useStudio((state) => state.cards);
  const filter = useStudio((state) => state.filter);
  const accounts = useAccounts();
  // Reports arrive after the tiles; who does not ask for findings is not drawn anew by them.
  const reports = useStudio((state) => (state.filter.findings.length === 0 ? noReports : state.reports));
  return useMemo(() => {
    // The list itself, so that whoever sorts it into cells does so once.
    if (!isFiltering(filter)) return { shown: cards, hidden: 0 };
    const shown: PlacementCard[] = [];
    let hidden = 0;
    for (const card of cards) {
      if (passes(card, filter, accounts, reports[card.id])) shown.push(card);
      else if (card.day !== null && card.day >= period.from && card.day <= period.to) hidden += 1;
    }
    return { shown, hidden };
  }, [cards, filter, accounts, reports, period]);
}

/** Reads the days in view whenever they change or were thrown away. */
export function useLoadedRange({ from, to }: Period): void {
  const range = useStudio((state) => state.range);
  const loadRange = useStudio((state) => state.loadRange);
  const there = range !== null && range.from === from && range.to === to;
  useEffect(() => {
    if (!there) void loadRange({ from, to });
  }, [there, from, to, loadRange]);
}

import { useEffect, useMemo } from 'react';
import type { PlacementCard } from '../../../contract';
import { wallAt } from '../../../core/desk/clock';
import { type DeskItem, type DeskList, deskList } from '../../../core/desk/due';
import type { RecordType } from '../../../core/model/records';
import type { PlatformPack } from '../../../core/platforms/pack';
import { addDays, type WallDate } from '../../../core/time/wallDate';
import { type DeskSpan, deskZone } from '../../state/desk';
import { useAccounts } from '../../state/plan';
import { useStudio } from '../../state/StudioProvider';
import { useChangeTurn } from '../../state/useChangeTurn';
import { useNow } from '../../state/useNow';

export type Item = DeskItem<PlacementCard>;
export type Desk = {
  readonly now: number;
  readonly today: WallDate;
  readonly zone: string;
  readonly from: WallDate;
  readonly span: DeskSpan;
  readonly list: DeskList<PlacementCard>;
  /** In the order of the list. */
  readonly items: readonly Item[];
  readonly chosen: Item | null;
};

const noPacks: ReadonlyMap<string, PlatformPack> = new Map();

/** The desk's list for the days in view, and the item that is looked at: the chosen one, or the first that asks. */
export function useDesk(): Desk {
  const now = useNow();
  const zone = useStudio(deskZone);
  const cards = useStudio((state) => state.deskCards);
  const reports = useStudio((state) => state.deskReports);
  const errors = useMemo(
    () => Object.fromEntries(Object.values(reports).map((report) => [report.placementId, report.errors])),
    [reports],
  );
  const packs = useStudio((state) => state.packs) ?? noPacks;
  const span = useStudio((state) => state.deskSpan);
  const wanted = useStudio((state) => state.deskFrom);
  const chosenId = useStudio((state) => state.deskChosen);
  const accounts = useAccounts();
  const today = wallAt(now, zone).day;
  const from = wanted ?? today;
  const list = useMemo(
    () => deskList(cards, { now, zone, from, days: span, accounts, packs, errors }),
    [cards, now, zone, from, span, accounts, packs, errors],
  );
  const items = useMemo(() => list.groups.flatMap((group) => group.items), [list]);
  useErrors(cards, addDays(from, span));
  return { now, today, zone, from, span, list, items, chosen: chosenOf(items, chosenId) };
}

function chosenOf(items: readonly Item[], id: string | null): Item | null {
  const asks = items.find(({ card, hold }) => card.outcome === 'planned' && hold === null);
  return items.find(({ card }) => card.id === id) ?? asks ?? items[0] ?? null;
}

/** What a report is made from, besides the placements themselves; one edit makes several facts, answered by one reading. */
const matters: ReadonlySet<string> = new Set<RecordType>([
  'piece',
  'variant',
  'account',
  'persona',
  'asset',
  'platform',
]);
const CHANGE_REST = 400;

/** Asks what adaptation finds in what is planned up to a day, and again when a text or an approval changed. */
function useErrors(cards: readonly PlacementCard[], until: WallDate): void {
  const load = useStudio((state) => state.loadDeskReports);
  const rules = useStudio((state) => state.packs);
  const turn = useChangeTurn(CHANGE_REST, matters);
  useEffect(() => {
    if (rules === null || turn < 0) return;
    const ids = cards.filter(({ day, outcome }) => outcome === 'planned' && day !== null && day <= until);
    void load(ids.map(({ id }) => id));
  }, [cards, until, rules, turn, load]);
}

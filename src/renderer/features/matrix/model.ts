import { createContext, useContext, useMemo, useRef } from 'react';
import type { PlacementCard } from '../../../contract';
import type { Account, Campaign, Occasion, Phase } from '../../../core/model/records';
import { type Cells, cellsOf } from '../../../core/schedule/cells';
import { daysOf, type Period } from '../../../core/schedule/days';
import { type Columns, columnsOf, type Rows, rowsOf } from '../../../core/schedule/geometry';
import { type Lane, lanesOf } from '../../../core/schedule/lanes';
import { weekInView } from '../../../core/schedule/load';
import { type Band, bandsOf, campaignInView, phaseByDay } from '../../../core/schedule/phases';
import type { AccountsById } from '../../../core/schedule/planned';
import type { WallDate } from '../../../core/time/wall';
import { todayOf, useAccounts, weekStartOf } from '../../state/plan';
import { useStudio } from '../../state/StudioProvider';
import { useDesk } from './desk';
import { useWithProposal } from './proposal';

/** Everything the matrix draws, computed from what is loaded and what the user chose. */
export type MatrixModel = {
  readonly period: Period;
  readonly today: WallDate;
  readonly accounts: AccountsById;
  readonly lanes: readonly Lane[];
  readonly columns: Columns;
  readonly rows: Rows;
  readonly cells: Cells<PlacementCard>;
  /** All placements, filtered or not: a lane's work does not shrink because a filter is on. */
  readonly allCells: Cells<PlacementCard>;
  readonly week: readonly WallDate[];
  readonly bands: readonly Band[];
  readonly phases: readonly (Band['kind'] | null)[];
  readonly campaign: Campaign | null;
};

const none: readonly never[] = [];
const noCards: readonly PlacementCard[] = [];

/** The rows by role, those that the filters leave. */
export function useLanes(): readonly Lane[] {
  const accounts = useStudio((state) => state.outline?.account ?? (none as readonly Account[]));
  const workspace = useStudio((state) => state.outline?.workspace[0]);
  const filter = useStudio((state) => state.filter);
  return useMemo(() => lanesOf(accounts, workspace, filter), [accounts, workspace, filter]);
}

export function useMatrixModel(
  lanes: readonly Lane[],
  period: Period,
  shown: readonly PlacementCard[],
  available: number,
): MatrixModel {
  const outline = useStudio((state) => state.outline);
  const cards = useStudio((state) => state.cards);
  const zoom = useStudio((state) => state.zoom);
  const density = useStudio((state) => state.settings.density);
  const filter = useStudio((state) => state.filter);
  const folded = useStudio((state) => state.foldedRoles);
  const today = useStudio(todayOf);
  const weekStart = useStudio(weekStartOf);
  const opened = useDesk((desk) => desk.opened);
  const accounts = useAccounts();

  const days = useMemo(() => daysOf(period), [period]);
  const cells = useSharedCells(shown);
  const all = useSharedCells(shown === cards ? noCards : cards);
  const allCells = shown === cards ? cells : all;
  const columns = useMemo(
    () => columnsOf(days, zoom, density, today, available),
    [days, zoom, density, today, available],
  );
  // Rows are as high as what is proposed needs, too.
  const room = useWithProposal(cells);
  const rows = useMemo(() => rowsOf(lanes, columns, room, folded, opened), [lanes, columns, room, folded, opened]);
  const campaign = useMemo(
    () => campaignInView(outline?.campaign ?? none, filter.campaignIds, period),
    [outline, filter.campaignIds, period],
  );
  const bands = useMemo(
    () => bandsOf(outline?.phase ?? (none as readonly Phase[]), campaign?.id ?? null, days),
    [outline, campaign, days],
  );
  const phases = useMemo(() => phaseByDay(bands, days.length), [bands, days]);
  const week = useMemo(() => weekInView(period, today, weekStart), [period, today, weekStart]);

  return useMemo(
    () => ({ period, today, accounts, lanes, columns, rows, cells, allCells, week, bands, phases, campaign }),
    [period, today, accounts, lanes, columns, rows, cells, allCells, week, bands, phases, campaign],
  );
}

/** Cells that keep their arrays between renders, so that a drop redraws two cells and not three hundred. */
function useSharedCells(cards: readonly PlacementCard[]): Cells<PlacementCard> {
  const before = useRef<Cells<PlacementCard>>(new Map());
  return useMemo(() => {
    before.current = cellsOf(cards, before.current);
    return before.current;
  }, [cards]);
}

export const occasionsOf = (outline: { readonly occasion: readonly Occasion[] } | null): readonly Occasion[] =>
  outline?.occasion ?? none;

const ModelContext = createContext<MatrixModel | null>(null);
export const ModelProvider = ModelContext;

export function useModel(): MatrixModel {
  const model = useContext(ModelContext);
  if (model === null) throw new Error('This part stands outside of the matrix grid.');
  return model;
}

import type { PieceCard, ProposeChoiceInput } from '../../../contract';
import { addDays, isWallDate, isWallTime, type WallDate } from '../../../core/time/wallDate';
import { todayOf } from '../../state/plan';
import type { StudioState } from '../../state/studio';

/** Where the pieces come from: the tray, a campaign by its id, or the filter of the matrix. */
export type Source = 'tray' | 'filter' | `campaign ${string}`;

/** As typed: either end may still be empty. */
export type Hours = { readonly from: string; readonly to: string };

/** The questions as they stand on the screen. */
export type Draft = {
  readonly source: Source;
  readonly pieces: readonly Pick<PieceCard, 'id' | 'title' | 'kind'>[] | null;
  readonly pieceIds: ReadonlySet<string>;
  readonly accountIds: ReadonlySet<string>;
  readonly from: string;
  readonly to: string;
  readonly accountsPerPiece: number;
  readonly keepHolidaysFree: boolean;
  readonly keepWeekendsFree: boolean;
  readonly freeDays: readonly WallDate[];
  readonly silentPersonas: ReadonlySet<string>;
  readonly handOver: Hours;
  /** Hours of single platforms, in the place of those of all. */
  readonly handOverBy: Readonly<Record<string, Hours>>;
};

/** Two weeks from tomorrow. */
const USUAL_DAYS = 14;

export const noHours: Hours = { from: '', to: '' };

export const draftOf = (state: StudioState): Draft => ({
  source: 'tray',
  pieces: null,
  pieceIds: new Set(),
  accountIds: new Set((state.outline?.account ?? []).filter(({ closed }) => !closed).map(({ id }) => id)),
  from: addDays(todayOf(state), 1),
  to: addDays(todayOf(state), USUAL_DAYS),
  accountsPerPiece: 1,
  keepHolidaysFree: false,
  keepWeekendsFree: false,
  freeDays: [],
  silentPersonas: new Set(),
  handOver: noHours,
  handOverBy: {},
});

/** What is missing before it can be asked; null when nothing is. */
export function missingIn(draft: Draft, today: WallDate): 'why.pieces' | 'why.accounts' | 'why.days' | null {
  if (draft.pieceIds.size === 0) return 'why.pieces';
  if (draft.accountIds.size === 0) return 'why.accounts';
  const { from, to } = draft;
  return isWallDate(from) && isWallDate(to) && from <= to && to >= today ? null : 'why.days';
}

/** The question for the store; null while something is missing. */
export function choiceOf(draft: Draft): ProposeChoiceInput | null {
  const { from, to, handOver, handOverBy, accountsPerPiece, keepHolidaysFree, keepWeekendsFree } = draft;
  if (!isWallDate(from) || !isWallDate(to)) return null;
  return {
    pieceIds: [...draft.pieceIds],
    accountIds: [...draft.accountIds],
    from,
    to,
    accountsPerPiece,
    keepHolidaysFree,
    keepWeekendsFree,
    freeDays: [...draft.freeDays],
    silentPersonas: [...draft.silentPersonas],
    handOver: spanOf(handOver),
    handOverBy: Object.fromEntries(
      Object.entries(handOverBy).flatMap(([platform, hours]) => {
        const span = spanOf(hours);
        return span === null ? [] : [[platform, span]];
      }),
    ),
  };
}

const spanOf = ({ from, to }: Hours) => (isWallTime(from) && isWallTime(to) ? { from, to } : null);

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Lang } from '../../../core/model/records';
import type { TileFacts } from '../../../core/schedule/tile';
import type { Place } from '../../../core/schedule/walk';
import { tileFacts } from '../../state/planCheck';
import { useLang, useStudio } from '../../state/StudioProvider';
import { selectedIds } from '../../state/selection';
import type { Walls } from '../../ui/plan/sayZones';
import { useWalls } from '../../ui/plan/useWalls';
import { useDesk } from './desk';
import { useLinkedIds } from './useCascade';

/** How tiles look right now, beside what they are: what is selected, carried, lit, linked, and found in them. */
export type Look = {
  readonly lang: Lang;
  /** Beside whose wall times a tile's own are said. */
  readonly walls: Walls;
  readonly facts: (placementId: string) => TileFacts | undefined;
  readonly selected: ReadonlySet<string>;
  readonly linked: ReadonlySet<string>;
  readonly carried: ReadonlySet<string>;
  readonly litId: string | null;
  /** Where the keyboard is. */
  readonly place: Place | null;
};

const LookContext = createContext<Look | null>(null);
const nobody: ReadonlySet<string> = new Set();

/** Watches all of it once for the whole grid; only the rows are drawn anew by it. */
export function LookProvider({ children }: { readonly children: ReactNode }) {
  const lang = useLang();
  const walls = useWalls();
  const reports = useStudio((state) => state.reports);
  const planMarks = useStudio((state) => state.planMarks);
  const selection = useStudio((state) => state.selection);
  const litId = useStudio((state) => state.litId);
  const place = useDesk((desk) => desk.place);
  const load = useDesk(({ drag }) => (drag === null || drag.copy ? null : drag.load));
  const linked = useLinkedIds();
  // Each by itself, so that a row can tell what of it is another than before.
  const facts = useMemo((): Look['facts'] => (id) => tileFacts(reports[id], planMarks[id]), [reports, planMarks]);
  const selected = useMemo(() => new Set(selectedIds(selection)), [selection]);
  const carried = useMemo(() => (load?.kind === 'placements' ? new Set(load.ids) : nobody), [load]);
  const look = useMemo(
    (): Look => ({ lang, walls, facts, selected, linked, carried, litId, place }),
    [lang, walls, facts, selected, linked, carried, litId, place],
  );
  return <LookContext value={look}>{children}</LookContext>;
}

export function useLook(): Look {
  const look = useContext(LookContext);
  if (look === null) throw new Error('This part stands outside of the matrix grid.');
  return look;
}

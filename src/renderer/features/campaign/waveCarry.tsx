import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import type { WallDate } from '../../../core/time/wallDate';

/** A wave that is being carried along the timeline, by pointer or by keys, and the day it is over. */
export type Carried = {
  readonly waveId: string;
  readonly day: WallDate;
  readonly by: 'pointer' | 'keys';
  /** Let go, and shown there until the plan says so itself. */
  readonly dropped: boolean;
};

type Hand = { readonly carried: Carried | null; readonly setCarried: (carried: Carried | null) => void };
const HandContext = createContext<Hand>({ carried: null, setCarried: () => undefined });

/** Timeline and form share what is carried: it is taken up from either. */
export function WaveCarryProvider({ children }: { readonly children: ReactNode }) {
  const [carried, setCarried] = useState<Carried | null>(null);
  return <HandContext value={useMemo(() => ({ carried, setCarried }), [carried])}>{children}</HandContext>;
}

export const useHand = (): Hand => use(HandContext);

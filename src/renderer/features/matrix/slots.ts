import { createContext, useContext } from 'react';
import type { OpenSlot } from '../../state/series';

const noSlots: ReadonlyMap<string, OpenSlot> = new Map();
const SlotsContext = createContext(noSlots);
/** Open dates of series by cell. */
export const SlotsProvider = SlotsContext;
export const useSlotsHere = (): ReadonlyMap<string, OpenSlot> => useContext(SlotsContext);

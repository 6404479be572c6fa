import { type KeyboardEvent, useCallback } from 'react';
import { reorderOps } from '../../../core/campaign/edits';
import { byOrder } from '../../../core/campaign/facts';
import type { Reckoned } from '../../../core/campaign/reckon';
import type { Marker, TimelineLane } from '../../../core/campaign/timeline';
import type { WaveRow } from '../../../core/campaign/waveRows';
import { campaignWords } from '../../../core/words/campaign';
import { useStudio, useWords } from '../../state/StudioProvider';
import { carryKeys } from './carryKeys';
import { useMake } from './useEdits';
import { useRemoveWave } from './useWaveActs';
import type { useWaveCarry } from './useWaveCarry';

type Spot = { readonly lane: number; readonly place: number };

/** The wave the arrows lead to; null where there is none further. */
export function stepFrom(lanes: readonly TimelineLane[], from: Spot, key: string): Marker | null {
  const here = lanes[from.lane]?.markers;
  switch (key) {
    case 'ArrowLeft':
      return here?.[from.place - 1] ?? null;
    case 'ArrowRight':
      return here?.[from.place + 1] ?? null;
    case 'Home':
      return here?.[0] ?? null;
    case 'End':
      return here?.at(-1) ?? null;
    case 'ArrowUp':
    case 'ArrowDown': {
      const next = lanes[from.lane + (key === 'ArrowUp' ? -1 : 1)]?.markers;
      const x = here?.[from.place]?.left ?? 0;
      return next?.toSorted((a, b) => Math.abs(a.left - x) - Math.abs(b.left - x))[0] ?? null;
    }
    default:
      return null;
  }
}

/** Focus and selection are one: the arrows move among waves, and the inspector follows. */
export function useTimelineKeys(
  { plan, rows }: Reckoned,
  lanes: readonly TimelineLane[],
  hand: ReturnType<typeof useWaveCarry>,
) {
  const t = useWords(campaignWords);
  const waveId = useStudio((state) => state.waveId);
  const chooseWave = useStudio((state) => state.chooseWave);
  const show = useStudio((state) => state.showPlacement);
  const announce = useStudio((state) => state.announce);
  const make = useMake();
  const remove = useRemoveWave(plan);
  const focusOn = useCallback((row: WaveRow) => chooseWave(row.wave.id), [chooseWave]);
  const first = lanes[0]?.markers[0]?.row.wave.id ?? null;
  const focusId = lanes.some(({ markers }) => markers.some(({ row }) => row.wave.id === waveId)) ? waveId : first;

  const reorder = async (row: WaveRow, steps: number): Promise<void> => {
    const { wave } = row;
    const ops = reorderOps(wave, plan.waves, steps);
    if (ops.length === 0 || !(await make('wave_edit', wave.name, ops))) return;
    const place = [...plan.waves].sort(byOrder).findIndex(({ id }) => id === wave.id) + 1 + steps;
    announce(t('wave.moved', { name: wave.name, place }));
  };

  const press = (event: KeyboardEvent<HTMLElement>): void => {
    const id = event.target instanceof HTMLElement ? event.target.dataset.wave : undefined;
    if (id === undefined || event.nativeEvent.isComposing || carryKeys(event, hand)) return;
    const row = rows.find(({ wave }) => wave.id === id);
    const lane = lanes.findIndex(({ markers }) => markers.some((marker) => marker.row.wave.id === id));
    const place = lanes[lane]?.markers.findIndex((marker) => marker.row.wave.id === id) ?? -1;
    if (row === undefined || place === -1) return;
    const used = (): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      used();
      void reorder(row, event.key === 'ArrowUp' ? -1 : 1);
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next = stepFrom(lanes, { lane, place }, event.key);
    if (next !== null) {
      used();
      focusOn(next.row);
      event.currentTarget.querySelector<HTMLElement>(`[data-wave="${next.row.wave.id}"]`)?.focus();
    } else if (event.key === 'Enter' || event.key === 'F2') {
      used();
      focusOn(row);
      // The form is drawn by then: it follows the choice.
      setTimeout(() => document.querySelector<HTMLElement>('[data-wave-form] input')?.focus(), 0);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      used();
      void remove(row.wave);
    } else if (event.key.toLowerCase() === 'm') {
      used();
      hand.takeUp(row, 'keys');
    } else if (event.key.toLowerCase() === 'o' && row.placement !== null) {
      used();
      void show(row.placement.id);
    } else if (event.key === 'Escape' && waveId !== null) {
      used();
      chooseWave(null);
    }
  };
  return { press, focusId, focusOn };
}

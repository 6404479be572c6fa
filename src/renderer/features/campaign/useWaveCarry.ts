import { useMemo } from 'react';
import type { FollowerCard } from '../../../contract';
import { carryOf, unplannedAfter, type WaveCarry } from '../../../core/campaign/carry';
import type { Reckoned } from '../../../core/campaign/reckon';
import type { WaveRow } from '../../../core/campaign/waveRows';
import type { Moment } from '../../../core/cascade/moment';
import { printOffset } from '../../../core/cascade/printRule';
import type { WallDate } from '../../../core/time/wallDate';
import { campaignWords } from '../../../core/words/campaign';
import { cascadeWords } from '../../../core/words/cascade';
import { sayDay } from '../../../core/words/dates';
import { matrixWords } from '../../../core/words/matrix';
import { say } from '../../../core/words/say';
import { moveCards, refuse } from '../../state/planning/acts';
import { sayRefusal } from '../../state/planning/verdicts';
import { useLang, useStudio, useStudioHandle } from '../../state/StudioProvider';
import { useMake } from './useEdits';
import { useSetRule } from './useWaveActs';
import { useWaveFollowers } from './useWaveFollowers';
import { useHand } from './waveCarry';

/** What is in hand over the timeline: the wave, what letting go would do, and who would go along. */
export type InHand = {
  readonly row: WaveRow;
  readonly day: WallDate;
  readonly carry: WaveCarry;
  readonly followers: readonly FollowerCard[];
  /** Waves that are not planned, where they would stand. */
  readonly unplanned: ReadonlyMap<string, Moment>;
};

const nobody: ReadonlyMap<string, Moment> = new Map();

/** Takes a wave up where it stands. False when it has no place to be moved from. */
export function useTakeUp(): (row: WaveRow, by: 'pointer' | 'keys') => boolean {
  const { setCarried } = useHand();
  const lang = useLang();
  const announce = useStudio((state) => state.announce);
  const notify = useStudio((state) => state.notify);
  return ({ wave, moment, account }, by) => {
    if (moment === null || account === null) {
      if (by === 'keys') notify({ message: say(campaignWords, lang, 'wave.still', { name: wave.name }) });
      return false;
    }
    setCarried({ waveId: wave.id, day: moment.day, by, dropped: false });
    if (by === 'keys') announce(say(matrixWords, lang, 'move.mode_start', { title: wave.name }));
    return true;
  };
}

/** Carries a wave to another day, as the matrix does: its placement moves and followers go along, all in one step of undo. */
export function useWaveCarry(reckoned: Reckoned) {
  const studio = useStudioHandle();
  const { carried, setCarried } = useHand();
  const takeUp = useTakeUp();
  const make = useMake();
  const setRule = useSetRule();
  const zone = studio.getState().outline?.workspace[0]?.zone ?? 'Asia/Shanghai';
  const row = reckoned.rows.find(({ wave }) => wave.id === carried?.waveId) ?? null;
  const day = carried?.day ?? null;
  const carry = useMemo(
    () => (row === null || day === null ? null : carryOf(row, reckoned, day, zone)),
    [row, reckoned, day, zone],
  );
  const followers = useWaveFollowers(carry, carried?.by === 'keys' && !carried.dropped);
  const unplanned = useMemo(
    () => (row === null || carry === null ? nobody : unplannedAfter(row.wave, reckoned, carry, zone)),
    [row, carry, reckoned, zone],
  );
  const lang = useLang();
  const { announce, notify } = studio.getState();

  const over = (to: WallDate): void => {
    if (carried === null || row === null || carried.day === to) return;
    setCarried({ ...carried, day: to });
    if (carried.by !== 'keys') return;
    const next = carryOf(row, reckoned, to, zone);
    const why = next.kind === 'refused' ? sayRefusal(lang, next.why, to) : 'ok';
    announce(say(matrixWords, lang, 'move.mode_at', { account: row.account?.name ?? '', day: sayDay(lang, to), why }));
  };

  const letLie = (): void => {
    setCarried(null);
    announce(say(matrixWords, lang, 'move.mode_stop'));
  };

  /** Lets go. What cannot land there is told why; carried by keys it stays in hand. */
  const letGo = async (): Promise<void> => {
    if (carried === null || row === null || carry === null) return;
    if (carry.kind === 'refused') {
      refuse(studio.getState(), carry.why, carried.day);
      if (carried.by === 'pointer') setCarried(null);
      return;
    }
    if (carry.kind === 'nothing') return letLie();
    setCarried({ ...carried, dropped: true });
    await land(row, carry);
    // Shown where it was let go until the page knows it, so that nothing jumps back and forth.
    await studio.getState().loadCampaign(reckoned.plan.campaign.id);
    setCarried(null);
    studio.getState().chooseWave(row.wave.id);
  };

  const land = async (landing: WaveRow, to: Exclude<WaveCarry, { kind: 'nothing' | 'refused' }>) => {
    const { wave, placement } = landing;
    switch (to.kind) {
      case 'move': {
        const facts = studio.getState().campaignFacts[reckoned.plan.campaign.id];
        const card = facts?.placements.find(({ id }) => id === placement?.id);
        if (card !== undefined) await moveCards(studio, to.moves, card);
        return;
      }
      case 'zero': {
        const { id, name } = reckoned.plan.campaign;
        const ops = [{ kind: 'set', type: 'campaign', id, register: 'zeroDay', value: to.day } as const];
        if (await make('campaign_edit', name, ops))
          notify({ message: say(campaignWords, lang, 'wave.zero_moved', { day: sayDay(lang, to.day) }), undo: true });
        return;
      }
      case 'rule':
        if ((await setRule(landing, { rule: to.rule, onlyWorkdays: wave.onlyWorkdays })) === 0)
          notify({ message: say(cascadeWords, lang, 'ruled', { rule: printOffset(lang, to.rule) }), undo: true });
    }
  };

  const inHand: InHand | null =
    row === null || day === null || carry === null ? null : { row, day, carry, followers, unplanned };
  return { carried, inHand, takeUp, over, letGo, letLie };
}

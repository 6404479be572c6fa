import { addWaveOps, planWaveOps, removeWaveOps } from '../../../core/campaign/edits';
import type { CampaignPlan } from '../../../core/campaign/facts';
import type { WaveRow } from '../../../core/campaign/waveRows';
import type { Timing } from '../../../core/cascade/ruleText';
import type { Account, Wave } from '../../../core/model/records';
import { campaignWords } from '../../../core/words/campaign';
import { useStudio, useWords } from '../../state/StudioProvider';
import { useMake } from './useEdits';

/** Adds a wave and chooses it, so that it can be filled in at once. */
export function useAddWave(plan: CampaignPlan | null): (accountId?: string) => Promise<void> {
  const t = useWords(campaignWords);
  const make = useMake();
  const choose = useStudio((state) => state.chooseWave);
  const announce = useStudio((state) => state.announce);
  return async (accountId) => {
    if (plan === null) return;
    const { campaign, waves, accounts } = plan;
    const id = crypto.randomUUID();
    const account: Account | null = accountId === undefined ? null : (accounts.get(accountId) ?? null);
    const name = account === null ? t('wave.new') : account.name;
    if (!(await make('wave_add', name, addWaveOps(id, campaign, waves, account, name)))) return;
    choose(id);
    announce(t('wave.added'));
  };
}

/** Takes a wave out, with a word that offers to take it back. */
export function useRemoveWave({ campaign, waves }: CampaignPlan): (wave: Wave) => Promise<void> {
  const t = useWords(campaignWords);
  const make = useMake();
  const choose = useStudio((state) => state.chooseWave);
  const notify = useStudio((state) => state.notify);
  return async (wave) => {
    if (!(await make('wave_remove', wave.name, removeWaveOps(wave, campaign, waves)))) return;
    choose(null);
    const message = t('wave.removed', { name: wave.name });
    notify({ message, undo: true });
  };
}

/** Writes a wave's rule. */
export function useSetRule(): (row: WaveRow, timing: Timing) => Promise<void> {
  const make = useMake();
  return async ({ wave }, { rule, onlyWorkdays }) => {
    await make('wave_edit', wave.name, [
      { kind: 'set', type: 'wave', id: wave.id, register: 'rule', value: rule },
      { kind: 'set', type: 'wave', id: wave.id, register: 'onlyWorkdays', value: onlyWorkdays },
    ]);
  };
}

/** Plans a wave where its rule wants it, and brings one back there. */
export function useSettleWave({ campaign }: CampaignPlan) {
  const make = useMake();
  const zone = useStudio((state) => state.outline?.workspace[0]?.zone ?? 'Asia/Shanghai');
  const move = useStudio((state) => state.move);
  return {
    plan: async (row: WaveRow): Promise<void> => {
      const ops = planWaveOps(crypto.randomUUID(), row, campaign, zone);
      if (ops.length > 0) await make('placement_plan', row.piece?.title ?? row.wave.name, ops);
    },
    settle: async ({ placement, wants }: WaveRow): Promise<void> => {
      if (placement !== null && wants.kind === 'at') await move([{ id: placement.id, ...wants.moment }]);
    },
  };
}

import type { WaveSettlement } from '../../../contract';
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
  const announce = useStudio((state) => state.announce);
  return async (wave) => {
    if (!(await make('wave_remove', wave.name, removeWaveOps(wave, campaign, waves)))) return;
    choose(null);
    const message = t('wave.removed', { name: wave.name });
    notify({ message, undo: true });
    announce(message);
  };
}

/**
 * Writes a wave's rule and what it is reckoned from; what it planned goes along, and says who could not. Answers how many
 * placements this was told of; null when nothing was done.
 */
export function useSetRule(): (row: WaveRow, timing: Timing, afterWaveId?: string | null) => Promise<number | null> {
  const t = useWords(campaignWords);
  const act = useStudio((state) => state.act);
  const notify = useStudio((state) => state.notify);
  return async ({ wave }, { rule, onlyWorkdays }, afterWaveId = wave.afterWaveId) => {
    const done = await act('cascade.rule', { waveId: wave.id, rule, onlyWorkdays, afterWaveId, move: true });
    if (done === null) return null;
    const moved = done.followers.filter(({ fate }) => fate.kind === 'moves').length;
    const stayed = done.followers.filter(({ fate }) => fate.kind === 'blocked' || fate.kind === 'pinned').length;
    if (moved + stayed > 0) notify({ message: t('wave.rule_done', { moved, stayed }), undo: true });
    return moved + stayed;
  };
}

/** Plans a wave where its rule wants it, and brings a wave and its rule together again. */
export function useSettleWave({ campaign }: CampaignPlan) {
  const t = useWords(campaignWords);
  const make = useMake();
  const zone = useStudio((state) => state.outline?.workspace[0]?.zone ?? 'Asia/Shanghai');
  const act = useStudio((state) => state.act);
  const notify = useStudio((state) => state.notify);
  return {
    plan: async (row: WaveRow): Promise<void> => {
      const ops = planWaveOps(crypto.randomUUID(), row, campaign, zone);
      if (ops.length > 0) await make('placement_plan', row.piece?.title ?? row.wave.name, ops);
    },
    settle: async ({ placement, wave }: WaveRow, how: WaveSettlement): Promise<void> => {
      if (placement === null) return;
      const done = await act('cascade.settle', { ids: [placement.id], how });
      const [left] = done?.left ?? [];
      if (left !== undefined) notify({ message: t(`unfit.${left.why}`, { name: wave.name }) });
    },
  };
}

/** Plans every wave that is not planned yet; what could not be is counted. */
export function useLayOut({ campaign }: CampaignPlan): () => Promise<void> {
  const t = useWords(campaignWords);
  const act = useStudio((state) => state.act);
  const notify = useStudio((state) => state.notify);
  return async () => {
    const done = await act('cascade.lay', { campaignId: campaign.id });
    if (done === null) return;
    const message = t('waves.laid', { made: done.made, left: done.left.length });
    notify({ message, undo: done.made > 0 });
  };
}

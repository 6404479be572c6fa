import type { Campaign } from '../../../core/model/records';
import type { ChangeCode } from '../../../core/plan/labels';
import type { Op } from '../../../core/plan/ops';
import { useStudio } from '../../state/StudioProvider';

/** Makes a change of several ops: one step of undo, named by `code` and what it is about. True when it was done. */
export type Make = (code: ChangeCode, title: string, ops: readonly Op[]) => Promise<boolean>;

export function useMake(): Make {
  const act = useStudio((state) => state.act);
  return async (code, title, ops) => {
    if (ops.length === 0) return true;
    return (
      (await act('change.make', { label: { code, params: { title: title.slice(0, 500) } }, ops: [...ops] })) !== null
    );
  };
}

/** Writes one field of the campaign. */
export function useCampaignEdit(
  campaign: Campaign,
): (register: keyof Campaign, value: string | null) => Promise<boolean> {
  const make = useMake();
  return (register, value) =>
    make('campaign_edit', campaign.name, [{ kind: 'set', type: 'campaign', id: campaign.id, register, value }]);
}

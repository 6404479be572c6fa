import { useEffect, useMemo } from 'react';
import type { CampaignFacts } from '../../contract';
import type { CampaignCount } from '../../core/campaign/facts';
import { byOrder } from '../../core/campaign/facts';
import { type GateResult, gateNow } from '../../core/campaign/gates';
import { type Reckoned, reckon } from '../../core/campaign/reckon';
import type { RecordType } from '../../core/model/records';
import { todayOf, useAccounts } from './plan';
import { useStudio } from './StudioProvider';
import { useChangeTurn } from './useChangeTurn';

/** One edit makes several facts; they are answered by one reading. */
const CHANGE_REST = 150;
const matters: ReadonlySet<string> = new Set<RecordType>([
  'campaign',
  'phase',
  'wave',
  'placement',
  'piece',
  'variant',
  'account',
  'persona',
  'platform',
  'asset',
  'metric',
]);

const counted: ReadonlySet<string> = new Set<RecordType>(['campaign', 'placement', 'piece']);

/** How soon after a burst of changes, how much later than that in milliseconds, and how much a campaign is read. */
type Reading = { readonly rest: number; readonly wait: number; readonly most?: number };
const atOnce: Reading = { rest: CHANGE_REST, wait: 0 };
/** Beside other work: a while after it, and not for a campaign whose adaptation would be felt. */
const beside: Reading = { rest: 500, wait: 1_500, most: 600 };

/** What is known of a campaign beside the outline, read when it is asked for and again after a change; null until then. */
function useCampaignFacts(id: string | null, { rest, wait, most }: Reading): CampaignFacts | null {
  const facts = useStudio((state) => (id === null ? null : (state.campaignFacts[id] ?? null)));
  const load = useStudio((state) => state.loadCampaign);
  const turn = useChangeTurn(rest, matters);
  const asked = JSON.stringify([id, turn]);
  useEffect(() => {
    const [wanted] = JSON.parse(asked) as [string | null, number];
    if (wanted === null) return;
    const timer = setTimeout(() => void load(wanted, most), wait);
    return () => clearTimeout(timer);
  }, [load, asked, most, wait]);
  return facts;
}

/** What stands under each campaign, for the list of them. */
export function useCampaignCounts(): readonly CampaignCount[] {
  const load = useStudio((state) => state.loadCampaignCounts);
  const turn = useChangeTurn(CHANGE_REST, counted);
  const asked = String(turn);
  useEffect(() => {
    if (asked !== '') void load();
  }, [load, asked]);
  return useStudio((state) => state.campaignCounts);
}

/** A campaign with everything that follows from its plan; null while it is read, or when there is none. */
export function useCampaign(id: string | null, reading: Reading = atOnce): Reckoned | null {
  const facts = useCampaignFacts(id, reading);
  const outline = useStudio((state) => state.outline);
  const accounts = useAccounts();
  const today = useStudio(todayOf);
  return useMemo(() => {
    const campaign = outline?.campaign.find((one) => one.id === id);
    if (outline === null || campaign === undefined || facts === null) return null;
    const mine = ({ campaignId }: { readonly campaignId: string | null }) => campaignId === campaign.id;
    const { placements, pieces, copies } = facts;
    return reckon(
      {
        campaign,
        phases: outline.phase.filter(mine).sort(byOrder),
        waves: outline.wave.filter(mine),
        placements,
        pieces,
        copies,
        accounts,
        today,
      },
      outline.workspace[0],
    );
  }, [outline, facts, accounts, today, id]);
}

const noGates: ReadonlyMap<string, GateResult> = new Map();

/** The gate that matters now of each phase of a campaign, by the phase's id; read once the first screen stands. */
export function useGates(campaignId: string | null): ReadonlyMap<string, GateResult> {
  const painted = useStudio((state) => state.painted);
  const reckoned = useCampaign(painted ? campaignId : null, beside);
  return useMemo(() => {
    if (reckoned === null) return noGates;
    const now = reckoned.phases.map((result) => [result.phase.id, gateNow(result, reckoned.plan.today)] as const);
    return new Map(now.flatMap(([id, gate]) => (gate === null ? [] : [[id, gate]])));
  }, [reckoned]);
}

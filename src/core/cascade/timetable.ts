import type { Wave } from '../model/records';
import type { WallTime } from '../time/wallDate';
import { type Followed, follow } from './follow';
import { type Moment, sameMoment } from './moment';
import { momentOfPlaced, placedOf, type Scene } from './scene';
import { treeOf } from './tree';

/** A wave beside its rule: when the rule wants it, and when it is planned. */
export type Entry = {
  readonly wave: Wave;
  readonly isLead: boolean;
  /** The wave it is reckoned from; null for the lead. */
  readonly anchorId: string | null;
  /** By the rule, from where the anchor stands; for the lead where it stands, or its campaign's zero day. */
  readonly wants: Followed;
  readonly zone: string;
  /** Where its placement stands; null while there is none. */
  readonly at: Moment | null;
  readonly placementId: string | null;
  readonly pinned: boolean;
  /** Planned at another moment than the rule says, and nobody pinned it there. What went out is beyond the rule. */
  readonly disagrees: boolean;
};

/**
 * Every wave of a campaign with what its rule says and what is planned, each after its anchor. A follower is reckoned from where
 * its anchor is planned, and from the anchor's rule where that is not planned yet.
 */
export function timetableOf(scene: Scene): readonly Entry[] {
  const { leadId, links, circle } = treeOf(scene.campaign, scene.waves);
  const entries = new Map<string, Entry>();
  for (const { wave, anchorId, lost } of links) {
    const placed = placedOf(wave, scene.placements);
    const at = momentOfPlaced(placed ?? undefined);
    const zone = placed?.zone ?? scene.zone;
    const isLead = wave.id === leadId;
    const anchor = anchorId === null ? undefined : entries.get(anchorId);
    const wants = isLead ? leadMoment(scene, wave) : lost ? gone : wantedFrom(scene, wave, anchor, zone);
    entries.set(wave.id, {
      wave,
      isLead,
      anchorId,
      wants,
      zone,
      at,
      placementId: placed?.id ?? null,
      pinned: placed?.pinned ?? false,
      disagrees:
        placed !== null &&
        !placed.pinned &&
        placed.outcome === 'planned' &&
        at !== null &&
        wants.kind === 'at' &&
        !sameMoment(wants.moment, at),
    });
  }
  const turning = circle.map((wave): Entry => {
    const placed = placedOf(wave, scene.placements);
    return {
      wave,
      isLead: false,
      anchorId: wave.afterWaveId,
      wants: { kind: 'unsettled', why: 'circle' },
      zone: placed?.zone ?? scene.zone,
      at: momentOfPlaced(placed ?? undefined),
      placementId: placed?.id ?? null,
      pinned: placed?.pinned ?? false,
      disagrees: false,
    };
  });
  return [...entries.values(), ...turning];
}

const gone: Followed = { kind: 'unsettled', why: 'anchor_gone' };
const at = (moment: Moment): Followed => ({ kind: 'at', moment, dayOff: false, untabled: [] });

function wantedFrom({ calendar }: Scene, wave: Wave, anchor: Entry | undefined, zone: string): Followed {
  const moment = anchor?.at ?? (anchor?.wants.kind === 'at' ? anchor.wants.moment : null);
  if (anchor === undefined || moment === null) return { kind: 'unsettled', why: 'anchor_unsettled' };
  return follow(wave, { moment, zone: anchor.zone }, zone, calendar);
}

/** The lead stands where it is planned; else on the campaign's zero day at the time of its rule. */
function leadMoment({ campaign, placements }: Scene, lead: Wave): Followed {
  const planned = momentOfPlaced(placedOf(lead, placements) ?? undefined);
  if (planned !== null) return at(planned);
  const time: WallTime | null = lead.rule.kind === 'lead' ? lead.rule.time : null;
  return campaign.zeroDay === null
    ? { kind: 'unsettled', why: 'anchor_unsettled' }
    : at({ day: campaign.zeroDay, time });
}

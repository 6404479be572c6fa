import type { Campaign, Wave } from '../model/records';

/** A wave and the one it is reckoned from; null for the lead, and for a wave whose anchor is gone. */
export type Link = { readonly wave: Wave; readonly anchorId: string | null; readonly lost: boolean };

/** The waves of a campaign so that each comes after its anchor, and those that follow themselves in a circle. */
export type Tree = {
  readonly leadId: string | null;
  readonly links: readonly Link[];
  readonly circle: readonly Wave[];
};

/** The wave that opens: the campaign's, else the first by order whose rule says lead. */
export const leadWaveOf = (campaign: Pick<Campaign, 'leadWaveId'> | undefined, waves: readonly Wave[]): Wave | null =>
  waves.find((wave) => wave.id === campaign?.leadWaveId) ??
  sorted(waves).find((wave) => wave.rule.kind === 'lead') ??
  null;

export function treeOf(campaign: Pick<Campaign, 'leadWaveId'> | undefined, waves: readonly Wave[]): Tree {
  const lead = leadWaveOf(campaign, waves);
  const ids = new Set(waves.map(({ id }) => id));
  const under = new Map<string, Wave[]>();
  const roots: Link[] = [];
  for (const wave of sorted(waves)) {
    const anchorId = wave.afterWaveId ?? lead?.id ?? null;
    if (wave.id === lead?.id) roots.unshift({ wave, anchorId: null, lost: false });
    else if (anchorId === null || !ids.has(anchorId)) roots.push({ wave, anchorId: null, lost: true });
    else under.set(anchorId, [...(under.get(anchorId) ?? []), wave]);
  }
  const links: Link[] = [...roots];
  // What is appended is looked under in its turn; who is in a circle is never reached.
  for (const { wave } of links)
    for (const next of under.get(wave.id) ?? []) links.push({ wave: next, anchorId: wave.id, lost: false });
  const reached = new Set(links.map(({ wave }) => wave.id));
  return { leadId: lead?.id ?? null, links, circle: sorted(waves).filter(({ id }) => !reached.has(id)) };
}

/** The wave and everything reckoned from it, directly or not: none of these can be its anchor. */
export function followersOf(waveId: string, { links }: Tree): ReadonlySet<string> {
  const found = new Set([waveId]);
  for (const { wave, anchorId } of links) if (anchorId !== null && found.has(anchorId)) found.add(wave.id);
  return found;
}

const sorted = (waves: readonly Wave[]): readonly Wave[] =>
  [...waves].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1));

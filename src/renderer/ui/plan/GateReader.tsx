import { useEffect } from 'react';
import { sayGateParts } from '../../../core/words/sayCampaign';
import { useLang } from '../../state/StudioProvider';
import { useGates } from '../../state/useCampaign';

/** What a phase's gate says: how many checks are passed, and the first that is not; empty when all are. */
export type GateLine = { readonly count: string; readonly open: string };
export type GateLines = ReadonlyMap<string, GateLine>;

/**
 * Reads the gates of a campaign's phases and hands their words up, by the phase's id. It draws nothing: it comes late, so that
 * the first screen carries none of what checks are reckoned with.
 */
export function GateReader({
  campaignId,
  onLines,
}: {
  readonly campaignId: string | null;
  readonly onLines: (lines: GateLines) => void;
}) {
  const lang = useLang();
  const gates = useGates(campaignId);
  useEffect(() => {
    onLines(new Map([...gates].map(([id, gate]) => [id, sayGateParts(lang, gate)])));
  }, [gates, lang, onLines]);
  return null;
}

import { useEffect, useMemo, useRef } from 'react';
import type { Reckoned } from '../../../core/campaign/reckon';
import { campaignWords } from '../../../core/words/campaign';
import { say } from '../../../core/words/say';
import type { Command } from '../../commands/command';
import { useStudio } from '../../state/StudioProvider';
import { useAddWave } from './useWaveActs';

/** Offers the page's commands while it is open. */
export function useCampaignCommands(reckoned: Reckoned | null, addCampaign: () => Promise<void>): void {
  const offer = useStudio((state) => state.offerCommands);
  const acts = useRef({ addCampaign, addWave: async (): Promise<void> => undefined });
  const addWave = useAddWave(reckoned?.plan ?? null);
  useEffect(() => {
    acts.current = { addCampaign, addWave: () => addWave() };
  });
  const hasOne = reckoned !== null;
  const commands = useMemo(
    (): readonly Command[] => [
      {
        id: 'campaign.add',
        group: 'plan',
        label: (lang) => say(campaignWords, lang, 'add'),
        keys: ['shift+n'],
        run: () => acts.current.addCampaign(),
      },
      {
        id: 'campaign.add_wave',
        group: 'plan',
        label: (lang) => say(campaignWords, lang, 'waves.add'),
        keys: ['w'],
        applies: () => hasOne,
        run: () => acts.current.addWave(),
      },
    ],
    [hasOne],
  );
  useEffect(() => offer('campaign', commands), [offer, commands]);
}

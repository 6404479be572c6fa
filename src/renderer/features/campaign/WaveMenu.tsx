import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { makeLeadOps, reorderOps } from '../../../core/campaign/edits';
import type { Reckoned } from '../../../core/campaign/reckon';
import type { WaveRow } from '../../../core/campaign/waveRows';
import { campaignWords } from '../../../core/words/campaign';
import { commandWords } from '../../../core/words/commands';
import { useWords } from '../../state/StudioProvider';
import { Keys } from '../../ui/Keys';
import { useMake } from './useEdits';
import { useRemoveWave } from './useWaveActs';
import { useTakeUp } from './useWaveCarry';

/** What can be done with a wave as a whole. */
export function WaveMenu({ row, reckoned }: { readonly row: WaveRow; readonly reckoned: Reckoned }) {
  const t = useWords(campaignWords);
  const make = useMake();
  const remove = useRemoveWave(reckoned.plan);
  const c = useWords(commandWords);
  const takeUp = useTakeUp();
  const { wave } = row;
  const { campaign, waves } = reckoned.plan;
  // The menu gives the focus back as it closes; what is in hand needs it after that.
  const carry = (): void =>
    void setTimeout(() => {
      const marker = document.querySelector<HTMLElement>(`[data-wave="${CSS.escape(wave.id)}"]`);
      marker?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      marker?.focus();
      takeUp(row, 'keys');
    }, 0);
  const move = (steps: number) => void make('wave_edit', wave.name, reorderOps(wave, waves, steps));
  return (
    <Menu position="bottom-end" offset={4}>
      <Menu.Target>
        <Button aria-label={t('more')} title={t('more')} px={6} variant="subtle">
          <IconDots size={16} stroke={1.6} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {!row.isLead && (
          <Menu.Item
            onClick={() =>
              void make('wave_edit', wave.name, makeLeadOps(wave, campaign, waves, row.moment?.time ?? null))
            }
          >
            {t('wave.lead_make')}
          </Menu.Item>
        )}
        <Menu.Item onClick={carry} rightSection={<Keys keys="m" />}>
          {c('placement.move_mode')}
        </Menu.Item>
        <Menu.Item onClick={() => move(-1)}>{t('wave.up')}</Menu.Item>
        <Menu.Item onClick={() => move(1)}>{t('wave.down')}</Menu.Item>
        <Menu.Item onClick={() => void remove(wave)}>{t('wave.remove')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

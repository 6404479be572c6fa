import { useEffect, useState } from 'react';
import type { FollowerCard } from '../../../contract';
import type { WaveCarry } from '../../../core/campaign/carry';
import { sayFollowers } from '../../../core/words/cascade';
import { useStudioHandle } from '../../state/StudioProvider';

const none: readonly FollowerCard[] = [];

/**
 * What would become of the placements that follow what is carried, from the store, which reckons the drop the same way. While
 * the next answer is on its way the last one stands: ghosts that vanish and come back would flicker.
 */
export function useWaveFollowers(carry: WaveCarry | null, aloud: boolean): readonly FollowerCard[] {
  const studio = useStudioHandle();
  const [followers, setFollowers] = useState(none);
  useEffect(() => {
    if (carry?.kind !== 'move') {
      setFollowers(none);
      return;
    }
    let left = false;
    void studio
      .getState()
      .act('cascade.preview', { moves: [...carry.moves] })
      .then((found) => {
        if (left || found === null) return;
        setFollowers(found);
        const { announcement, announce, settings } = studio.getState();
        const said = aloud ? sayFollowers(settings.lang, found) : '';
        if (said !== '') announce(`${announcement.text}${settings.lang === 'zh' ? '。' : '. '}${said}`);
      });
    return () => {
      left = true;
    };
  }, [studio, carry, aloud]);
  return followers;
}

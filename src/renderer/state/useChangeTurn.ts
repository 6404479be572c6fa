import { useEffect, useState } from 'react';
import { useStudioHandle } from './StudioProvider';

/**
 * A number that rises after records changed: once for a burst, as one edit makes several facts.
 * @param rest how long the burst must be over, in milliseconds
 * @param matters which types of record count; all where it is left out. A change that names no type always counts.
 */
export function useChangeTurn(rest: number, matters?: ReadonlySet<string>): number {
  const { api } = useStudioHandle();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = api.on('changed', ({ types }) => {
      if (matters !== undefined && types.length > 0 && !types.some((type) => matters.has(type))) return;
      clearTimeout(timer);
      timer = setTimeout(() => setTurn((before) => before + 1), rest);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [api, rest, matters]);
  return turn;
}

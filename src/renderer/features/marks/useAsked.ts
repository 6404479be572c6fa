import { useEffect, useState } from 'react';
import type { CallInput, CallName, CallOutput } from '../../../contract';
import { useStudio } from '../../state/StudioProvider';

/** What a call answers, asked once for each input; null until then, and when it was refused, which is said by itself. */
export function useAsked<N extends CallName>(name: N, input: CallInput<N>, turn = 0): CallOutput<N> | null {
  const act = useStudio((state) => state.act);
  const [answer, setAnswer] = useState<CallOutput<N> | null>(null);
  const asked = JSON.stringify(input);
  useEffect(() => {
    let isCurrent = true;
    void act(name, JSON.parse(asked) as CallInput<N>).then((value) => {
      if (isCurrent && turn >= 0) setAnswer(value);
    });
    return () => {
      isCurrent = false;
    };
  }, [act, name, asked, turn]);
  return answer;
}

import { useEffect, useState } from 'react';
import type { CallInput, CallName, CallOutput } from '../../../contract';
import { useStudio } from '../../state/StudioProvider';

/** What a call answers; null while it is asked for the first time, and when it was refused, which is said by itself. */
export type Asked<T> = { readonly answer: T | null; readonly refused: boolean };

/** Asks a call once for each input, and again when `turn` rises: until then the answer before it stands. */
export function useAsked<N extends CallName>(name: N, input: CallInput<N>, turn = 0): Asked<CallOutput<N>> {
  const act = useStudio((state) => state.act);
  const [asked, setAsked] = useState<Asked<CallOutput<N>>>({ answer: null, refused: false });
  const key = JSON.stringify(input);
  useEffect(() => {
    let isCurrent = true;
    void act(name, JSON.parse(key) as CallInput<N>).then((answer) => {
      if (isCurrent && turn >= 0) setAsked({ answer, refused: answer === null });
    });
    return () => {
      isCurrent = false;
    };
  }, [act, name, key, turn]);
  return asked;
}

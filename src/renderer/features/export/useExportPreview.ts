import { useEffect, useState } from 'react';
import type { ExportChoiceInput, ExportPreview } from '../../../contract';
import type { Failure } from '../../../core/result';
import { useStudioHandle } from '../../state/StudioProvider';

export type Previewed = {
  readonly preview: ExportPreview | null;
  readonly failure: Failure | null;
  readonly working: boolean;
};

/** Rest after a choice before it is answered, in milliseconds: three clicks in a row are one question. */
const REST = 150;

/** What would be written for a choice, asked again when the choice or the plan changes. The old answer stays meanwhile. */
export function useExportPreview(choice: ExportChoiceInput | null): Previewed {
  const { api } = useStudioHandle();
  const [state, setState] = useState<Previewed>({ preview: null, failure: null, working: true });
  const [turn, setTurn] = useState(0);
  const key = JSON.stringify(choice);
  useEffect(() => api.on('changed', () => setTurn((before) => before + 1)), [api]);
  useEffect(() => {
    const wanted = JSON.parse(key) as ExportChoiceInput | null;
    // Counted up by a change of the plan: the same question again.
    if (turn < 0) return;
    if (wanted === null) {
      setState({ preview: null, failure: null, working: false });
      return;
    }
    let late = false;
    setState((before) => ({ ...before, working: true }));
    const timer = setTimeout(() => {
      void api.call('export.preview', { choice: wanted }).then((answer) => {
        if (late) return;
        setState(
          answer.ok
            ? { preview: answer.value, failure: null, working: false }
            : { preview: null, failure: answer.failure, working: false },
        );
      });
    }, REST);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [api, key, turn]);
  return state;
}

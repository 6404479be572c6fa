import { useEffect, useRef, useState } from 'react';
import { copyWords } from '../../../../core/words/copy';
import { useStudio, useStudioHandle, useWords } from '../../../state/StudioProvider';

/** How long a button says that it copied, in milliseconds. */
const SAID = 2_000;

export type Copied = {
  /** Key of what was copied a moment ago; null after a while. */
  readonly last: string | null;
  readonly copy: (key: string, what: string, text: string, html?: string | undefined) => Promise<void>;
};

/** Copies a text, says so quietly beside its button and aloud to a screen reader. */
export function useCopy(): Copied {
  const t = useWords(copyWords);
  const { api } = useStudioHandle();
  const announce = useStudio((state) => state.announce);
  const notify = useStudio((state) => state.notify);
  const [last, setLast] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    last,
    copy: async (key, what, text, html) => {
      const answer = await api.call('studio.copy', html === undefined ? { text } : { text, html });
      clearTimeout(timer.current);
      if (!answer.ok) {
        notify({ message: t('failed', { what }) });
        return;
      }
      announce(t('copied', { what }));
      setLast(key);
      timer.current = setTimeout(() => setLast(null), SAID);
    },
  };
}

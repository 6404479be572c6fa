import { useEffect } from 'react';
import { shellWords } from '../../core/words/shell';
import type { Notice } from '../state/notices';
import { useStudio, useWords } from '../state/StudioProvider';
import classes from './Notices.module.css';

/** Passing words at the bottom: results with Undo, failures with what to do. Each stays long enough to be read. */
export function Notices() {
  const t = useWords(shellWords);
  const notices = useStudio((state) => state.notices);
  return (
    <section className={classes.stack} aria-label={t('notice.region')}>
      {notices.map((notice) => (
        <Slip key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

const QUIET_MS = 6_000;
const BAD_MS = 15_000;

function Slip({ notice }: { readonly notice: Notice }) {
  const t = useWords(shellWords);
  const dismiss = useStudio((state) => state.dismiss);
  const undo = useStudio((state) => state.undo);
  useEffect(() => {
    const timer = setTimeout(() => dismiss(notice.id), notice.tone === 'bad' ? BAD_MS : QUIET_MS);
    return () => clearTimeout(timer);
  }, [dismiss, notice]);
  return (
    <div className={classes.slip} data-tone={notice.tone}>
      <span>{notice.message}</span>
      {notice.undo && (
        <button
          type="button"
          onClick={() => {
            dismiss(notice.id);
            void undo();
          }}
        >
          {t('notice.undo')}
        </button>
      )}
      <button type="button" data-quiet onClick={() => dismiss(notice.id)}>
        {t('notice.close')}
      </button>
    </div>
  );
}

import { useEffect } from 'react';
import { shellWords } from '../../core/words/shell';
import { useLang, useStudio, useWords } from '../state/StudioProvider';

/** What the page says about itself: its language and title, and the polite voice for screen readers. */
export function DocumentFacts() {
  const lang = useLang();
  const t = useWords(shellWords);
  const workspace = useStudio((state) => state.boot?.workspace?.name ?? null);
  const announcement = useStudio((state) => state.announcement);
  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
    document.title = workspace === null ? t('brand') : `${workspace} · ${t('brand')}`;
  }, [lang, t, workspace]);
  return (
    <div aria-live="polite" className="visually-hidden">
      <span key={announcement.turn}>{announcement.text}</span>
    </div>
  );
}

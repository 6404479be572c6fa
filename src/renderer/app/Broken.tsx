import { Button, Group } from '@mantine/core';
import type { Failure } from '../../core/result';
import { sayFailure } from '../../core/words/failures';
import { shellWords } from '../../core/words/shell';
import { useLang, useStudio, useWords } from '../state/StudioProvider';
import { ReadySignal } from './Shell';

/** The workspace did not open: what, why, and the way to the data. */
export function Broken({ failure }: { readonly failure: Failure }) {
  const t = useWords(shellWords);
  const lang = useLang();
  const start = useStudio((state) => state.start);
  const act = useStudio((state) => state.act);
  return (
    <main style={{ height: '100%', display: 'grid', placeContent: 'center', gap: 12, padding: 32, maxWidth: 560, margin: '0 auto' }}>
      <h1 style={{ font: '600 20px/28px var(--jz-sans)', margin: 0 }}>{t('broken.title')}</h1>
      <p style={{ margin: 0, color: 'var(--jz-ink-2)' }}>{sayFailure(lang, failure)}</p>
      <Group gap={8}>
        <Button variant="filled" onClick={() => void start()}>
          {t('broken.again')}
        </Button>
        <Button onClick={() => void act('studio.reveal', { what: 'data' })}>{t('broken.folder')}</Button>
      </Group>
      <ReadySignal />
    </main>
  );
}

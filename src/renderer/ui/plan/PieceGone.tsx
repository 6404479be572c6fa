import { Button } from '@mantine/core';
import { editorWords } from '../../../core/words/editor';
import { useStudio, useWords } from '../../state/StudioProvider';
import { Empty } from '../Empty';
import { Screen } from '../Screen';

/** The screen of a piece before it stands: empty while it is read; once it is known to be gone, the way back. */
export function PieceGone({ gone }: { readonly gone: boolean }) {
  const t = useWords(editorWords);
  const go = useStudio((state) => state.go);
  return (
    <Screen label={t('loading')}>
      {gone && (
        <Empty
          text={`${t('gone.title')}. ${t('gone.text')}`}
          action={<Button onClick={() => go({ screen: 'library' })}>{t('gone.back')}</Button>}
        />
      )}
    </Screen>
  );
}

import { Button } from '@mantine/core';
import { marksWords } from '../../../core/words/marks';
import { useStudio, useWords } from '../../state/StudioProvider';
import { Empty } from '../../ui/Empty';
import { Screen } from '../../ui/Screen';

/** In the place of a file that is being read, or that was refused. */
export function NotRead({ title, refused }: { readonly title: string; readonly refused: boolean }) {
  const t = useWords(marksWords);
  const go = useStudio((state) => state.go);
  return (
    <Screen label={title}>
      <h1 className="visually-hidden">{title}</h1>
      {refused ? (
        <Empty
          text={t('refused')}
          action={<Button onClick={() => go({ screen: 'import' })}>{t('other_file')}</Button>}
        />
      ) : (
        <Empty text={t('working')} />
      )}
    </Screen>
  );
}

import { Button } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { editorWords } from '../../../core/words/editor';
import { useConflicts } from '../../state/conflicts';
import { useStudioHandle, useWords } from '../../state/StudioProvider';

/** Says that something about this piece waits for a decision after a merge, and leads there; nothing where nothing does. */
export function WaitingTexts({ pieceId }: { readonly pieceId: string }) {
  const t = useWords(editorWords);
  const studio = useStudioHandle();
  const card = useConflicts()?.find(({ type, id }) => type === 'piece' && id === pieceId);
  if (card === undefined) return null;
  return (
    <Button
      title={t('waiting.tip')}
      data-testid="waiting-texts"
      leftSection={<IconGitMerge size={15} stroke={1.6} aria-hidden="true" />}
      onClick={() => studio.getState().go({ screen: 'conflicts', id: pieceId })}
    >
      {t(card.kind === 'body' ? 'waiting.text' : 'waiting.other')}
    </Button>
  );
}

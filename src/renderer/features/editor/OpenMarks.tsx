import { Button } from '@mantine/core';
import { IconMessage2 } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { MarkedText } from '../../../contract';
import type { RecordType } from '../../../core/model/records';
import { editorWords } from '../../../core/words/editor';
import { useStudioHandle, useWords } from '../../state/StudioProvider';
import { useChangeTurn } from '../../state/useChangeTurn';

const matters: ReadonlySet<string> = new Set<RecordType>(['review']);
const CHANGE_REST = 250;

/** How many marks on this piece wait for an answer, and the way to the first text that has one; nothing where none does. */
export function OpenMarks({ pieceId }: { readonly pieceId: string }) {
  const t = useWords(editorWords);
  const studio = useStudioHandle();
  const { api } = studio;
  const turn = useChangeTurn(CHANGE_REST, matters);
  const [texts, setTexts] = useState<readonly MarkedText[]>([]);
  useEffect(() => {
    let isGone = false;
    void api.call('marks.list', { pieceId }).then((answer) => {
      if (!isGone && answer.ok && turn >= 0) setTexts(answer.value);
    });
    return () => {
      isGone = true;
    };
  }, [api, pieceId, turn]);
  const count = texts.reduce((sum, { open }) => sum + open, 0);
  const [first] = texts;
  if (first === undefined || count === 0) return null;
  return (
    <Button
      title={t('marks.tip')}
      data-testid="open-marks"
      leftSection={<IconMessage2 size={15} stroke={1.6} aria-hidden="true" />}
      onClick={() => studio.getState().go({ screen: 'marks', task: { kind: 'text', target: first.target } })}
    >
      {t('marks.open', { count })}
    </Button>
  );
}

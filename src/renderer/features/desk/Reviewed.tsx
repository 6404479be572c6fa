import { useEffect, useState } from 'react';
import type { DeskReview } from '../../../contract';
import type { RecordType } from '../../../core/model/records';
import { sayDate } from '../../../core/words/dates';
import { deskWords } from '../../../core/words/desk';
import { useLang, useStudioHandle, useWords } from '../../state/StudioProvider';
import { useChangeTurn } from '../../state/useChangeTurn';
import shared from './Desk.module.css';

const matters: ReadonlySet<string> = new Set<RecordType>(['review', 'member']);
const CHANGE_REST = 250;

/** Who read this copy and what they said of it last; nothing where nobody did. */
export function Reviewed({ placementId }: { readonly placementId: string }) {
  const t = useWords(deskWords);
  const lang = useLang();
  const { api } = useStudioHandle();
  const turn = useChangeTurn(CHANGE_REST, matters);
  const asked = `${placementId} ${turn}`;
  const [read, setRead] = useState<{ readonly of: string; readonly review: DeskReview } | null>(null);
  useEffect(() => {
    const [id = ''] = asked.split(' ', 1);
    let isGone = false;
    void api.call('desk.review', { id }).then((answer) => {
      if (!isGone && answer.ok) setRead(answer.value === null ? null : { of: id, review: answer.value });
    });
    return () => {
      isGone = true;
    };
  }, [api, asked]);
  if (read?.of !== placementId) return null;
  const { verdict, by, day } = read.review;
  return (
    <>
      <span className={shared.bar} />
      <span data-testid="reviewed">
        {t('reviewed', { verdict, by: by || 'none', when: day === null ? 'none' : sayDate(lang, day) })}
      </span>
    </>
  );
}

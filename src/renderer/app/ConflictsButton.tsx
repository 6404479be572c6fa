import { IconGitMerge } from '@tabler/icons-react';
import { conflictWords } from '../../core/words/conflicts';
import { useConflicts } from '../state/conflicts';
import { useWords } from '../state/StudioProvider';
import { RailButton } from './RailButton';

/** On the rail while something waits to be settled, and gone with the last of it. */
export function ConflictsButton() {
  const t = useWords(conflictWords);
  const waiting = useConflicts()?.length ?? 0;
  if (waiting === 0) return null;
  return (
    <RailButton screen="conflicts" Icon={IconGitMerge} badge={waiting} said={t('nav.waiting', { count: waiting })} />
  );
}

import { useEffect, useState } from 'react';
import type { MergeEntry } from '../../../contract';
import { madeAtOf } from '../../../core/plan/backupRotation';
import { receivedPlanWords } from '../../../core/words/receivedPlan';
import { useLang, useStudioHandle, useWords } from '../../state/StudioProvider';
import look from '../../ui/dryRun/dryRun.module.css';
import { Empty } from '../../ui/Empty';
import { colleagueName } from '../../ui/people/colleagueName';
import { sayWhen } from '../../ui/sayWhen';
import classes from './Merge.module.css';

/** The plans that were merged, newest first: which file, by whom, what it changed, where the copy from before is. */
export function PastMerges() {
  const t = useWords(receivedPlanWords);
  const lang = useLang();
  const { world } = useStudioHandle();
  const merges = useMerges();
  if (merges === null) return null;
  if (merges.length === 0) return <Empty text={t('past.none')} />;
  const comma = lang === 'zh' ? '、' : ', ';
  return (
    <div className={classes.page} tabIndex={-1}>
      <table className={classes.table} aria-label={t('tab.past')}>
        <thead>
          <tr>
            <th scope="col">{t('past.when')}</th>
            <th scope="col">{t('past.file')}</th>
            <th scope="col">{t('past.who')}</th>
            <th scope="col">{t('past.what')}</th>
          </tr>
        </thead>
        <tbody>
          {merges.map((entry) => (
            <tr key={entry.seq} data-undone={entry.undone || undefined}>
              <td>{sayWhen(lang, entry.at, world.now())}</td>
              <td>
                <b>{entry.name}</b>
                {entry.backup !== null && (
                  <span className={look.quiet}>
                    {t('past.backup', { when: sayWhen(lang, madeAtOf(entry.backup), world.now()) })}
                  </span>
                )}
              </td>
              <td>
                {entry.authors
                  .map(({ name, mine }) => (mine ? t('author.mine') : (colleagueName(name) ?? t('author.unknown'))))
                  .join(comma)}
              </td>
              <td>
                {sayCounts(t, entry)}
                {entry.undone && <span className={classes.undone}>{t('past.undone')}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sayCounts(
  t: (key: 'past.counts', params: Record<string, number>) => string,
  { summary, changed: total }: MergeEntry,
): string {
  const { added, changed, also_changed: also, needs_you: needs, deleted } = summary.counts;
  return t('past.counts', { added, changed, also, needs, deleted, total });
}

/** Read again with every commit: an undo changes what is still merged. */
function useMerges(): readonly MergeEntry[] | null {
  const { api } = useStudioHandle();
  const [merges, setMerges] = useState<readonly MergeEntry[] | null>(null);
  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const answer = await api.call('plan.merges', {});
      if (current && answer.ok) setMerges(answer.value);
    };
    void read();
    const stop = api.on('changed', ({ wordsOnly }) => {
      if (!wordsOnly) void read();
    });
    return () => {
      current = false;
      stop();
    };
  }, [api]);
  return merges;
}

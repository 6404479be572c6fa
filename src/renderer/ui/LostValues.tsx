import { Button } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import type { AlsoChanged } from '../../contract';
import { isRecordType } from '../../core/model/records';
import { sayField } from '../../core/words/keptFields';
import { receivedPlanWords } from '../../core/words/receivedPlan';
import { sayRecordType } from '../../core/words/recordTypes';
import { useLang, useStudio, useStudioHandle, useWords } from '../state/StudioProvider';
import { sayValue } from './diff/sayValue';
import { Empty } from './Empty';
import classes from './LostValues.module.css';
import { useWho } from './people/useWho';
import { sayWhen } from './sayWhen';

/**
 * "Also changed by …": values that a concurrent edit replaced when copies were merged, of one record or of all, each with
 * who wrote it, who replaced it, and the way back.
 */
export function LostValues({ type, id }: { readonly type: string | null; readonly id: string | null }) {
  const t = useWords(receivedPlanWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const outline = useStudio((state) => state.outline);
  const who = useWho();
  const lost = useLost(type, id);
  if (lost === null || (lost.length === 0 && id !== null)) return null;
  if (lost.length === 0) return <Empty text={t('lost.none')} />;
  const when = (at: number): string => sayWhen(lang, at, studio.world.now());
  const said = ({ register, lost: value }: AlsoChanged): string =>
    sayValue(lang, outline, register, value) || t('empty');
  const restore = async (one: AlsoChanged): Promise<void> => {
    if (!isRecordType(one.type)) return;
    const { act, notify } = studio.getState();
    const op = { kind: 'set', type: one.type, id: one.id, register: one.register, value: one.value } as const;
    const label = { code: 'lost_restore', params: { title: one.name } } as const;
    if ((await act('change.make', { label, ops: [op] })) !== null)
      notify({ message: t('lost.restored', { value: said(one) }), undo: true });
  };
  return (
    <section className={classes.lost} aria-label={t('lost.title')} data-testid="lost-values">
      {id !== null && <h3>{t('lost.title')}</h3>}
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('lost.what')}</th>
            <th scope="col">{t('lost.value')}</th>
            <th scope="col">{t('lost.by')}</th>
            <th scope="col">{t('lost.won')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('lost.act')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lost.map((one) => (
            <tr key={`${one.type} ${one.id} ${one.register} ${one.lostBy.stamp} ${one.wonBy.stamp}`}>
              <td>
                <b>{sayField(lang, one.register)}</b>
                {id === null && (
                  <span className={classes.about}>
                    {[sayRecordType(lang, one.type), one.name].filter((part) => part !== '').join(' · ')}
                  </span>
                )}
              </td>
              <td className={classes.value}>{said(one)}</td>
              <td>
                {who(one.lostBy.node)} <span className={classes.when}>{when(one.lostBy.at)}</span>
              </td>
              <td>
                {who(one.wonBy.node)} <span className={classes.when}>{when(one.wonBy.at)}</span>
              </td>
              <td>
                {isRecordType(one.type) && <Button onClick={() => void restore(one)}>{t('lost.restore')}</Button>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Read again with every commit: a merge brings some, an undo takes them away. */
function useLost(type: string | null, id: string | null): readonly AlsoChanged[] | null {
  const { api } = useStudioHandle();
  const [lost, setLost] = useState<readonly AlsoChanged[] | null>(null);
  const read = useCallback(async () => {
    const answer = await api.call('plan.also_changed', { type, id });
    return answer.ok ? answer.value : null;
  }, [api, type, id]);
  useEffect(() => {
    let current = true;
    const again = (): void =>
      void read().then((found) => {
        if (current && found !== null) setLost(found);
      });
    again();
    const stop = api.on('changed', ({ wordsOnly }) => {
      if (!wordsOnly) again();
    });
    return () => {
      current = false;
      stop();
    };
  }, [api, read]);
  return lost;
}

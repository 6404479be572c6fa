import { Button } from '@mantine/core';
import { sayMoment } from '../../../core/words/dates';
import { deskWords } from '../../../core/words/desk';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { Empty } from '../../ui/Empty';
import classes from './Desk.module.css';
import type { Desk } from './useDesk';

/** Nothing to do on these days: what comes next, and the way there. */
export function EmptyDesk({ desk }: { readonly desk: Desk }) {
  const t = useWords(deskWords);
  const lang = useLang();
  const go = useStudio((state) => state.go);
  const look = useStudio((state) => state.lookAtDesk);
  const accounts = useStudio((state) => state.outline?.account);
  const cards = useStudio((state) => state.deskCards);
  const beyond = useStudio((state) => state.deskNext);
  const next =
    cards.find(({ outcome, day }) => outcome === 'planned' && day !== null && day > desk.today) ?? beyond ?? null;
  const seesToday = desk.from <= desk.today && desk.items.length === 0 && desk.span === 1 && desk.from === desk.today;
  return (
    <div className={classes.nothing}>
      <Empty
        text={t(seesToday ? 'empty.today' : 'empty.days')}
        action={
          next === null || next.day === null ? (
            <Button onClick={() => go({ screen: 'matrix' })}>{t('empty.matrix')}</Button>
          ) : (
            <Button onClick={() => look({ from: next.day })}>
              {t('empty.next', {
                when: sayMoment(lang, next.day, next.time),
                account: accounts?.find(({ id }) => id === next.accountId)?.name ?? '',
                title: next.title,
              })}
            </Button>
          )
        }
      />
    </div>
  );
}

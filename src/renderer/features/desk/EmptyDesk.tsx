import { Button } from '@mantine/core';
import { addDays } from '../../../core/time/wallDate';
import { sayMoment } from '../../../core/words/dates';
import { deskWords } from '../../../core/words/desk';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { Empty } from '../../ui/Empty';
import classes from './EmptyDesk.module.css';
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
  const end = addDays(desk.from, desk.span);
  const next =
    cards.find(({ outcome, day }) => outcome === 'planned' && day !== null && day >= end) ??
    (beyond?.day != null && beyond.day >= end ? beyond : null);
  const seesToday = desk.from <= desk.today && desk.today < end;
  return (
    <div className={classes.nothing}>
      <Empty
        text={t(seesToday && desk.span === 1 ? 'empty.today' : 'empty.days')}
        action={
          next === null || next.day === null ? (
            seesToday ? (
              <Button onClick={() => go({ screen: 'matrix' })}>{t('empty.matrix')}</Button>
            ) : (
              <Button onClick={() => look({ from: null })}>{t('back_today')}</Button>
            )
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

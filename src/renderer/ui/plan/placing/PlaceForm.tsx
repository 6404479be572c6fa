import { Button } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { isWallDate, isWallTime, type WallDate, type WallTime } from '../../../../core/time/wallDate';
import { matrixWords } from '../../../../core/words/matrix';
import { useStudio, useWords } from '../../../state/StudioProvider';
import classes from './PlaceForm.module.css';

export type PlaceChoice = { readonly accountId: string; readonly day: WallDate; readonly time: WallTime | null };

/** Account, day and time by hand: the twin of every drag. `onSubmit` answers why it cannot be, or null. */
export function PlaceForm({
  title,
  start,
  withAccount,
  withTime,
  submit,
  onSubmit,
  onCancel,
}: {
  readonly title: string;
  readonly start: PlaceChoice;
  /** Several from different accounts stay on theirs; several keep their clock times. */
  readonly withAccount: boolean;
  readonly withTime: boolean;
  readonly submit: string;
  readonly onSubmit: (choice: PlaceChoice) => Promise<string | null>;
  readonly onCancel: () => void;
}) {
  const t = useWords(matrixWords);
  const id = useId();
  const lang = useStudio((state) => state.settings.lang);
  const accounts = useStudio((state) => state.outline?.account ?? []);
  const packs = useStudio((state) => state.packs);
  const [accountId, setAccountId] = useState(start.accountId);
  const [day, setDay] = useState<string>(start.day);
  const [time, setTime] = useState<string>(start.time ?? '');
  const [why, setWhy] = useState<string | null>(null);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isWallDate(day)) return;
    void onSubmit({ accountId, day, time: isWallTime(time) ? time : null }).then(setWhy);
  };
  return (
    <form
      className={classes.form}
      onSubmit={send}
      onKeyDown={(event) => {
        // Tab goes on to the trap that keeps the focus in the form; no other key may reach the grid below.
        if (event.key === 'Tab') return;
        event.stopPropagation();
        if (event.key === 'Escape') onCancel();
      }}
    >
      <p className={classes.title}>{title}</p>
      {withAccount && (
        <>
          <label htmlFor={`${id}a`}>{t('menu.account')}</label>
          <select id={`${id}a`} value={accountId} onChange={(event) => setAccountId(event.target.value)}>
            {accounts
              .filter((account) => !account.closed)
              .map((account) => (
                <option key={account.id} value={account.id}>
                  {`${packs?.get(account.platform)?.[lang] ?? account.platform} · ${account.name}`}
                </option>
              ))}
          </select>
        </>
      )}
      <label htmlFor={`${id}d`}>{t('menu.day')}</label>
      <input id={`${id}d`} type="date" required value={day} onChange={(event) => setDay(event.target.value)} />
      {withTime && (
        <>
          <label htmlFor={`${id}t`}>{t('menu.time')}</label>
          <input id={`${id}t`} type="time" value={time} onChange={(event) => setTime(event.target.value)} />
        </>
      )}
      {why !== null && (
        <p className={classes.why} role="alert">
          {why}
        </p>
      )}
      <div className={classes.buttons}>
        <Button onClick={onCancel}>{t('menu.cancel')}</Button>
        <Button type="submit" variant="filled">
          {submit}
        </Button>
      </div>
    </form>
  );
}

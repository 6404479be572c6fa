import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { HistoryPoint } from '../../../../contract';
import { pointRegister } from '../../../../core/history/points';
import { pieceHistoryWords } from '../../../../core/words/pieceHistory';
import { useLang, useStudio, useStudioHandle, useWords } from '../../../state/StudioProvider';
import { sayWhen } from '../../../ui/sayWhen';
import type { Session } from '../session';
import classes from './History.module.css';

/** What can be done with a point: give it a name, bring it back. Both are steps of undo. */
export function PointActs({
  session,
  point,
  gone,
  onDone,
}: {
  readonly session: Session;
  readonly point: HistoryPoint;
  /** Its text is no longer kept. */
  readonly gone: boolean;
  readonly onDone: () => void;
}) {
  const t = useWords(pieceHistoryWords);
  const lang = useLang();
  const { world } = useStudioHandle();
  const act = useStudio((state) => state.act);
  const notify = useStudio((state) => state.notify);
  const [naming, setNaming] = useState(false);
  const [fields, setFields] = useState(false);

  const name = async (value: string | null): Promise<void> => {
    const done = await act('change.make', {
      label: { code: 'point_name', params: { title: session.getState().piece.title } },
      ops: [{ kind: 'set', type: 'piece', id: session.pieceId, register: pointRegister(point.key), value }],
    });
    setNaming(false);
    if (done === null) return;
    if (value !== null) notify({ message: t('name.done', { name: value }), undo: true });
    onDone();
  };
  const restore = async (): Promise<void> => {
    const changed = await session.restore(point.key, fields);
    if (changed === null) return;
    notify(
      changed === 0
        ? { message: t('restore.same') }
        : { message: t('restore.done', { when: point.name ?? sayWhen(lang, point.at, world.now()) }), undo: true },
    );
    onDone();
  };
  return (
    <div className={classes.acts}>
      {naming ? (
        <NameForm now={point.name ?? ''} onSave={(value) => void name(value)} onCancel={() => setNaming(false)} />
      ) : (
        <>
          <Button onClick={() => setNaming(true)}>{t('name.act')}</Button>
          {point.name !== null && <Button onClick={() => void name(null)}>{t('name.remove')}</Button>}
          <Button variant="filled" disabled={gone} onClick={() => void restore()} data-testid="restore-point">
            {t('restore.act')}
          </Button>
          <label className={classes.check}>
            <input type="checkbox" checked={fields} onChange={(event) => setFields(event.currentTarget.checked)} />
            {t('restore.fields')}
          </label>
        </>
      )}
    </div>
  );
}

function NameForm({
  now,
  onSave,
  onCancel,
}: {
  readonly now: string;
  readonly onSave: (name: string) => void;
  readonly onCancel: () => void;
}) {
  const t = useWords(pieceHistoryWords);
  const [value, setValue] = useState(now);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (value.trim() !== '') onSave(value.trim());
  };
  return (
    <form
      className={classes.naming}
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <input
        // The form appears because its name was asked for: the next key belongs to it.
        ref={(input) => input?.focus()}
        aria-label={t('name.label')}
        placeholder={t('name.hint')}
        maxLength={200}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <Button type="submit" variant="filled" disabled={value.trim() === ''}>
        {t('name.save')}
      </Button>
      <Button variant="subtle" onClick={onCancel}>
        {t('name.cancel')}
      </Button>
    </form>
  );
}

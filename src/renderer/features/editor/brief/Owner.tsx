import { type FormEvent, useState } from 'react';
import type { Piece } from '../../../../core/model/records';
import { createOp } from '../../../../core/plan/ops';
import { editorWords } from '../../../../core/words/editor';
import { siblingWords } from '../../../../core/words/siblings';
import { useStudio, useWords } from '../../../state/StudioProvider';
import type { Session } from '../session';
import classes from './BriefPanel.module.css';

const ADD = '@add';

/** Who is at it: a member, nobody, or somebody new whose name is all it takes. Adding and giving is one step of undo. */
export function Owner({
  session,
  piece,
  readOnly,
}: {
  readonly session: Session;
  readonly piece: Piece;
  readonly readOnly: boolean;
}) {
  const t = useWords(editorWords);
  const w = useWords(siblingWords);
  const members = useStudio((state) => state.outline?.member ?? none);
  const [adding, setAdding] = useState<string | null>(null);
  const give = (value: string | null) =>
    ({ kind: 'set', type: 'piece', id: piece.id, register: 'ownerId', value }) as const;
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const name = (adding ?? '').trim();
    setAdding(null);
    if (name === '') return;
    const id = crypto.randomUUID();
    void session.change([createOp('member', id, { name }), give(id)]);
  };
  if (adding !== null)
    return (
      <form onSubmit={add}>
        <input
          ref={(input) => {
            if (adding === '') input?.focus();
          }}
          className={classes.line}
          aria-label={w('owner.name')}
          placeholder={w('owner.name')}
          maxLength={100}
          value={adding}
          onChange={(event) => setAdding(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setAdding(null);
          }}
        />
      </form>
    );
  return (
    <select
      className={classes.choice}
      aria-label={t('belongs.owner')}
      value={piece.ownerId ?? ''}
      disabled={readOnly}
      data-none={piece.ownerId === null || undefined}
      onChange={(event) => {
        const id = event.currentTarget.value;
        if (id === ADD) setAdding('');
        else void session.change([give(id === '' ? null : id)]);
      }}
    >
      <option value="">{t('belongs.none')}</option>
      {members.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
      <option value={ADD}>{w('owner.add')}</option>
    </select>
  );
}

const none: readonly never[] = [];

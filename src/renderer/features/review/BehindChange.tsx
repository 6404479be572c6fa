import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { SourceRow } from '../../../core/adapt/behind';
import type { Decision, RowPlace } from '../../../core/adapt/decide';
import { reviewWords } from '../../../core/words/review';
import { versionWords } from '../../../core/words/versions';
import { useWords } from '../../state/StudioProvider';
import { DiffText } from '../../ui/DiffText';
import { Keys } from '../../ui/Keys';
import behind from './Behind.module.css';
import classes from './Review.module.css';

type Shared = {
  readonly decisions: ReadonlyMap<number, Decision>;
  readonly current: number | null;
  /** The row whose sentence is being written anew. */
  readonly writing: number | null;
  readonly onCurrent: (row: number) => void;
  readonly onDecide: (row: number, decision: Decision) => void;
  readonly onWrite: (row: number | null) => void;
};

/** One changed sentence, then and now, with the three ways to settle it. */
export function Change({
  row,
  number,
  change,
  place,
  note,
  decisions,
  current,
  writing,
  onCurrent,
  onDecide,
  onWrite,
}: Shared & {
  readonly row: number;
  readonly number: number;
  readonly change: SourceRow;
  readonly place: RowPlace;
  readonly note?: string;
}) {
  const t = useWords(reviewWords);
  const element = useRef<HTMLLIElement>(null);
  const editing = writing === row;
  const isCurrent = current === row;
  const decision = decisions.get(row);
  useEffect(() => {
    if (isCurrent) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const { kind, before, after } = change;
  const takeWord =
    kind === 'removed' ? 'behind.take_out' : kind === 'added' || place === 'absent' ? 'behind.put_in' : 'behind.take';
  const act = (label: string, chosen: boolean, run: () => void): ReactNode => (
    <button
      type="button"
      className={behind.act}
      aria-pressed={chosen}
      onClick={() => {
        onCurrent(row);
        run();
      }}
    >
      {label}
    </button>
  );
  return (
    <li
      ref={element}
      className={behind.row}
      data-kind={kind}
      data-current={isCurrent || undefined}
      data-change={number}
      aria-label={t('behind.row', { number })}
      aria-current={isCurrent || undefined}
    >
      <p>{before === '' ? null : <DiffText before={before} after={after} only="before" />}</p>
      <p>
        {note !== undefined && <span className={classes.badge}>{note}</span>}
        {after === '' ? null : <DiffText before={before} after={after} only="after" />}
      </p>
      {place === 'none' ? (
        <p className={behind.note}>{t('behind.none_here')}</p>
      ) : (
        <div className={behind.acts}>
          {place === 'absent' && <span className={classes.quiet}>{t('behind.absent')}</span>}
          {act(t(takeWord), decision?.kind === 'take', () => onDecide(row, { kind: 'take' }))}
          {act(t('behind.mine_act'), decision?.kind === 'mine', () => onDecide(row, { kind: 'mine' }))}
          {act(t('behind.edit'), decision?.kind === 'write', () => onWrite(row))}
          {isCurrent && !editing && (
            <span className={behind.keys}>
              <Keys keys="enter" /> <Keys keys="m" /> <Keys keys="e" />
            </span>
          )}
        </div>
      )}
      {editing && (
        <Rewrite
          text={decision?.kind === 'write' ? decision.text : after || before}
          onDone={(text) => {
            onWrite(null);
            if (text !== null) onDecide(row, { kind: 'write', text });
          }}
        />
      )}
    </li>
  );
}

function Rewrite({ text, onDone }: { readonly text: string; readonly onDone: (text: string | null) => void }) {
  const t = useWords(reviewWords);
  const e = useWords(versionWords);
  const [draft, setDraft] = useState(text);
  return (
    <div className={behind.rewrite}>
      <textarea
        aria-label={t('behind.edit_label')}
        value={draft}
        rows={2}
        ref={focusOnce}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') {
            event.stopPropagation();
            onDone(null);
          }
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            event.stopPropagation();
            onDone(draft);
          }
        }}
      />
      <div className={behind.acts}>
        <Button size="compact-xs" onClick={() => onDone(null)}>
          {e('field.cancel')}
        </Button>
        <Button size="compact-xs" variant="filled" onClick={() => onDone(draft)}>
          {t('behind.edit_done')}
        </Button>
      </div>
    </div>
  );
}

const focusOnce = (element: HTMLTextAreaElement | null): void => {
  element?.focus();
};

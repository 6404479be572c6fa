import { useState } from 'react';
import type { BlockChange } from '../../../core/diff/blocks';
import type { Part } from '../../../core/diff/text';
import type { BlockNode } from '../../../core/model/doc';
import { blockText } from '../../../core/model/docText';
import { pieceHistoryWords } from '../../../core/words/pieceHistory';
import { useWords } from '../../state/StudioProvider';
import classes from './Diff.module.css';
import { placed, Words } from './Words';

/** Runs of blocks that stayed are folded beyond this many: what changed is what one came to see. */
const SHOWN_SAME = 2;

/** The difference of two bodies as a page: what came, what went, what was rewritten, and where it stands. */
export function BlockDiff({ changes, lang }: { readonly changes: readonly BlockChange[]; readonly lang: string }) {
  return (
    <div className={classes.diff} lang={lang === 'zh' ? 'zh-CN' : 'en'}>
      {runsOf(changes).map((run) =>
        run.same ? (
          <SameRun key={run.at} changes={run.changes} />
        ) : (
          placed(run.changes).map(({ at, item }) => <Changed key={`${run.at}-${at}`} change={item} />)
        ),
      )}
    </div>
  );
}

type Stretch = { readonly at: number; readonly same: boolean; readonly changes: readonly BlockChange[] };

function runsOf(changes: readonly BlockChange[]): readonly Stretch[] {
  const runs: { at: number; same: boolean; changes: BlockChange[] }[] = [];
  changes.forEach((change, at) => {
    const same = change.kind === 'same';
    const last = runs.at(-1);
    if (last?.same === same) last.changes.push(change);
    else runs.push({ at, same, changes: [change] });
  });
  return runs;
}

function SameRun({ changes }: { readonly changes: readonly BlockChange[] }) {
  const t = useWords(pieceHistoryWords);
  const [open, setOpen] = useState(changes.length <= SHOWN_SAME);
  if (!open)
    return (
      <button type="button" className={classes.fold} onClick={() => setOpen(true)}>
        {t('diff.show_same', { count: changes.length })}
      </button>
    );
  return placed(changes).map(({ at, item }) =>
    item.kind === 'same' ? <Block key={at} block={item.after} tone="same" /> : null,
  );
}

/** The empty line a new text begins with is nothing anybody wrote. */
const isEmptyLine = (block: BlockNode): boolean => block.type === 'paragraph' && blockText(block) === '';

function Changed({ change }: { readonly change: BlockChange }) {
  const t = useWords(pieceHistoryWords);
  if (change.kind === 'removed' && isEmptyLine(change.before)) return null;
  if (change.kind === 'same') return <Block block={change.after} tone="same" />;
  if (change.kind === 'added')
    return <Block block={change.after} tone="added" note={t(change.moved ? 'diff.moved' : 'diff.added')} />;
  if (change.kind === 'removed')
    return <Block block={change.before} tone="removed" note={t(change.moved ? 'diff.moved_from' : 'diff.removed')} />;
  const words = change.parts.some(({ kind }) => kind !== 'same');
  return (
    <Block
      block={change.after}
      tone="changed"
      parts={change.parts}
      note={[words ? t('diff.changed') : '', change.shape ? t('diff.shape') : '']
        .filter((word) => word !== '')
        .join(' · ')}
    />
  );
}

function Block({
  block,
  tone,
  parts,
  note,
}: {
  readonly block: BlockNode;
  readonly tone: 'same' | 'added' | 'removed' | 'changed';
  readonly parts?: readonly Part[];
  readonly note?: string;
}) {
  const t = useWords(pieceHistoryWords);
  const text = blockText(block);
  const level = block.type === 'heading' ? block.attrs.level : undefined;
  const stand = block.type === 'image' ? t('diff.image') : block.type === 'horizontalRule' ? t('diff.rule') : '';
  const Wrap = tone === 'added' ? 'ins' : tone === 'removed' ? 'del' : 'div';
  return (
    <div className={classes.block} data-tone={tone}>
      <span className={classes.note}>{note ?? ''}</span>
      <Wrap className={classes.words} data-type={block.type} data-level={level}>
        {stand !== '' && <span className={classes.stand}>{stand}</span>}
        {parts === undefined ? text : <Words parts={parts} />}
      </Wrap>
    </div>
  );
}

import { useState } from 'react';
import type { Part } from '../../../core/diff/text';
import type { BlockNode } from '../../../core/model/doc';
import { blockText } from '../../../core/model/docText';
import { type ChoiceRow, type Pick, picks } from '../../../core/plan/choosing/rows';
import { conflictWords } from '../../../core/words/conflicts';
import { useWords } from '../../state/StudioProvider';
import { Words } from '../../ui/diff/Words';
import { Segments } from '../../ui/Segments';
import classes from './Conflicts.module.css';

type Choose = (at: number, pick: Pick) => void;
type Differs = Extract<ChoiceRow, { kind: 'differs' }>;

/** Both texts as rows: what is the same is folded, each place that differs asks. */
export function ChoiceTable({
  rows,
  chosen,
  heads,
  onPick,
}: {
  readonly rows: readonly ChoiceRow[];
  readonly chosen: ReadonlyMap<number, Pick>;
  readonly heads: readonly [string, string];
  readonly onPick: Choose;
}) {
  return (
    <div className={classes.table}>
      <div className={classes.heads}>
        <b>{heads[0]}</b>
        <b>{heads[1]}</b>
      </div>
      {stretches(rows).map((stretch) =>
        stretch.kind === 'same' ? (
          <Same key={stretch.at} blocks={stretch.blocks} />
        ) : (
          <Place
            key={stretch.at}
            at={stretch.at}
            place={stretch.place}
            row={stretch.row}
            pick={chosen.get(stretch.at) ?? stretch.row.usual}
            onPick={onPick}
          />
        ),
      )}
    </div>
  );
}

/** What is drawn: a run of blocks that are the same, or one place that differs with its number among these. */
type Stretch =
  | { readonly kind: 'same'; readonly at: number; readonly blocks: readonly BlockNode[] }
  | { readonly kind: 'place'; readonly at: number; readonly place: number; readonly row: Differs };

function stretches(rows: readonly ChoiceRow[]): readonly Stretch[] {
  const found: (Exclude<Stretch, { kind: 'same' }> | { kind: 'same'; at: number; blocks: BlockNode[] })[] = [];
  let place = 0;
  rows.forEach((row, at) => {
    const last = found.at(-1);
    if (row.kind === 'differs') {
      place += 1;
      found.push({ kind: 'place', at, place, row });
    } else if (last?.kind === 'same') last.blocks.push(row.block);
    else found.push({ kind: 'same', at, blocks: [row.block] });
  });
  return found;
}

/** So many paragraphs that are the same stand in full, to show where one is. */
const SHOWN_SAME = 2;

function Same({ blocks }: { readonly blocks: readonly BlockNode[] }) {
  const t = useWords(conflictWords);
  const [isOpen, setOpen] = useState(blocks.length <= SHOWN_SAME);
  if (isOpen) return <div className={classes.same}>{blocks.map(blockText).join('\n')}</div>;
  return (
    <button type="button" className={classes.fold} onClick={() => setOpen(true)}>
      {t('row.same', { count: blocks.length })}
    </button>
  );
}

function Place({
  at,
  place,
  row,
  pick,
  onPick,
}: {
  readonly at: number;
  readonly place: number;
  readonly row: Differs;
  readonly pick: Pick | null;
  readonly onPick: Choose;
}) {
  const t = useWords(conflictWords);
  return (
    <div className={classes.place} data-open={pick === null || undefined}>
      <Side block={row.mine} parts={row.parts} without="added" isTaken={pick === 'mine' || pick === 'both'}>
        {t('row.none_mine')}
      </Side>
      <Side block={row.theirs} parts={row.parts} without="removed" isTaken={pick === 'theirs' || pick === 'both'}>
        {t('row.none_theirs')}
      </Side>
      <div className={classes.pick}>
        <Segments
          label={t('row.label', { at: place })}
          value={pick ?? ''}
          options={picks.map((value) => ({ value: value as Pick | '', label: t(`row.${value}`) }))}
          onChange={(next) => {
            if (next !== '') onPick(at, next);
          }}
        />
      </div>
    </div>
  );
}

/** One side of a place, its own words marked; what only the other side has is left out. `children` is said of no block. */
function Side({
  block,
  parts,
  without,
  isTaken,
  children,
}: {
  readonly block: BlockNode | null;
  readonly parts: readonly Part[];
  readonly without: Part['kind'];
  readonly isTaken: boolean;
  readonly children: string;
}) {
  const own = parts.filter(({ kind }) => kind !== without);
  const words = block === null ? children : own.length === 0 ? blockText(block) : <Words parts={own} />;
  return (
    <div className={classes.side} data-taken={isTaken || undefined} data-none={block === null || undefined}>
      {words}
    </div>
  );
}

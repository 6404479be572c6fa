import { AddHere } from './AddHere';
import { DropOutline } from './DropOutline';
import { FollowerGhosts } from './FollowerGhosts';
import { ProposalGhosts } from './ProposalGhosts';
import { SlotMarks } from './SlotMark';
import { SlotVoice } from './SlotVoice';
import { Thread } from './Thread';

type Span = readonly [number, number];

/**
 * What lies over the cells only while something is chosen, pointed at, carried or proposed, and the open dates of series. Read
 * after the first screen, which shows none of it.
 */
export function Overlays({
  rows,
  columns,
  scroller,
}: {
  readonly rows: Span;
  readonly columns: Span;
  readonly scroller: { readonly current: HTMLDivElement | null };
}) {
  return (
    <>
      <Thread />
      <DropOutline />
      <SlotMarks rows={rows} columns={columns} />
      <SlotVoice />
      <FollowerGhosts />
      <ProposalGhosts rows={rows} columns={columns} scroller={scroller} />
      <AddHere scroller={scroller} />
    </>
  );
}

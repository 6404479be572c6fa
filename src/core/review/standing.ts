import type { Approval, ReviewMark } from '../model/records';

/** Where a text stands with its readers: as `Approval`, or approved in words that are others by now. */
export type ReviewStanding = Approval | 'lapsed';

/** Every standing, the one a planner has to act on first in front. */
export const standings = [
  'changes',
  'lapsed',
  'requested',
  'approved',
  'none',
] as const satisfies readonly ReviewStanding[];

/** What several texts of one piece come to: it is approved once all that were asked about are. */
export const mostPressing = (each: readonly ReviewStanding[]): ReviewStanding =>
  standings.find((standing) => each.includes(standing)) ?? 'none';

/** Approved in words that are others by now, or in words nobody wrote down, is no approval any more. */
export const standingOf = ({
  approval,
  approvedHash,
  hash,
}: {
  readonly approval: Approval;
  readonly approvedHash: string | null;
  readonly hash: string;
}): ReviewStanding => (approval === 'approved' && approvedHash !== hash ? 'lapsed' : approval);

/** Whether a mark waits for an answer: a verdict on the whole text with nothing said asks for none. */
export const isOpenMark = ({ settled, comment, suggestion }: ReviewMark): boolean =>
  !settled && (comment !== '' || suggestion !== null);

import type { PlacementCard } from '../../../contract';
import type { DeskAct } from '../../../core/desk/acts';
import { wallAt } from '../../../core/desk/clock';
import type { Hold } from '../../../core/desk/hold';
import { deskWords } from '../../../core/words/desk';
import { say } from '../../../core/words/say';
import { studioNow } from '../../state/desk';
import type { Studio } from '../../state/studio';
import { sayNear } from './sayWhen';

/** Does something at the desk and says it aloud. The change is seen where it is made, and undo names it. */
export async function doAndSay(studio: Studio, card: PlacementCard, act: DeskAct): Promise<boolean> {
  const { settings, doAtDesk, announce } = studio.getState();
  if (!(await doAtDesk(card, act))) return false;
  const message = saidOf(studio, card, act, settings.lang);
  if (message !== null) announce(message);
  return true;
}

function saidOf(studio: Studio, card: PlacementCard, act: DeskAct, lang: 'zh' | 'en'): string | null {
  const title = card.title;
  if (act.kind === 'snooze') {
    const today = wallAt(studioNow(studio.getState(), studio.world), card.zone).day;
    return say(deskWords, lang, 'said_snooze', { title, when: sayNear(lang, act, today) });
  }
  const said = {
    handed: 'said_handed',
    live: 'said_live',
    skip: 'said_skip',
    link: 'said_link',
    reopen: 'said_reopen',
  } as const;
  return act.kind in said ? say(deskWords, lang, said[act.kind as keyof typeof said], { title }) : null;
}

/** The wall time of now where the placement is. */
export const nowAt = (studio: Studio, card: PlacementCard) =>
  wallAt(studioNow(studio.getState(), studio.world), card.zone);

export const handOver = (studio: Studio, card: PlacementCard): Promise<boolean> =>
  doAndSay(studio, card, { kind: 'handed', ...nowAt(studio, card) });

/** The version as it would go out, with what became of each sentence. */
export function seeVersion(studio: Studio, { pieceId, format, accountId }: PlacementCard): void {
  if (pieceId !== null) studio.getState().openReview(pieceId, format === null ? undefined : { format, accountId });
}

/** Where what stands in the way is settled. */
export function settleHold(studio: Studio, card: PlacementCard, hold: Hold): void {
  const { openPiece, openReview, showPlacement } = studio.getState();
  const { pieceId, format, accountId } = card;
  const target = format === null ? undefined : { format, accountId };
  if (pieceId !== null && (hold.kind === 'errors' || hold.kind === 'changes')) openReview(pieceId, target);
  else if (pieceId !== null && hold.kind === 'state' && hold.state === 'in_review') openReview(pieceId, target);
  else if (pieceId !== null && hold.kind === 'state') openPiece(pieceId);
  else void showPlacement(card.id);
}

import type { WallDate } from '../../../core/time/wallDate';
import { sayDay, saySpan } from '../../../core/words/dates';
import { occasionWords } from '../../../core/words/occasions';
import { say } from '../../../core/words/say';
import { useStudioHandle } from '../../state/StudioProvider';

/** What a piece is written for: its name, its days, the campaign it belongs to, and where to read about it. */
export type Reason = {
  readonly name: string;
  /** Null while it has no date. */
  readonly days: { readonly from: WallDate; readonly to: WallDate } | null;
  readonly campaignId: string | null;
  readonly link: string;
};

/** A new piece for an occasion, opened at once: its name is the first title, its days stand in the notes, its campaign is the piece's. */
export function useWriteFor(): (reason: Reason) => Promise<void> {
  const studio = useStudioHandle();
  return async ({ name, days, campaignId, link }) => {
    const { act, outline, settings, openPiece } = studio.getState();
    const lang = outline?.workspace[0]?.lang ?? settings.lang;
    const span =
      days === null
        ? ''
        : days.from === days.to
          ? `${days.from.slice(0, 4)} ${sayDay(lang, days.from)}`
          : saySpan(lang, days.from, days.to);
    const notes = say(occasionWords, lang, 'write.note', {
      name,
      span: span,
      link: link === '' ? 'none' : link,
    });
    const made = await act('piece.create', { kind: 'scene', title: name.slice(0, 500), lang, campaignId, notes });
    if (made === null) return;
    studio.setState({ dayCard: null, occasionsOpen: null });
    openPiece(made.id);
  };
}

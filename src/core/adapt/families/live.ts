import { type Step, withExtra } from '../draft';
import { runOfShow } from '../runOfShow';
import { withCover } from './cover';

/** A live stream: its run of show, and the words on its cover. */
export const live: Step = (draft, context) => {
  const { segments, spoken } = runOfShow(draft.all, context);
  return withCover(segments.length === 0 ? draft : withExtra(draft, { runOfShow: segments, spoken }), context);
};

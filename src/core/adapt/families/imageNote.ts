import { type Step, withExtra } from '../draft';
import { writeTag } from '../tagRules';
import { withCover } from './cover';

/**
 * A note of pictures: words on the first one, and the topics as a list of their own, because the platforms make a
 * topic only of what is chosen from their list. The pictures' order, ratio and crop are the media step's.
 */
export const imageNote: Step = (draft, context) => {
  const { syntax } = context.format.format.tags;
  const covered = withCover(draft, context);
  if (syntax === 'none' || draft.tags.length === 0) return covered;
  return withExtra(covered, { topics: draft.tags.map(writeTag[syntax]) });
};

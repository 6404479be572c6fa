import type { Family } from '../../platforms/pack';
import type { Step } from '../draft';
import { article } from './article';
import { imageNote } from './imageNote';
import { live } from './live';
import { privateDomain } from './privateDomain';
import { video } from './video';

/** What else a format is made of, besides title, body and tags: one file per family. */
export const families: { readonly [K in Family]: Step } = {
  // Posts and threads are made of nothing else: `steps/parts.ts` divides them.
  short_post: (draft) => draft,
  image_note: imageNote,
  video,
  live,
  article,
  private: privateDomain,
};

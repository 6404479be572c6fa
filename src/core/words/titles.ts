import type { Lang } from '../model/records';
import { sayFields } from './briefLabels';
import { matrixWords } from './matrix';
import { say } from './say';

/** A title as shown: its fields in words, and something to call it by when it has none. */
export const titleOrNone = (lang: Lang, title: string): string =>
  title === '' ? say(matrixWords, lang, 'tile.untitled') : sayFields(lang, title);

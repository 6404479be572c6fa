import type { Lang } from '../../../core/model/records';
import type { Tile } from '../../../core/schedule/tile';
import { sayKind, sayOutcome, sayState } from '../../../core/words/kinds';
import { matrixWords } from '../../../core/words/matrix';
import { say } from '../../../core/words/say';

/** What marks say without words, for readers who do not see them: before the time, and after the title. */
export type TileWords = { readonly before: string; readonly after: string };

/** A tile reads 「场景 18:00 末班渡船上的灯，在审，1 处须改，落后于源稿」. `where` is said last. */
export function tileWords(lang: Lang, tile: Tile, where = ''): TileWords {
  const edge = tile.edge;
  const settled = edge === 'handed_over' || edge === 'live' || edge === 'skipped';
  const after = [settled ? sayOutcome(lang, edge) : sayState(lang, edge)];
  if (tile.finding === 'error') after.push(say(matrixWords, lang, 'tile.must', { count: tile.findings }));
  if (tile.finding === 'warning') after.push(say(matrixWords, lang, 'tile.suggestions', { count: tile.findings }));
  if (tile.behind) after.push(say(matrixWords, lang, 'tile.behind'));
  if (where !== '') after.push(where);
  const comma = lang === 'zh' ? '，' : ', ';
  return { before: sayKind(lang, tile.kind), after: comma + after.join(comma) };
}

export const titleOrNone = (lang: Lang, title: string): string =>
  title === '' ? say(matrixWords, lang, 'tile.untitled') : title;

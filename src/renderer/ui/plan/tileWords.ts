import type { Lang } from '../../../core/model/records';
import type { Tile } from '../../../core/schedule/tile';
import { sayKind, sayOutcome, sayState } from '../../../core/words/kinds';
import { matrixWords } from '../../../core/words/matrix';
import { say } from '../../../core/words/say';

/** A tile in words: 「场景，18:00，末班渡船上的灯，在审，1 处须改，落后于源稿」. */
export function tileLabel(lang: Lang, tile: Tile): string {
  const edge = tile.edge;
  const state =
    edge === 'handed_over' || edge === 'live' || edge === 'skipped' ? sayOutcome(lang, edge) : sayState(lang, edge);
  const words = [
    sayKind(lang, tile.kind),
    tile.time ?? say(matrixWords, lang, 'tile.no_time'),
    titleOrNone(lang, tile.title),
    state,
  ];
  if (tile.finding === 'error') words.push(say(matrixWords, lang, 'tile.must', { count: tile.findings }));
  if (tile.finding === 'warning') words.push(say(matrixWords, lang, 'tile.suggestions', { count: tile.findings }));
  if (tile.behind) words.push(say(matrixWords, lang, 'tile.behind'));
  return words.join(lang === 'zh' ? '，' : ', ');
}

export const titleOrNone = (lang: Lang, title: string): string =>
  title === '' ? say(matrixWords, lang, 'tile.untitled') : title;

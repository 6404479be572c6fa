import type { Lang } from '../../../core/model/records';
import type { Tile } from '../../../core/schedule/tile';
import { sayKind, sayOutcome, sayState } from '../../../core/words/kinds';
import { matrixWords } from '../../../core/words/matrix';
import { say } from '../../../core/words/say';

/**
 * What a tile is called, its marks said in words: 「场景，18:00，末班渡船上的灯，在审，1 处须改，落后于源稿」. `where` is
 * said last.
 */
export function tileName(lang: Lang, tile: Tile, title: string, where = ''): string {
  const edge = tile.edge;
  const settled = edge === 'handed_over' || edge === 'live' || edge === 'skipped';
  const said = [
    sayKind(lang, tile.kind),
    tile.time ?? say(matrixWords, lang, 'tile.no_time'),
    title,
    settled ? sayOutcome(lang, edge) : sayState(lang, edge),
  ];
  if (tile.finding === 'error') said.push(say(matrixWords, lang, 'tile.must', { count: tile.findings }));
  if (tile.finding === 'warning') said.push(say(matrixWords, lang, 'tile.suggestions', { count: tile.findings }));
  if (tile.behind) said.push(say(matrixWords, lang, 'tile.behind'));
  if (where !== '') said.push(where);
  return said.join(lang === 'zh' ? '，' : ', ');
}

export { titleOrNone } from '../../../core/words/titles';

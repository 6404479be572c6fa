import { escapeHtml } from '../../adapt/articleHtml';
import type { Lang } from '../../model/records';
import { type PieceKind, pieceKinds } from '../../model/vocabulary';
import { type EdgeState, edgeStates } from '../../schedule/edge';
import { sayKind, sayOutcome, sayState } from '../../words/kinds';
import { paperWords } from '../../words/paper';
import { say } from '../../words/say';

/**
 * The studio's marks as markup that needs no script and no picture file: kinds are drawn, edges and findings are boxes
 * of the page's style. Each names itself to whoever listens.
 */
export const kindMark = (lang: Lang, kind: PieceKind): string =>
  `<svg class="kind ${kind}" viewBox="0 0 9 9" role="img" aria-label="${sayKind(lang, kind)}">${shapes[kind]}</svg>`;

const shapes = {
  scene: '<rect x=".6" y=".6" width="7.8" height="7.8" rx="1.2"/>',
  story: '<circle cx="4.5" cy="4.5" r="4.4"/>',
  interactive: '<path d="M4.5.2 8.9 8.2H.1Z"/>',
} as const satisfies Record<PieceKind, string>;

export const edgeMark = (lang: Lang, edge: EdgeState): string =>
  `<i class="edge ${edge}" role="img" aria-label="${escapeHtml(sayEdge(lang, edge))}"></i>`;

export const sayEdge = (lang: Lang, edge: EdgeState): string =>
  edge === 'handed_over' || edge === 'live' || edge === 'skipped' ? sayOutcome(lang, edge) : sayState(lang, edge);

export type FindingLevel = 'must' | 'suggestion';

export const findingMark = (level: FindingLevel, name: string): string =>
  `<i class="finding ${level}" role="img" aria-label="${escapeHtml(name)}"></i>`;

/** What the marks mean, in one line. */
export function legend(lang: Lang): string {
  const item = (mark: string, name: string): string => `<li>${mark}<span>${escapeHtml(name)}</span></li>`;
  const levels: readonly FindingLevel[] = ['must', 'suggestion'];
  return [
    `<ul class="legend" aria-label="${say(paperWords, lang, 'legend')}">`,
    ...pieceKinds.map((kind) => item(kindMark(lang, kind), sayKind(lang, kind))),
    '<li class="gap" aria-hidden="true"></li>',
    ...edgeStates.map((edge) => item(edgeMark(lang, edge), sayEdge(lang, edge))),
    '<li class="gap" aria-hidden="true"></li>',
    ...levels.map((level) => {
      const name = say(paperWords, lang, `legend.${level}`);
      return item(findingMark(level, name), name);
    }),
    '</ul>',
  ].join('');
}

import { escapeHtml } from '../../adapt/articleHtml';
import { edgeOf } from '../../schedule/edge';
import { paperWords } from '../../words/paper';
import { say } from '../../words/say';
import { formatName, platformName } from '../entries';
import type { ExportEntry, ExportModel } from '../types';
import { edgeMark, findingMark, kindMark } from './marks';

/** One placement as a tile. `account` says whose it is, where no row does. */
export function tile(entry: ExportEntry, model: ExportModel, account: 'named' | 'row'): string {
  const { placement, piece } = entry;
  const { lang } = model;
  const edge = edgeOf(placement.outcome, piece.state);
  const whose =
    account === 'row'
      ? formatName(model, entry)
      : `${platformName(model, entry)} · ${entry.account?.name ?? say(paperWords, lang, 'no_account')}`;
  return [
    `<div class="tile${edge === 'idea' ? ' dashed' : ''}${edge === 'skipped' ? ' struck' : ''}">`,
    edgeMark(lang, edge),
    `<p class="top">${kindMark(lang, piece.kind)}<time>${placement.time ?? ''}</time>${finding(entry, model)}</p>`,
    `<p class="title">${title(entry, model)}</p>`,
    `<p class="whose"><bdi>${escapeHtml(whose)}</bdi></p>`,
    '</div>',
  ].join('');
}

/** What people wrote stands apart, so that its direction marks reach no further. */
export const title = ({ piece }: ExportEntry, { lang }: ExportModel): string =>
  `<bdi>${escapeHtml(piece.title || say(paperWords, lang, 'untitled'))}</bdi>`;

/** The worst of what is found; nothing where it is settled and can no longer be mended. */
export function finding({ placement, variant }: ExportEntry, { lang }: ExportModel): string {
  if (placement.outcome === 'live' || placement.outcome === 'skipped') return '';
  const count = (severity: string): number => variant.findings.filter((one) => one.severity === severity).length;
  const [must, suggestions] = [count('error'), count('warning')];
  if (must > 0) return findingMark('must', say(paperWords, lang, 'must', { count: must }));
  return suggestions === 0
    ? ''
    : findingMark('suggestion', say(paperWords, lang, 'suggestion', { count: suggestions }));
}

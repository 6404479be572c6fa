import { escapeHtml } from '../../adapt/articleHtml';
import { edgeOf } from '../../schedule/edge';
import { sayDay } from '../../words/dates';
import { exporterWords } from '../../words/exporters';
import { sayKind } from '../../words/kinds';
import { paperWords } from '../../words/paper';
import { say } from '../../words/say';
import { formatName, platformName, sortEntries } from '../entries';
import { findingLines } from '../findingLines';
import type { ExportEntry, ExportModel } from '../types';
import { dayMark } from './days';
import { edgeMark, kindMark, sayEdge } from './marks';
import { finding, title } from './tile';

const columns = ['time', 'platform', 'account', 'persona', 'kind', 'title', 'state', 'findings'] as const;
type Column = (typeof columns)[number];

/** Every placement in a row of its own, day after day, with what is still to settle in words. */
export function listTable(model: ExportModel, entries: readonly ExportEntry[] = model.entries): string {
  const sorted = sortEntries(entries);
  if (sorted.length === 0) return '';
  const { lang } = model;
  const days = [...new Set(sorted.map(({ placement }) => placement.day))].map(
    (day) => [day, sorted.filter(({ placement }) => placement.day === day)] as const,
  );
  return [
    '<table class="list">',
    `<colgroup>${columns.map((column) => `<col class="c-${column}">`).join('')}</colgroup>`,
    `<thead><tr>${columns.map((column) => `<th scope="col">${say(exporterWords, lang, `column.${column}`)}</th>`).join('')}</tr></thead>`,
    ...days.map(([day, rows]) =>
      [
        '<tbody>',
        `<tr class="lane"><th scope="rowgroup" colspan="${columns.length}">${day === null ? say(paperWords, lang, 'no_day') : `${day.slice(0, 4)} · ${sayDay(lang, day)}${dayMark(lang, day)}`}</th></tr>`,
        ...rows.map((entry) => `<tr>${columns.map((column) => cell(column, entry, model)).join('')}</tr>`),
        '</tbody>',
      ].join('\n'),
    ),
    '</table>',
  ].join('\n');
}

const cell = (column: Column, entry: ExportEntry, model: ExportModel): string =>
  `<td class="c-${column}">${cells[column](entry, model)}</td>`;

const cells: { readonly [C in Column]: (entry: ExportEntry, model: ExportModel) => string } = {
  time: ({ placement }, { lang, zone }) =>
    placement.time === null
      ? say(paperWords, lang, 'no_time')
      : `${placement.time}${placement.zone === zone ? '' : ` <small>${escapeHtml(placement.zone)}</small>`}`,
  platform: (entry, model) => escapeHtml(`${platformName(model, entry)} · ${formatName(model, entry)}`),
  account: ({ account }, { lang }) => `<bdi>${escapeHtml(account?.name ?? say(paperWords, lang, 'no_account'))}</bdi>`,
  persona: ({ persona }) => `<bdi>${escapeHtml(persona?.name ?? '')}</bdi>`,
  kind: ({ piece }, { lang }) => `${kindMark(lang, piece.kind)} ${sayKind(lang, piece.kind)}`,
  title,
  state: ({ placement, piece }, { lang }) => {
    const edge = edgeOf(placement.outcome, piece.state);
    return `${edgeMark(lang, edge)} ${sayEdge(lang, edge)}`;
  },
  findings: (entry, model) => {
    const mark = finding(entry, model);
    return mark === '' ? '' : `${mark}<ul>${lines(entry, model)}</ul>`;
  },
};

const lines = (entry: ExportEntry, { lang }: ExportModel): string =>
  findingLines(entry, lang)
    .map((line) => `<li>${escapeHtml(line)}</li>`)
    .join('');

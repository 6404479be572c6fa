import { escapeHtml } from '../../adapt/articleHtml';
import type { Account, Lang } from '../../model/records';
import { daysOf } from '../../schedule/days';
import { noFilter } from '../../schedule/filter';
import { type Lane, lanesOf } from '../../schedule/lanes';
import { bandsOf, campaignInView } from '../../schedule/phases';
import type { WallDate } from '../../time/wallDate';
import { dateOf, sayDate, sayWeekday } from '../../words/dates';
import { sayPhase, sayRole } from '../../words/kinds';
import { paperWords } from '../../words/paper';
import { say } from '../../words/say';
import { sortEntries } from '../entries';
import { backdropOf, type ExportEntry, type ExportModel } from '../types';
import { dayClass, dayMark, periodOf, type Stretch, stretches } from './days';
import { tile } from './tile';

/** Two weeks to a table: on A3 a column is then wide enough for seven Han a line. */
const WEEKS = 2;

/** Accounts by role down, days across, as the matrix has them; the head with phases and days on every sheet. */
export function matrixTables(model: ExportModel): string {
  const entries = sortEntries(model.entries).filter(({ placement }) => placement.day !== null);
  const period = periodOf(entries, model);
  if (period === null) return '';
  const cells = cellsOf(entries);
  const planned = new Set(entries.flatMap(({ placement }) => placement.day ?? []));
  return stretches(period, backdropOf(model).weekStart, WEEKS, planned)
    .map((stretch) => (stretch.empty ? skipped(stretch, model) : table(stretch, cells, model)))
    .join('\n');
}

const skipped = ({ from, to }: Stretch, { lang }: ExportModel): string =>
  `<p class="skipped">${say(paperWords, lang, 'skipped_weeks', { from: sayDate(lang, from), to: sayDate(lang, to) })}</p>`;

function table(stretch: Stretch, cells: ReadonlyMap<string, readonly ExportEntry[]>, model: ExportModel): string {
  const { lang, today, entries } = model;
  const days = daysOf(stretch);
  return [
    '<table class="matrix">',
    `<caption>${say(paperWords, lang, 'span', { from: sayDate(lang, stretch.from), to: sayDate(lang, stretch.to) })}</caption>`,
    `<colgroup><col class="head">${'<col>'.repeat(days.length)}</colgroup>`,
    '<thead>',
    phaseRow(days, stretch, model),
    `<tr><th scope="col">${say(paperWords, lang, 'account')}</th>`,
    ...days.map(
      (day, index) =>
        `<th scope="col"${dayClass(day, today)}>${sayWeekday(lang, day)} <span>${index === 0 || dateOf(day) === 1 ? sayDate(lang, day) : dateOf(day)}</span>${dayMark(lang, day)}</th>`,
    ),
    '</tr>',
    '</thead>',
    ...lanes(model).map((lane) => laneRows(lane, days, cells, model)),
    ...(entries.some(({ account }) => account === null)
      ? [`<tbody>${row('', nobody(lang), days, cells, model)}</tbody>`]
      : []),
    '</table>',
  ].join('\n');
}

const nobody = (lang: Lang): string => `<b>${say(paperWords, lang, 'no_account')}</b>`;

/** The phases of the campaign in view as bands over their days. */
function phaseRow(days: readonly WallDate[], stretch: Stretch, model: ExportModel): string {
  const { lang } = model;
  const { campaigns, phases } = backdropOf(model);
  const campaign = campaignInView(campaigns, [], stretch);
  const bands = bandsOf(phases, campaign?.id ?? null, days);
  if (campaign === null || bands.length === 0) return '';
  const parts: string[] = [];
  let at = 0;
  for (const band of bands) {
    const from = Math.max(band.from, at);
    if (band.to < from) continue;
    if (from > at) parts.push(`<td colspan="${from - at}"></td>`);
    const name = band.name || sayPhase(lang, band.kind);
    parts.push(`<td colspan="${band.to - from + 1}" class="phase ${band.kind}">${escapeHtml(name)}</td>`);
    at = band.to + 1;
  }
  if (at < days.length) parts.push(`<td colspan="${days.length - at}"></td>`);
  return `<tr class="phases"><td class="campaign"><bdi>${escapeHtml(campaign.name)}</bdi></td>${parts.join('')}</tr>`;
}

type PaperLane = Pick<Lane, 'accounts'> & { readonly heading: string };

/** Accounts that have something here, by role as the team orders them. */
function lanes(model: ExportModel): readonly PaperLane[] {
  const { entries, lang } = model;
  const accounts = new Map<string, Account>();
  for (const { account } of entries) if (account !== null) accounts.set(account.id, { ...account, closed: false });
  return lanesOf([...accounts.values()], backdropOf(model).workspace, noFilter).map(
    ({ role, name, accounts: rows }) => ({
      heading: name ?? sayRole(lang, role),
      accounts: rows,
    }),
  );
}

function laneRows(
  { heading, accounts }: PaperLane,
  days: readonly WallDate[],
  cells: ReadonlyMap<string, readonly ExportEntry[]>,
  model: ExportModel,
): string {
  return [
    '<tbody>',
    `<tr class="lane"><th scope="rowgroup" colspan="${days.length + 1}"><bdi>${escapeHtml(heading)}</bdi></th></tr>`,
    ...accounts.map((account) => row(account.id, accountHead(account, model), days, cells, model)),
    '</tbody>',
  ].join('\n');
}

const row = (
  id: string,
  head: string,
  days: readonly WallDate[],
  cells: ReadonlyMap<string, readonly ExportEntry[]>,
  model: ExportModel,
): string =>
  `<tr><th scope="row">${head}</th>${days
    .map(
      (day) =>
        `<td${dayClass(day, model.today)}>${(cells.get(`${id} ${day}`) ?? []).map((entry) => tile(entry, model, 'row')).join('')}</td>`,
    )
    .join('')}</tr>`;

function accountHead(account: Account, { packs, lang, entries }: ExportModel): string {
  const platform = packs.find(({ id }) => id === account.platform);
  const personas = entries.flatMap((entry) => (entry.account?.id === account.id ? (entry.persona ?? []) : []));
  const persona = personas.find(({ id }) => id === account.personaId) ?? personas[0] ?? null;
  return [
    `<span class="platform">${escapeHtml(platform?.[lang] ?? account.platform)}</span>`,
    `<b><bdi>${escapeHtml(account.name)}</bdi></b>`,
    ...(persona === null || persona.name === account.name
      ? []
      : [`<span class="persona"><bdi>${escapeHtml(persona.name)}</bdi></span>`]),
  ].join('');
}

function cellsOf(entries: readonly ExportEntry[]): ReadonlyMap<string, readonly ExportEntry[]> {
  const cells = new Map<string, ExportEntry[]>();
  for (const entry of entries) {
    const key = `${entry.account?.id ?? ''} ${entry.placement.day}`;
    cells.set(key, [...(cells.get(key) ?? []), entry]);
  }
  return cells;
}

import { docOfText } from '../../importing/documents';
import { told } from '../../importing/draft';
import { blankDraft, type ImportRow, type PlacementDraft, type RowMessage } from '../../importing/model';
import { pieceStates } from '../../model/vocabulary';
import { languageOf } from '../../text/han';
import type { WallDate } from '../../time/wallDate';
import type { SheetRow, SheetTable } from '../table';
import { repeatsHeader } from './head';
import type { SheetMapping } from './mapping';
import { type RowContext, readRow } from './readRow';
import { short } from './rowDay';
import type { RowDraft } from './rowDraft';

export type SheetPlace = { readonly file: string; readonly path: string };

/**
 * The rows of a table as candidates. Rows of one piece (same title, and the same text or none) are one candidate with
 * several places in the plan. What concerns the table as a whole is told with its first row.
 */
export function readRows(
  table: SheetTable,
  mapping: SheetMapping,
  context: RowContext,
  place: SheetPlace,
): readonly ImportRow[] {
  const { content, repeated } = contentOf(table, mapping);
  const drafts: RowDraft[] = [];
  let before: WallDate | null = null;
  for (const row of content) {
    const draft = readRow(row, mapping, { ...context, from1904: table.from1904 }, before);
    before = draft.placements[0]?.day ?? before;
    drafts.push(draft);
  }
  const rows = joined(drafts).map(({ draft, others }) => candidate(draft, others, table, context, place));
  const about = tableMessages(table, mapping, repeated);
  const [first, ...rest] = rows;
  return first === undefined || about.length === 0
    ? rows
    : [{ ...first, messages: [...about, ...first.messages] }, ...rest];
}

function contentOf(table: SheetTable, mapping: SheetMapping) {
  const at = mapping.headerRow === null ? -1 : table.rows.findIndex(({ number }) => number === mapping.headerRow);
  const header = at < 0 ? [] : (table.rows[at]?.cells ?? []);
  const below = table.rows.slice(at + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const repeated: number[] = [];
  const content = below.filter((row: SheetRow) => {
    if (at < 0 || !repeatsHeader(row, header)) return true;
    repeated.push(row.number);
    return false;
  });
  return { content, repeated };
}

function tableMessages(table: SheetTable, { above }: SheetMapping, repeated: readonly number[]): readonly RowMessage[] {
  const messages: RowMessage[] = [];
  if (above.length > 0)
    messages.push(
      told('rows_above', {
        rows: above.map(({ number }) => number).join('、'),
        value: short(above.map(({ text }) => text).join(' / ')),
      }),
    );
  if (repeated.length > 0) messages.push(told('header_repeated', { rows: repeated.slice(0, 20).join('、') }));
  for (const { code, row, value } of table.notes.slice(0, 20))
    messages.push(told('sheet_note', { note: code, row, value: short(value) }, row === 0 ? null : row));
  return messages;
}

/** A title that returns with ever new texts is a habit (早安), not one piece; the last few decide. */
const NEAR = 20;

type Group = { draft: RowDraft; others: RowDraft[] };

/** Groups in the order of their first rows. */
function joined(drafts: readonly RowDraft[]): readonly Group[] {
  const groups: Group[] = [];
  const byTitle = new Map<string, Group[]>();
  for (const draft of drafts) {
    const key = draft.title === '' ? `\n${draft.body}` : draft.title;
    const known = byTitle.get(key) ?? [];
    const group = draft.refused ? undefined : known.slice(-NEAR).find((one) => isSamePiece(one.draft, draft));
    if (group === undefined) {
      const made: Group = { draft, others: [] };
      groups.push(made);
      known.push(made);
      if (!draft.refused) byTitle.set(key, known);
    } else {
      group.others.push(draft);
      if (group.draft.body === '') group.draft = { ...group.draft, body: draft.body };
    }
  }
  return groups;
}

/** Same words, and nothing said of one that contradicts the other; only places in the plan tell them apart. */
function isSamePiece(one: RowDraft, two: RowDraft): boolean {
  if (one.title !== two.title || (one.body !== two.body && one.body !== '' && two.body !== '')) return false;
  if (one.placements.length === 0 || two.placements.length === 0) return false;
  const facts = ['persona', 'campaign', 'owner', 'product', 'sourceKey', 'lang'] as const;
  if (one.sourceKey !== two.sourceKey) return false;
  const kinds = one.kind === null || two.kind === null || JSON.stringify(one.kind) === JSON.stringify(two.kind);
  return kinds && facts.every((fact) => !one[fact] || !two[fact] || one[fact] === two[fact]);
}

function candidate(
  first: RowDraft,
  others: readonly RowDraft[],
  table: SheetTable,
  context: RowContext,
  place: SheetPlace,
): ImportRow {
  const all = [first, ...others];
  const source = {
    ...place,
    line: first.number === 0 ? null : first.number,
    sheet: table.name === '' ? null : table.name,
  };
  const messages: RowMessage[] = all.flatMap((draft, at) =>
    draft.messages.map((message) => (at === 0 ? message : { ...message, line: message.line ?? draft.number })),
  );
  if (others.length > 0) messages.push(told('rows_joined', { rows: others.map(({ number }) => number).join('、') }));
  const title = first.title === '' ? beginningOf(first.body) : first.title;
  if (first.title === '' && title !== '') messages.push(told('title_from_text', { name: title }));
  const said = <K extends 'persona' | 'campaign' | 'owner' | 'product' | 'link'>(key: K): string =>
    all.find((draft) => draft[key] !== '')?.[key] ?? '';
  const links = [...new Set(all.map(({ link }) => link).filter((link) => link !== ''))];
  const notes = [...new Set([...all.flatMap((draft) => draft.notes), ...links.slice(1)])].join('\n');
  const kind = all.find((draft) => draft.kind !== null)?.kind ?? null;
  const tooLong = notes.length > MAX_NOTES_LENGTH;
  if (tooLong) messages.push(told('cell_too_long', { column: `${first.number}`, limit: `${MAX_NOTES_LENGTH}` }));
  const piece = {
    ...blankDraft,
    title,
    ...(kind ?? {}),
    lang: all.find(({ lang }) => lang !== null)?.lang ?? languageOf(`${title}\n${first.body}`) ?? context.lang,
    tags: [...new Set(all.flatMap(({ tags }) => tags))],
    personaName: said('persona'),
    campaignName: said('campaign'),
    ownerName: said('owner'),
    product: said('product'),
    state: stateOf(all),
    link: said('link'),
    notes: tooLong ? '' : notes,
    body: first.body === '' ? blankDraft.body : docOfText(first.body),
    sourceKey: first.sourceKey,
  };
  const placements = unique(all.flatMap((draft) => draft.placements));
  if (all.some(({ refused }) => refused) || tooLong) return { source, messages, verdict: 'refused', piece, placements };
  return { source, messages, verdict: all.some(({ unclear }) => unclear) ? 'unclear' : 'new', piece, placements };
}

const MAX_NOTES_LENGTH = 20_000;

/** The least finished of what the rows say: what one place still waits for is not ready. */
function stateOf(drafts: readonly RowDraft[]): (typeof pieceStates)[number] {
  const said = drafts.flatMap(({ state }) => (state === null ? [] : [pieceStates.indexOf(state)]));
  return pieceStates[Math.min(...said, pieceStates.length)] ?? blankDraft.state;
}

const unique = (placements: readonly PlacementDraft[]): readonly PlacementDraft[] => [
  ...new Map(placements.map((one) => [JSON.stringify(one), one])).values(),
];

/** UTF-16 units of a title that is taken from a text: a line of a list. */
const BEGINNING = { zh: 30, en: 60 } as const;

/** The first sentence or line of a text, whole where it is short, cut at a blank or between characters where it is not. */
function beginningOf(body: string): string {
  const line = (body.split('\n').find((one) => one.trim() !== '') ?? '').trim();
  const limit = BEGINNING[/\p{Script=Han}/u.test(line) ? 'zh' : 'en'];
  const sentence = /^.{4,80}?(?:[。！？!?]+|\.(?=\s|$))/u.exec(line)?.[0] ?? line;
  if (sentence.length <= limit) return sentence;
  const cut = sentence.slice(0, limit).replace(/[\ud800-\udbff]$/, '');
  const blank = cut.lastIndexOf(' ');
  return (blank > limit / 2 ? cut.slice(0, blank) : cut).trim();
}

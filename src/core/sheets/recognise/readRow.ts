import { told } from '../../importing/draft';
import type { PlacementDraft } from '../../importing/model';
import type { Lang } from '../../model/vocabulary';
import { say } from '../../words/say';
import { sheetNoteWords } from '../../words/sheets';
import type { SheetRow } from '../table';
import { type AccountNames, accountsIn, platformList, targetsOf } from '../values/accounts';
import type { PlatformNames } from '../values/platforms';
import { familyNamed } from '../values/platforms';
import { readTags } from '../values/tags';
import { listed, plain, saysNothing } from '../values/text';
import { kindNamed, langNamed, stateNamed } from '../values/vocabulary';
import { isZone } from '../values/wallInZone';
import type { SheetField } from './fields';
import type { MappedColumn, SheetMapping } from './mapping';
import { type PlacedCell, RowCells } from './rowCells';
import { type Cell, type DayContext, rowDay, short } from './rowDay';
import type { RowDraft } from './rowDraft';

export type RowContext = Omit<DayContext, 'style' | 'before'> & {
  readonly names: PlatformNames;
  readonly accounts: AccountNames;
  /** The language in which notes name what stood in the sheet. */
  readonly lang: Lang;
};

/**
 * Reads one row by its mapping. Every cell ends in a field, in the notes under its header, or in a message; nothing is
 * dropped and nothing is guessed without being said.
 */
export function readRow(
  row: SheetRow,
  mapping: SheetMapping,
  context: RowContext,
  before: DayContext['before'],
): RowDraft {
  return new RowReader(row, mapping, context, before).read();
}

/** Lengths the records hold, in UTF-16 units. */
const LIMITS = { line: 200, owner: 100, link: 2_000, tag: 200, key: 200, title: 500, notes: 20_000 } as const;
/** Platforms and accounts of one row; more is a paste gone wrong. */
const MAX_PLACEMENTS = 60;

class RowReader extends RowCells {
  private unclear = false;
  private refused = false;
  private form = '';

  constructor(
    row: SheetRow,
    mapping: SheetMapping,
    private readonly context: RowContext,
    private readonly before: DayContext['before'],
  ) {
    super(row, mapping, context.lang);
  }

  read(): RowDraft {
    const title = this.title();
    const body = this.body();
    const kind = this.kind();
    const { state, outcome } = this.state();
    const lang = this.langOf();
    const tags = this.tags();
    const link = this.link('link');
    const live = this.link('liveLink');
    const when = this.when();
    const zone = this.zone();
    const placements = this.placements(when, zone, outcome, live);
    for (const cell of this.all('images')) this.images(cell);
    for (const { name, text, column } of this.all('notes')) {
      const meant =
        column.reason !== 'unknown' && column.header !== '' && /^(备注|notes?|说明|remarks?)$/i.test(column.header);
      if (meant) this.note(column.index, text);
      else this.keep({ name, text }, column.index, column.reason === 'unknown' || column.reason === 'header_like');
    }
    const draft = {
      number: this.row.number,
      title,
      body,
      kind,
      state,
      outcome,
      lang,
      tags,
      persona: this.line('persona', LIMITS.line),
      campaign: this.line('campaign', LIMITS.line),
      owner: this.line('owner', LIMITS.owner),
      product: this.line('product', LIMITS.line),
      link,
      sourceKey: this.line('sourceKey', LIMITS.key),
      placements,
    };
    return { ...draft, ...this.rest(title === '' && body === '') };
  }

  private title(): string {
    const cell = this.first('title');
    if (cell === null) return '';
    const title = cell.text.replaceAll(/\s*\n\s*/g, ' ');
    if (title.length <= LIMITS.title) return title;
    this.messages.push(told('title_shortened', { count: LIMITS.title }));
    this.keep(cell, cell.column.index, false);
    return title
      .slice(0, LIMITS.title)
      .replace(/[\ud800-\udbff]$/, '')
      .trim();
  }

  private body(): string {
    const cell = this.first('body');
    if (cell === null) return '';
    if (lineCount(cell.text) > MAX_LINES) this.tooLong(cell.name, `${MAX_LINES}`);
    return cell.text;
  }

  private kind(): RowDraft['kind'] {
    const format = this.first('format');
    if (format !== null && !saysNothing(format.text)) {
      // A column 形式 may hold 抽奖 as well.
      const named = familyNamed(format.text) === null ? kindNamed(format.text) : null;
      if (named !== null && this.all('kind').length === 0) return named;
      this.form = format.text;
    }
    const cell = this.first('kind');
    if (cell === null || saysNothing(cell.text)) return null;
    const named = kindNamed(cell.text);
    if (named !== null) return named;
    if (familyNamed(cell.text) !== null && this.form === '') this.form = cell.text;
    else {
      this.keep(cell, cell.column.index, false);
      this.messages.push(told('cell_kind_unknown', { column: cell.name, value: short(cell.text) }));
    }
    return null;
  }

  private state(): Pick<RowDraft, 'state' | 'outcome'> {
    let state: RowDraft['state'] = null;
    let outcome: RowDraft['outcome'] = null;
    for (const cell of this.all('state')) {
      if (saysNothing(cell.text)) continue;
      const named = stateNamed(cell.text);
      if (
        named === null ||
        (state !== null && named.state !== null && named.state !== state && named.outcome === null)
      ) {
        this.keep(cell, cell.column.index, false);
        this.messages.push(told('cell_state_unknown', { column: cell.name, value: short(cell.text) }));
        continue;
      }
      state ??= named.state;
      outcome = named.outcome ?? outcome;
    }
    // What is out was finished, whether the sheet says so or not.
    if (state === null && (outcome === 'live' || outcome === 'handed_over')) state = 'ready';
    return { state, outcome };
  }

  private langOf(): Lang | null {
    const cell = this.first('lang');
    if (cell === null || saysNothing(cell.text)) return null;
    const named = langNamed(cell.text);
    if (named !== null) return named;
    this.keep(cell, cell.column.index, false);
    this.messages.push(told('cell_lang_unknown', { column: cell.name, value: short(cell.text) }));
    return null;
  }

  private tags(): readonly string[] {
    const tags = new Set<string>();
    for (const cell of this.all('tags')) {
      if (saysNothing(cell.text)) continue;
      const read = readTags(cell.text);
      if (read.length === 0 || read.some((tag) => tag.length > LIMITS.tag)) this.keep(cell, cell.column.index);
      else for (const tag of read) tags.add(tag);
    }
    return [...tags];
  }

  /** One line of text for a field that holds a name; a cell that does not fit is kept whole. */
  private line(field: SheetField, limit: number): string {
    const cell = this.first(field);
    if (cell === null || saysNothing(cell.text)) return '';
    if (cell.text.length <= limit && !cell.text.includes('\n')) return cell.text;
    this.keep(cell, cell.column.index);
    return '';
  }

  private link(field: 'link' | 'liveLink'): string {
    const cell = this.first(field);
    if (cell === null || saysNothing(cell.text)) return '';
    if (/^(?:https?:\/\/|www\.)\S+$/i.test(cell.text) && cell.text.length <= LIMITS.link) return cell.text;
    this.keep(cell, cell.column.index);
    return '';
  }

  private when() {
    const { mapping, context } = this;
    const style = mapping.dates ?? {
      order: null,
      orderFrom: null,
      isOpen: false,
      needsYear: false,
      year: Number(context.today.slice(0, 4)),
      yearFrom: 'today',
      keepsZeros: false,
    };
    const filled = (field: SheetField): Cell | null => {
      const cell = this.first(field);
      return cell === null || saysNothing(cell.text) ? null : cell;
    };
    const cells = {
      day: filled('day'),
      time: filled('time'),
      week: filled('week'),
      weekday: filled('weekday'),
      year: filled('year'),
      month: filled('month'),
      dayOfMonth: filled('dayOfMonth'),
      hour: filled('hour'),
      minute: filled('minute'),
    };
    const found = rowDay(cells, { ...context, style, before: this.before });
    this.messages.push(...found.messages);
    this.unclear ||= found.unclear;
    for (const cell of found.left)
      this.keep(cell, (cell as Cell & { readonly column?: MappedColumn }).column?.index ?? 0);
    return found;
  }

  private zone(): string | null {
    const cell = this.first('zone');
    if (cell === null || saysNothing(cell.text)) return null;
    if (isZone(cell.text)) return cell.text;
    this.keep(cell, cell.column.index, false);
    this.messages.push(told('cell_zone_wrong', { column: cell.name, value: short(cell.text) }));
    return null;
  }

  private placements(
    { day, time }: Pick<PlacementDraft, 'day' | 'time'>,
    zone: string | null,
    outcome: RowDraft['outcome'],
    live: string,
  ): readonly PlacementDraft[] {
    const { names, accounts: known } = this.context;
    const platformCells = this.all('platform').filter(({ text }) => !saysNothing(text));
    const accountCells = this.all('account').filter(({ text }) => !saysNothing(text));
    const platforms = platformCells.flatMap(({ text }) => platformList(text, names));
    const accounts = accountCells.flatMap(({ text }) => accountsIn(text, names, known));
    const { target } = this.mapping;
    const isOpen = platforms.length + accounts.length === 0;
    if (isOpen && target !== null && day !== null) {
      if (target.platform !== '') platforms.push({ id: target.platform, format: '', written: target.platform });
      if (target.account !== '') accounts.push({ account: target.account, platform: '', format: '' });
    }
    const targets = targetsOf(platforms, accounts, this.form, names, known);
    const said = [...platformCells, ...accountCells];
    if (targets === null || targets.length > MAX_PLACEMENTS) {
      for (const cell of said) this.keep(cell, cell.column.index, false);
      this.messages.push(told('accounts_unmatched'));
      this.unclear = true;
    }
    if (targets === null || targets.length === 0 || targets.length > MAX_PLACEMENTS) {
      this.unplaced(day, time, targets?.length === 0, live);
      return [];
    }
    const placements = targets.map((target) => ({
      day,
      time,
      zone,
      ...target,
      ...(outcome === null ? {} : { outcome }),
      ...(live === '' ? {} : { liveLink: live }),
    }));
    const unique = new Map(placements.map((one) => [JSON.stringify(one), one]));
    return [...unique.values()];
  }

  /** What a plan would have held goes into the notes when there is nobody to plan it for. */
  private unplaced(day: PlacementDraft['day'], time: PlacementDraft['time'], nobody: boolean, live: string): void {
    const [form] = [...this.all('format'), ...this.all('kind')].filter(({ text }) => text === this.form);
    if (this.form !== '' && form !== undefined) this.keep(form, form.column.index, false);
    const [link] = this.all('liveLink');
    if (live !== '' && link !== undefined) this.keep(link, link.column.index, false);
    const [zone] = this.all('zone');
    if (zone !== undefined && isZone(zone.text)) this.keep(zone, zone.column.index, false);
    if (day === null && time === null) return;
    const value = [day, time].filter((part) => part !== null).join(' ');
    const index = (this.all('day')[0] ?? this.all('time')[0])?.column.index ?? 0;
    this.keep({ name: say(sheetNoteWords, this.lang, 'day'), text: value }, index, false);
    if (nobody) this.messages.push(told('platform_missing'));
  }

  /** Addresses of pictures stay addresses: nothing is fetched. */
  private images(cell: PlacedCell): void {
    if (saysNothing(cell.text)) return;
    const addresses = listed(cell.text, /[;；|\n\r\t]+|[,，]\s*(?=https?:)|\s+(?=https?:)/).filter((one) =>
      /^https?:\/\//i.test(one),
    );
    for (const address of addresses.slice(0, 10))
      this.messages.push(told('remote_image', { name: address.slice(0, 120) }));
    this.keep(cell, cell.column.index, addresses.length === 0);
  }

  private tooLong(column: string, limit: string): void {
    this.refused = true;
    this.messages.push(told('cell_too_long', { column, limit }));
  }

  /** What is left to say once every cell has its place. */
  private rest(empty: boolean): Pick<RowDraft, 'notes' | 'messages' | 'unclear' | 'refused'> {
    const notes = this.noteLines();
    if (this.aside.size > 0)
      this.messages.push(told('cells_in_notes', { columns: [...this.aside].slice(0, 12).join('、') }));
    if (notes.join('\n').length > LIMITS.notes) this.tooLong([...this.aside][0] ?? '', `${LIMITS.notes}`);
    if (empty) {
      this.refused = true;
      this.messages.push(
        told('row_without_text', { value: short(this.row.cells.filter((cell) => plain(cell) !== '').join(' | ')) }),
      );
    }
    return { notes, messages: this.messages, unclear: this.unclear, refused: this.refused };
  }
}

/** Blocks that a body can have. */
const MAX_LINES = 10_000;
const lineCount = (text: string): number => text.split('\n').length;

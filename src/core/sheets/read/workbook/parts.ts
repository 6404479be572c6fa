import type { Decode } from '../../../text/encoding';
import { sheetFault } from '../../fault';
import { sheetLimits } from '../../limits';
import { isBuiltInDate, isDateCode } from './dates';
import { readXml, type XmlAttributes } from './xml';

/** The small parts of a workbook: which sheets it has, what its shared strings say, which formats mean dates. */

export type Parts = {
  /** A part's bytes by its path in the zip, whatever the case of its letters; null when there is none. */
  readonly find: (path: string) => Uint8Array | null;
  readonly decode: Decode;
};

export type ListedSheet = { readonly name: string; readonly hidden: boolean; readonly path: string };
export type WorkbookIndex = { readonly sheets: readonly ListedSheet[]; readonly from1904: boolean };

/** The sheets in their order. Charts and macro sheets hold no rows; targets outside the file are never followed. */
export function readIndex(parts: Parts): WorkbookIndex {
  const path = workbookPath(parts);
  const bytes = parts.find(path) ?? sheetFault('unknown_format');
  const targets = readTargets(parts, relationsOf(path), folderOf(path));
  const sheets: ListedSheet[] = [];
  let from1904 = false;
  readXml(bytes, path, parts.decode, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = isOn(attributes.get('date1904'));
      if (name !== 'sheet') return;
      const target = targets.get(attributes.get('id') ?? '');
      if (target === undefined || target.kind !== 'worksheet') return;
      const hidden = (attributes.get('state') ?? 'visible') !== 'visible';
      sheets.push({ name: attributes.get('name') ?? '', hidden, path: target.path });
      if (sheets.length > sheetLimits.sheets) sheetFault('too_many_sheets', { limit: sheetLimits.sheets });
    },
  });
  return { sheets, from1904 };
}

/** Shared strings by index. Phonetic readings (`rPh`) stand beside the text and are not part of it. */
export function readSharedStrings(parts: Parts, folder: string): readonly string[] {
  const path = `${folder}sharedStrings.xml`;
  const bytes = parts.find(path);
  if (bytes === null) return [];
  const strings: string[] = [];
  let current: string[] | null = null;
  let inText = false;
  let inReading = false;
  readXml(bytes, path, parts.decode, {
    open: (name) => {
      if (name === 'si') current = [];
      else if (name === 'rPh') inReading = true;
      else if (name === 't') inText = !inReading;
    },
    text: (text) => {
      if (inText) current?.push(text);
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') inReading = false;
      else if (name === 'si') {
        strings.push(unescapeText((current ?? []).join('')));
        if (strings.length > sheetLimits.cells) sheetFault('too_many_cells', { place: 0, limit: sheetLimits.cells });
        current = null;
      }
    },
  });
  return strings;
}

/** Whether the cell style of an index shows a date or time. */
export function readDateStyles(parts: Parts, folder: string): (style: number) => boolean {
  const path = `${folder}styles.xml`;
  const bytes = parts.find(path);
  if (bytes === null) return () => false;
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let inCells = false;
  readXml(bytes, path, parts.decode, {
    open: (name, attributes) => {
      if (name === 'cellXfs') inCells = true;
      else if (name === 'numFmt') codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
      else if (name === 'xf' && inCells && formats.length < MAX_STYLES)
        formats.push(Number(attributes.get('numFmtId') ?? 0));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  const dates = formats.map((id) => {
    const code = codes.get(id);
    return code === undefined ? isBuiltInDate(id) : isDateCode(code);
  });
  return (style) => dates[style] ?? false;
}

/** Excel's own limit is 65,490. */
const MAX_STYLES = 65_536;

/** `_x000D_` stands for a character that XML cannot hold as itself. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

type Target = { readonly kind: string; readonly path: string };

/** What the root's relations call the document; by its usual name where they are missing. */
function workbookPath(parts: Parts): string {
  for (const { kind, path } of readTargets(parts, '_rels/.rels', '').values())
    if (kind === 'officeDocument') return path;
  return 'xl/workbook.xml';
}

export function workbookFolder(parts: Parts): string {
  return folderOf(workbookPath(parts));
}

const relationsOf = (path: string): string => `${folderOf(path)}_rels/${path.slice(folderOf(path).length)}.rels`;

function readTargets(parts: Parts, path: string, folder: string): ReadonlyMap<string, Target> {
  const bytes = parts.find(path);
  const targets = new Map<string, Target>();
  if (bytes === null) return targets;
  const add = (attributes: XmlAttributes) => {
    if (attributes.get('TargetMode') === 'External') return;
    const kind = (attributes.get('Type') ?? '').replace(/^.*\//, '');
    targets.set(attributes.get('Id') ?? '', { kind, path: resolved(folder, attributes.get('Target') ?? '') });
  };
  readXml(bytes, path, parts.decode, {
    open: (name, attributes) => {
      if (name === 'Relationship') add(attributes);
    },
  });
  return targets;
}

/** A target relative to its part's folder, or from the root; it only ever names an entry of this zip. */
function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on';

import { readZip } from '../../../plan/file/unzip';
import type { Decode } from '../../../text/encoding';
import { SheetBudget } from '../../budget';
import { sheetFault } from '../../fault';
import type { SheetTable } from '../../table';
import { type Parts, readDateStyles, readIndex, readSharedStrings, workbookFolder } from './parts';
import { readSheetPart } from './sheet';

/**
 * The sheets of an XLSX or XLSM file as rows of text. Only the XML parts that hold values are unpacked (inflated bytes
 * counted); pictures, macros, links to other files and formulas are not looked at.
 */
export function readWorkbook(bytes: Uint8Array, file: string, decode: Decode): readonly SheetTable[] {
  const zip = readZip(bytes, file, (path) => VALUES.test(path));
  if (!zip.ok) {
    if (zip.error.code === 'file_too_big') sheetFault('too_many_bytes', { limit: zip.error.params.limit ?? '?' });
    return sheetFault('damaged', { place: String(zip.error.params.place ?? 'zip') });
  }
  const entries = new Map(zip.value.map((entry) => [entry.path.toLowerCase(), entry.bytes]));
  const parts: Parts = { find: (path) => entries.get(path.toLowerCase()) ?? null, decode };
  const folder = workbookFolder(parts);
  const { sheets, from1904 } = readIndex(parts);
  const context = {
    strings: readSharedStrings(parts, folder),
    isDate: readDateStyles(parts, folder),
    from1904,
    budget: new SheetBudget(),
  };
  return sheets.map(({ name, hidden, path }) => {
    const part = parts.find(path) ?? sheetFault('damaged', { place: path });
    return { name, hidden, from1904, ...readSheetPart(part, path, parts, context) };
  });
}

const VALUES =
  /^(_rels\/\.rels|.*\/_rels\/[^/]*\.rels|.*\/(workbook|styles|sharedStrings)\.xml|.*\/worksheets\/[^/]+\.xml|[^/]+\.xml)$/i;

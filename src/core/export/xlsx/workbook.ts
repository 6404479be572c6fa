import { encodeUtf8 } from '../../plan/file/utf8';
import { writeZip } from '../../plan/file/zip';
import { nameGiver } from '../safeName';
import { type SheetContent, sheetXml } from './sheet';
import { stylesXml } from './styles';
import { columnName, MAIN, xmlText } from './xml';

/**
 * A workbook (ECMA-376, transitional) of plain sheets: typed cells, a header that stays, a filter over each column.
 * Texts stand in one table of shared strings, because every reader knows those. No dates, no random ids, sorted entries:
 * the same sheets are the same bytes.
 */
export function writeWorkbook(title: string, sheets: readonly SheetContent[]): Uint8Array {
  const name = sheetNames();
  const named = sheets.map((sheet) => ({ ...sheet, name: name(sheet.name) }));
  const strings = sharedStrings();
  const parts: Readonly<Record<string, string>> = {
    '_rels/.rels': relations([
      ['officeDocument', 'xl/workbook.xml', OFFICE],
      ['metadata/core-properties', 'docProps/core.xml', PACKAGE],
    ]),
    'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>Juzhen</dc:creator></cp:coreProperties>`,
    'xl/workbook.xml': workbookXml(named),
    'xl/_rels/workbook.xml.rels': relations([
      ...named.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`, OFFICE] as const),
      ['styles', 'styles.xml', OFFICE],
      ['sharedStrings', 'sharedStrings.xml', OFFICE],
    ]),
    ...Object.fromEntries(
      named.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, HEAD + sheetXml(sheet, at === 0, strings.index)]),
    ),
    'xl/styles.xml': HEAD + stylesXml,
    'xl/sharedStrings.xml': HEAD + strings.xml(),
  };
  const files = { '[Content_Types].xml': contentTypes(Object.keys(parts)), ...parts };
  return writeZip(
    Object.entries(files).map(([path, text]) => ({ path, bytes: encodeUtf8(text) })),
    () => false,
  );
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

type Relation = readonly [type: string, target: string, base: string];

const relations = (list: readonly Relation[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(
      ([type, target, base], at) =>
        `<Relationship Id="rId${at + 1}" Type="${base === PACKAGE ? `${PACKAGE}/relationships` : base}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

function contentTypes(paths: readonly string[]): string {
  const typeOf = (path: string): string | null => {
    if (path === 'xl/workbook.xml') return `${TYPE}.sheet.main+xml`;
    if (path === 'xl/styles.xml') return `${TYPE}.styles+xml`;
    if (path === 'xl/sharedStrings.xml') return `${TYPE}.sharedStrings+xml`;
    if (path === 'docProps/core.xml') return 'application/vnd.openxmlformats-package.core-properties+xml';
    return path.startsWith('xl/worksheets/') ? `${TYPE}.worksheet+xml` : null;
  };
  const overrides = paths.flatMap((path) => {
    const type = typeOf(path);
    return type === null ? [] : [`<Override PartName="/${path}" ContentType="${type}"/>`];
  });
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

/** The sheets by name, and for each the header row that comes again on every printed page and the filter's range. */
function workbookXml(sheets: readonly SheetContent[]): string {
  const list = sheets.map(({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const quoted = (name: string): string => `'${xmlText(name.replaceAll("'", "''"))}'`;
  const names = sheets.flatMap(({ name, header, rows }, at) => [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${quoted(name)}!$A$1:$${columnName(header.length)}$${rows.length + 1}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${quoted(name)}!$1:$1</definedName>`,
  ]);
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${list.join('')}</sheets><definedNames>${names.join('')}</definedNames></workbook>`;
}

/** Names a workbook allows: at most 31 UTF-16 units, none of `[]:*?/\`, no apostrophe at an end, each once. */
function sheetNames(): (name: string) => string {
  const unique = nameGiver();
  return (name) => {
    const clean = name
      .toWellFormed()
      .replaceAll(/[[\]:*?/\\\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, NAME_UNITS)
      .replaceAll(/^'+|'+$/g, '')
      .toWellFormed()
      .trim();
    // Excel keeps this name for itself.
    return unique(clean === '' || clean.toLowerCase() === 'history' ? `${clean}_` : clean);
  };
}
/** Room for the number of a name that is there already. */
const NAME_UNITS = 26;

function sharedStrings() {
  const known = new Map<string, number>();
  let uses = 0;
  return {
    index: (text: string): number => {
      uses += 1;
      const at = known.get(text) ?? known.size;
      known.set(text, at);
      return at;
    },
    xml: (): string =>
      `<sst xmlns="${MAIN}" count="${uses}" uniqueCount="${known.size}">${[...known.keys()]
        .map((text) => `<si><t xml:space="preserve">${xmlText(text)}</t></si>`)
        .join('')}</sst>`,
  };
}

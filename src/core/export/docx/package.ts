import type { Lang } from '../../model/records';
import type { ExportContent } from '../types';
import type { Parts } from './parts';
import { footerXml, numberingXml, stylesXml } from './styles';
import { RELATIONS, WORD, xmlText } from './xml';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export type DocxFacts = {
  readonly title: string;
  readonly creator: string;
  readonly stamp: string;
  readonly lang: Lang;
};

/**
 * A Word file (ECMA-376, transitional) as its parts. No dates and no random ids: the same document is the same bytes.
 */
export function docxArchive(body: string, parts: Parts, { title, creator, stamp, lang }: DocxFacts): ExportContent {
  const remarked = parts.comments.count() > 0;
  const written: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes(remarked),
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(creator)}</dc:creator></cp:coreProperties>`,
    'word/document.xml': documentXml(body),
    'word/styles.xml': stylesXml,
    'word/numbering.xml': numberingXml(parts.starts()),
    'word/settings.xml': `<w:settings xmlns:w="${WORD}"><w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
    'word/footer1.xml': footerXml(xmlText(stamp)),
    ...(remarked ? { 'word/comments.xml': parts.comments.xml(lang) } : {}),
    'word/_rels/document.xml.rels': relations(parts),
  };
  return {
    archive: [
      ...Object.entries(written).map(([path, content]) => ({ path, content: HEAD + content })),
      ...parts.media().map(({ path, content }) => ({ path: `word/${path}`, content })),
    ],
  };
}

/** A4 with margins of 2.25 cm; the text is 16.5 cm wide. */
const documentXml = (body: string): string =>
  [
    `<w:document xmlns:w="${WORD}" xmlns:r="${RELATIONS}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">`,
    `<w:body>${body}`,
    '<w:sectPr><w:footerReference w:type="default" r:id="rIdF"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1276" w:right="1276" w:bottom="1276" w:left="1276" w:header="709" w:footer="567" w:gutter="0"/></w:sectPr>',
    '</w:body></w:document>',
  ].join('');

const fixed = [
  ['rIdS', 'styles', 'styles.xml'],
  ['rIdN', 'numbering', 'numbering.xml'],
  ['rIdT', 'settings', 'settings.xml'],
  ['rIdF', 'footer', 'footer1.xml'],
] as const;

const comments = ['rIdC', 'comments', 'comments.xml'] as const;

const relations = (parts: Parts): string =>
  [
    `<Relationships xmlns="${PACKAGE}/relationships">`,
    ...[...fixed, ...(parts.comments.count() > 0 ? [comments] : [])].map(
      ([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
    ),
    ...parts
      .relations()
      .map(
        ({ id, type, target }) =>
          `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${xmlText(target)}"${type === 'hyperlink' ? ' TargetMode="External"' : ''}/>`,
      ),
    '</Relationships>',
  ].join('');

const overrides = [
  'document.main:document',
  'styles:styles',
  'numbering:numbering',
  'settings:settings',
  'footer:footer1',
];
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const contentTypes = (remarked: boolean): string =>
  [
    `<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/><Default Extension="gif" ContentType="image/gif"/>',
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
    ...[...overrides, ...(remarked ? ['comments:comments'] : [])].map((pair) => {
      const [type, part] = pair.split(':');
      return `<Override PartName="/word/${part}.xml" ContentType="${MAIN}.${type}+xml"/>`;
    }),
    '</Types>',
  ].join('');

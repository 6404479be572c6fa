import { crc32 } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { writeZip } from '../../src/core/plan/file/zip';

/** Files for import tests, made here so that every byte has a reason. */

/** A picture of one red point (PNG, 8-bit RGB), made by hand after the PNG specification. */
export const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC'),
  (char) => char.charCodeAt(0),
);

const NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A Word document with these paragraphs (WordprocessingML), after ECMA-376 part 1; the smallest set of parts that Word opens. */
export function docx(body: string, more: Readonly<Record<string, Uint8Array | string>> = {}): Uint8Array {
  const parts: Readonly<Record<string, Uint8Array | string>> = {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/styles.xml': `${XML}<w:styles ${NAMES}><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style></w:styles>`,
    'word/_rels/document.xml.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.png"/></Relationships>`,
    'word/media/image1.png': png,
    'word/document.xml': `${XML}<w:document ${NAMES} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>${body}</w:body></w:document>`,
    ...more,
  };
  return writeZip(
    Object.entries(parts).map(([path, part]) => ({ path, bytes: typeof part === 'string' ? strToU8(part) : part })),
    () => false,
  );
}

/** The same picture as another file for each number: its points are said to be that many to the metre (PNG, 11.3.4.3). */
export function pngOf(number: number): Uint8Array<ArrayBuffer> {
  const chunk = Buffer.alloc(21);
  chunk.writeUInt32BE(9, 0);
  chunk.write('pHYs', 4, 'latin1');
  chunk.writeUInt32BE(number, 8);
  chunk.writeUInt32BE(number, 12);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17);
  return Uint8Array.from([...png.subarray(0, 33), ...chunk, ...png.subarray(33)]);
}

/** A zip of 16 kB that becomes 16 MB: one part in a thousand. */
export const bomb = (): Uint8Array => zipSync({ 'word/document.xml': new Uint8Array(16 * 1024 * 1024) }, { level: 9 });

export const run = (text: string, looks = ''): string =>
  `<w:r><w:rPr>${looks}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (runs: string, style = ''): string =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${runs}</w:p>`;
export const picture = `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="图" descr="江边"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="rId2"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

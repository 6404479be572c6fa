import { INDENT, RELATIONS, WORD } from './xml';

/** Faces that Word and LibreOffice have or replace sensibly, on three systems. */
const FONTS = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Microsoft YaHei" w:cs="Calibri"/>';

const style = (id: string, name: string, paragraph: string, run: string, based = 'Normal'): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${based}"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;

const heading = (level: number, size: number, before: number): string =>
  style(
    `Heading${level}`,
    `heading ${level}`,
    `<w:keepNext/><w:spacing w:before="${before}" w:after="80"/><w:outlineLvl w:val="${level - 1}"/>`,
    `<w:b/><w:sz w:val="${size}"/>`,
  );

/** Sizes in half points, distances in twentieths of a point. */
export const stylesXml = `<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr>${FONTS}<w:sz w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="312" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>${[
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
  `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:pPr><w:spacing w:after="0"/></w:pPr><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="B9C0CA"/>`).join('')}</w:tblBorders></w:tblPr></w:style>`,
  style('Title', 'Title', '<w:spacing w:after="60"/>', '<w:b/><w:sz w:val="40"/>'),
  heading(1, 30, 360),
  heading(2, 25, 280),
  heading(3, 22, 200),
  heading(4, 21, 160),
  style('Meta', 'Meta', '<w:spacing w:after="60"/>', '<w:color w:val="5F6774"/><w:sz w:val="19"/>'),
  style(
    'Quote',
    'Quote',
    '<w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="B9C0CA"/></w:pBdr><w:ind w:left="240"/>',
    '<w:color w:val="444B56"/>',
  ),
  style(
    'Code',
    'Code',
    '<w:shd w:val="clear" w:color="auto" w:fill="F3F4F6"/>',
    '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/><w:sz w:val="19"/>',
  ),
  style('Caption', 'caption', '<w:jc w:val="center"/>', '<w:color w:val="5F6774"/><w:sz w:val="18"/>'),
  style('Comments', 'Comments', '', '<w:color w:val="5F6774"/><w:sz w:val="19"/>'),
  '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="2C4FD0"/><w:u w:val="single"/></w:rPr></w:style>',
  '<w:style w:type="character" w:styleId="CodeChar"><w:name w:val="Code Char"/><w:rPr><w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/></w:rPr></w:style>',
  '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/><w:rPr><w:sz w:val="16"/></w:rPr></w:style>',
].join('')}</w:styles>`;

/** Bullets are list 1; every numbered list is one of its own, from its own number on. */
export const BULLETS = 1;

export function numberingXml(starts: readonly number[]): string {
  const level = (format: string, text: (level: number) => string): string =>
    Array.from(
      { length: 9 },
      (_, at) =>
        `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text(at)}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${(at + 1) * INDENT}" w:hanging="${INDENT}"/></w:pPr></w:lvl>`,
    ).join('');
  const numbered = starts.map(
    (start, at) =>
      `<w:num w:numId="${at + 2}"><w:abstractNumId w:val="1"/>${Array.from(
        { length: 9 },
        (_, depth) =>
          `<w:lvlOverride w:ilvl="${depth}"><w:startOverride w:val="${Math.max(0, start)}"/></w:lvlOverride>`,
      ).join('')}</w:num>`,
  );
  return [
    `<w:numbering xmlns:w="${WORD}">`,
    `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>${level('bullet', () => '•')}</w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>${level('decimal', (at) => `%${at + 1}.`)}</w:abstractNum>`,
    `<w:num w:numId="${BULLETS}"><w:abstractNumId w:val="0"/></w:num>`,
    ...numbered,
    '</w:numbering>',
  ].join('');
}

/** The plan, and the page with its count. */
export const footerXml = (stamp: string): string =>
  `<w:ftr xmlns:w="${WORD}" xmlns:r="${RELATIONS}"><w:p><w:pPr><w:pStyle w:val="Meta"/><w:tabs><w:tab w:val="right" w:pos="9354"/></w:tabs></w:pPr><w:r><w:t xml:space="preserve">${stamp}</w:t></w:r><w:r><w:tab/></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> / </w:t></w:r><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>`;

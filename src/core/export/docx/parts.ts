import { pictureExtension } from '../pictures';
import type { ExportBytes, ExportImage } from '../types';
import { type Comments, createComments } from './comments';
import { xmlText } from './xml';

/** What a document draws on outside its text: pictures, links and numbered lists, each named as it is first used. */
export type Parts = {
  /** A drawing of the picture; null for a kind that Word does not show, or one nobody measured. */
  readonly picture: (image: ExportImage, words: string) => string | null;
  /** Id of a link; null for an address that is no web or mail address. */
  readonly link: (href: string) => string | null;
  /** Id of a new numbered list. */
  readonly numbered: (start: number) => number;
  readonly comments: Comments;
  readonly media: () => readonly { readonly path: string; readonly content: ExportBytes }[];
  readonly relations: () => readonly Relation[];
  readonly starts: () => readonly number[];
};

export type Relation = {
  readonly id: string;
  readonly type: 'image' | 'hyperlink';
  readonly target: string;
};

/** Kinds of picture that Word has shown since 2007. */
const SHOWN: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif']);
/** English Metric Units: 360,000 to a centimetre, 9,525 to a pixel. */
const PIXEL = 9_525;
const WIDEST = 16.5 * 360_000;
const TALLEST = 20 * 360_000;

export function createParts(): Parts {
  const pictures = new Map<string, { readonly id: string; readonly path: string; readonly content: ExportBytes }>();
  const links = new Map<string, string>();
  const starts: number[] = [];
  let drawn = 0;

  const kept = ({ src, mime, made }: ExportImage) => {
    const shown = made?.mime ?? mime;
    if (!SHOWN.has(shown)) return null;
    const there = pictures.get(src);
    if (there !== undefined) return there;
    const number = pictures.size + 1;
    const picture = {
      id: `rIdP${number}`,
      path: `media/image${number}.${pictureExtension(shown)}`,
      content: made === undefined ? { assetId: src } : { made: made.key },
    };
    pictures.set(src, picture);
    return picture;
  };

  return {
    picture: (image, words) => {
      if (image.width < 1 || image.height < 1) return null;
      const picture = kept(image);
      if (picture === null) return null;
      drawn += 1;
      const scale = Math.min(1, WIDEST / (image.width * PIXEL), TALLEST / (image.height * PIXEL));
      const size = [image.width, image.height].map((side) => Math.max(1, Math.round(side * PIXEL * scale)));
      return drawing(picture.id, drawn, words, size[0] ?? 1, size[1] ?? 1);
    },
    link: (href) => {
      if (!ADDRESS.test(href)) return null;
      const there = links.get(href);
      if (there !== undefined) return there;
      const id = `rIdL${links.size + 1}`;
      links.set(href, id);
      return id;
    },
    numbered: (start) => {
      starts.push(start);
      return starts.length + 1;
    },
    comments: createComments(),
    media: () => [...pictures.values()].map(({ path, content }) => ({ path, content })),
    relations: () => [
      ...[...pictures.values()].map(({ id, path }) => ({ id, type: 'image' as const, target: path })),
      ...[...links].map(([href, id]) => ({ id, type: 'hyperlink' as const, target: uri(href) })),
    ],
    starts: () => starts,
  };
}

/** What Word may open: the web and mail, without a sign that no address holds. */
const ADDRESS = /^(?:https?:\/\/|mailto:)[^\s\p{C}<>"{}|\\^`]+$/iu;

/** Only ASCII, with what is escaped already left so. */
const uri = (href: string): string => encodeURI(href).replaceAll(/%25(?=[0-9A-Fa-f]{2})/g, '%');

const drawing = (id: string, number: number, words: string, width: number, height: number): string =>
  [
    '<w:r><w:drawing>',
    `<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${width}" cy="${height}"/>`,
    `<wp:docPr id="${number}" name="image ${number}" descr="${xmlText(words)}"/>`,
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>',
    `<pic:nvPicPr><pic:cNvPr id="${number}" name="image ${number}"/><pic:cNvPicPr/></pic:nvPicPr>`,
    `<pic:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`,
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`,
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
  ].join('');

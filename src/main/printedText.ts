import { deflateSync, inflateSync } from 'node:zlib';
import { asWritten } from '../core/text/drawnAlike';

/**
 * Lets a print of Chromium's be searched and copied as it was written. A PDF holds glyphs, and Chromium names each by the
 * lowest character drawn with it: where a font draws `门` and the radical `⻔` alike, as Noto does, the print says `⻔`. The
 * tables of such names are written anew behind the file, as an incremental update (ISO 32000-1, 7.5.6): what Chromium
 * wrote stays byte for byte. A file built otherwise than Chromium's is answered as it came.
 *
 * @param page what was printed; only its characters matter.
 */
export function withLettersAsWritten(pdf: Uint8Array, page: string): Uint8Array {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const index = indexOf(text);
  if (index === null) return pdf;
  const written = new Set(page);
  const tables = [...new Set([...text.matchAll(/\/ToUnicode (\d+) 0 R/g)].map(([, id]) => Number(id)))];
  const renewed = tables
    .toSorted((a, b) => a - b)
    .flatMap((id) => {
      const body = renewedTable(text, pdf, id, index.places.get(id), written);
      return body === null ? [] : [{ id, body }];
    });
  return renewed.length === 0 ? pdf : updated(pdf, index, renewed);
}

type Index = {
  /** Where each object begins, by its number. */
  readonly places: ReadonlyMap<number, number>;
  /** Entries of the trailer as they stand. */
  readonly trailer: string;
  /** Where the index itself begins. */
  readonly at: number;
};

/** The file's index: one table at its end, as Chromium writes it; null for any other. */
function indexOf(text: string): Index | null {
  const at = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1] ?? Number.NaN);
  if (!text.startsWith('xref', at)) return null;
  const end = text.indexOf('trailer', at);
  const trailer = /^trailer\s*<<(.*?)>>\s*startxref/s.exec(text.slice(end))?.[1];
  if (end < 0 || trailer === undefined || /\/(?:Prev|Encrypt|XRefStm)\b/.test(trailer)) return null;
  const places = new Map<number, number>();
  let next = 0;
  for (const line of text.slice(at, end).split('\n').slice(1)) {
    const section = /^(\d+) \d+\s*$/.exec(line);
    const entry = /^(\d{10}) \d{5} ([nf])/.exec(line);
    if (entry !== null) {
      if (entry[2] === 'n') places.set(next, Number(entry[1]));
      next += 1;
    } else if (section !== null) next = Number(section[1]);
  }
  return { places, trailer, at };
}

/** The object with its table of characters mended; null where nothing is to mend, or it is not what it should be. */
function renewedTable(
  text: string,
  pdf: Uint8Array,
  id: number,
  place: number | undefined,
  written: ReadonlySet<string>,
): Buffer | null {
  if (place === undefined) return null;
  const head = /^(\d+) 0 obj\s*<<([^>]*)>>\s*stream\r?\n/.exec(text.slice(place, place + 200));
  const [whole = '', number, entries = ''] = head ?? [];
  const length = Number(/\/Length (\d+)(?! \d)/.exec(entries)?.[1] ?? Number.NaN);
  if (Number(number) !== id || Number.isNaN(length) || !entries.includes('/FlateDecode')) return null;
  const begin = place + whole.length;
  const table = inflateSync(pdf.subarray(begin, begin + length)).toString('latin1');
  const mended = mendTable(table, written);
  if (mended === table) return null;
  const packed = deflateSync(Buffer.from(mended, 'latin1'));
  return Buffer.concat([
    Buffer.from(`${id} 0 obj\n<</Filter /FlateDecode\n/Length ${packed.length}>> stream\n`, 'latin1'),
    packed,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ]);
}

/** A table from glyphs to characters (CMap) that names the ones that were written. */
export const mendTable = (table: string, written: ReadonlySet<string>): string =>
  table
    .replaceAll(/beginbfchar.*?endbfchar/gs, (section) =>
      section.replaceAll(
        /(<[0-9A-Fa-f]+>\s*)<([0-9A-Fa-f]+)>/g,
        (_, glyph: string, named: string) => `${glyph}<${mended(named, written)}>`,
      ),
    )
    .replaceAll(/beginbfrange.*?endbfrange/gs, (section) =>
      section.replaceAll(
        /<([0-9A-Fa-f]+)>(\s*)<([0-9A-Fa-f]+)>(\s*)<([0-9A-Fa-f]+)>/g,
        (line: string, first: string, gap: string, last: string, space: string, named: string) => {
          const names = namesFrom(named, Number.parseInt(last, 16) - Number.parseInt(first, 16) + 1);
          const now = names.map((name) => mended(name, written));
          return now.every((name, at) => name === names[at])
            ? line
            : `<${first}>${gap}<${last}>${space}[${now.map((name) => `<${name}>`).join(' ')}]`;
        },
      ),
    );

/** The names of a range, counted up from the first in its last unit. */
const namesFrom = (first: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, by) => {
    const last = Number.parseInt(first.slice(-4), 16) + by;
    return first.slice(0, -4) + last.toString(16).toUpperCase().padStart(4, '0');
  });

/** UTF-16 in hexadecimal, as tables name characters; anything else stays. */
function mended(named: string, written: ReadonlySet<string>): string {
  if (named.length % 4 !== 0) return named;
  const units = (named.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
  const said = String.fromCharCode(...units);
  const meant = asWritten(said, written);
  if (meant === said) return named;
  return Array.from({ length: meant.length }, (_, at) =>
    meant.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0'),
  ).join('');
}

/** The file with these objects written anew behind it, and an index of them that leads on to the one before. */
function updated(
  pdf: Uint8Array,
  { trailer, at }: Index,
  objects: readonly { readonly id: number; readonly body: Buffer }[],
): Uint8Array {
  let place = pdf.length;
  const lines = objects.map(({ id, body }) => {
    const line = `${id} 1\n${String(place).padStart(10, '0')} 00000 n \n`;
    place += body.length;
    return line;
  });
  const tail = `xref\n${lines.join('')}trailer\n<<${trailer}\n/Prev ${at}>>\nstartxref\n${place}\n%%EOF\n`;
  return Buffer.concat([pdf, ...objects.map(({ body }) => body), Buffer.from(tail, 'latin1')]);
}

import { SaxesParser } from 'saxes';
import { type Decode, decodeText } from '../../../text/encoding';
import { sheetFault } from '../../fault';
import { sheetLimits } from '../../limits';

/**
 * XML of a workbook's part, as events. Strict and without document types: nothing is expanded, nothing is looked up,
 * and an entity that XML itself does not know is an error. `saxes` stops here.
 */
export type XmlEvents = {
  /** Name without its prefix. Attributes likewise, except that a prefixed one never hides a plain one. */
  readonly open?: (name: string, attributes: XmlAttributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
};
export type XmlAttributes = ReadonlyMap<string, string>;

export function readXml(bytes: Uint8Array, part: string, decode: Decode, events: XmlEvents): void {
  const text = decodeText(bytes, decode)?.text ?? sheetFault('damaged', { place: part });
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('doctype', () => sheetFault('doctype', { place: part }));
  parser.on('error', () => sheetFault('damaged', { place: part }));
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > sheetLimits.xmlDepth) sheetFault('damaged', { place: part });
    events.open?.(localName(name), withoutPrefixes(attributes));
  });
  parser.on('text', (piece) => events.text?.(piece));
  parser.on('cdata', (piece) => events.text?.(piece));
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    events.close?.(localName(name));
  });
  for (let at = 0; at < text.length; at += STEP) parser.write(text.slice(at, at + STEP));
  parser.close();
}

/** So much at a time, so that a fault early in a large part ends reading early. */
const STEP = 1024 * 1024;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function withoutPrefixes(attributes: Readonly<Record<string, string>>): XmlAttributes {
  const plain = new Map<string, string>();
  for (const name of Object.keys(attributes)) {
    const local = localName(name);
    if (local === name || !plain.has(local)) plain.set(local, attributes[name] as string);
  }
  return plain;
}

/** A reader of calendar files for tests, written after RFC 5545 and sharing nothing with who writes them. */

export type Component = {
  readonly name: string;
  readonly lines: readonly Property[];
  readonly inner: readonly Component[];
};
export type Property = { readonly name: string; readonly params: string; readonly value: string };

/** Reads a calendar octet by octet after RFC 5545, and throws at the first thing the standard does not allow. */
export function readCalendar(text: string): Component {
  const octets = Buffer.from(text, 'utf8');
  const lines: Buffer[] = [];
  let start = 0;
  for (let at = 0; at < octets.length; at += 1) {
    if (octets[at] === 0x0a) throw new Error(`a line feed alone at ${at}`);
    if (octets[at] !== 0x0d) continue;
    if (octets[at + 1] !== 0x0a) throw new Error(`a carriage return alone at ${at}`);
    if (at - start > 75) throw new Error(`a line of ${at - start} octets`);
    lines.push(octets.subarray(start, at));
    at += 1;
    start = at + 1;
  }
  if (start !== octets.length) throw new Error('a last line without its end');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const unfolded: string[] = [];
  for (const line of lines) {
    // Fatal decoding of each physical line: a fold inside a character fails here.
    const decoded = decoder.decode(line);
    if (decoded.startsWith(' ')) unfolded.push(`${unfolded.pop()}${decoded.slice(1)}`);
    else unfolded.push(decoded);
  }
  const root: { name: string; lines: Property[]; inner: Component[] } = { name: '', lines: [], inner: [] };
  const stack = [root];
  for (const line of unfolded) {
    const parts = /^([A-Z-]+)((?:;[A-Z-]+=[^:;,"\p{Cc}]+)*):(.*)$/su.exec(line);
    if (parts === null) throw new Error(`not a content line: ${line}`);
    const [, name = '', params = '', value = ''] = parts;
    if (/(?!\t)\p{Cc}/u.test(value)) throw new Error('a control character');
    const top = stack.at(-1) as (typeof stack)[number];
    if (name === 'BEGIN') {
      const component = { name: value, lines: [], inner: [] };
      top.inner.push(component);
      stack.push(component);
    } else if (name === 'END') {
      if (stack.pop()?.name !== value) throw new Error(`END:${value} out of order`);
    } else top.lines.push({ name, params, value });
  }
  if (stack.length !== 1 || root.inner.length !== 1) throw new Error('components left open');
  return root.inner[0] as Component;
}

/** A TEXT value as it was meant. */
export const textOf = (value: string): string =>
  value.replaceAll(/\\(.)/gs, (_, sign: string) => (sign === 'n' ? '\n' : sign));
/** The one property of a name; throws where there is none or more. */
export const property = ({ lines }: Component, name: string): Property => {
  const found = lines.filter((line) => line.name === name);
  if (found.length !== 1) throw new Error(`${found.length} × ${name}`);
  return found[0] as Property;
};
export const eventsOf = (root: Component): readonly Component[] => root.inner.filter(({ name }) => name === 'VEVENT');

/** The moment a wall time means by the calendar's own zone block: the last onset not after it. */
export function instantOf(root: Component, { params, value }: Property): number {
  const zone = root.inner.find(
    (block) => block.name === 'VTIMEZONE' && `;TZID=${property(block, 'TZID').value}` === params,
  );
  if (zone === undefined) throw new Error(`no zone block for ${params}`);
  const wall = (text: string) =>
    Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6Z'));
  const onset = zone.inner.filter((rule) => wall(property(rule, 'DTSTART').value) <= wall(value)).at(-1);
  const offset = /^([+-])(\d\d)(\d\d)$/.exec(property(onset as Component, 'TZOFFSETTO').value) as RegExpExecArray;
  const minutes = (Number(offset[2]) * 60 + Number(offset[3])) * (offset[1] === '-' ? -1 : 1);
  return wall(value) - minutes * 60_000;
}

/** RFC 4180, read by the letter: commas, CRLF, doubled quotes; anything else is a fault of the file. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      while (true) {
        if (at >= text.length) throw new Error('an open quote at the end');
        if (text[at] !== '"') cell += text[at++];
        else if (text[at + 1] === '"') {
          cell += '"';
          at += 2;
        } else {
          at += 1;
          break;
        }
      }
    } else
      while (at < text.length && !',\r\n'.includes(text[at] as string)) {
        if (text[at] === '"') throw new Error('a quote inside a plain cell');
        cell += text[at++];
      }
    row.push(cell);
    if (text[at] === ',') at += 1;
    else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`a cell that ends with ${JSON.stringify(text[at])}`);
  }
  if (row.length > 0) throw new Error('a last row without its line end');
  return rows;
}

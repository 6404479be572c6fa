import { describe, expect, it } from 'vitest';
import { readSheet } from '../../../src/core/sheets/readSheet';
import { decode, gb18030, utf8 } from './decoding';

const read = (text: string, file = 'a.json') => {
  const result = readSheet(utf8(text), file, { decode });
  if (!result.ok) return result.error.params;
  const [table] = result.value.tables;
  return { format: result.value.format, rows: table?.rows.map(({ cells }) => cells), notes: table?.notes };
};

describe('JSON as a table', () => {
  it('makes a column of each name in the order they appear', () => {
    expect(read('[{"title":"夜拍","n":1},{"date":"2026-11-22","title":"答问","done":true,"x":null}]')).toEqual({
      format: 'json',
      rows: [
        ['title', 'n', 'date', 'done', 'x'],
        ['夜拍', '1'],
        ['答问', '', '2026-11-22', 'true', ''],
      ],
      notes: [],
    });
  });

  it('finds the list below an object and tells what stands beside it', () => {
    expect(read('{"version":2,"data":{"page":1,"posts":[{"text":"a","to":{"name":"微博"}}]}}')).toEqual({
      format: 'json',
      rows: [
        ['text', 'to.name'],
        ['a', '微博'],
      ],
      notes: [{ code: 'outside_list', row: 0, value: 'page' }],
    });
  });

  it('keeps lists of words as lines and anything deeper as JSON', () => {
    expect(read('[{"tags":["夜拍","手机"],"media":[{"url":"a.jpg"}]}]')).toEqual({
      format: 'json',
      rows: [
        ['tags', 'media'],
        ['夜拍\n手机', '[{"url":"a.jpg"}]'],
      ],
      notes: [{ code: 'nested_as_json', row: 1, value: 'media' }],
    });
  });

  it('reads an object per line, and a list of lists', () => {
    const lines = '{"title":"a"}\n\n{"title":"b"}\r\n';
    expect(read(lines, 'x.ndjson')).toMatchObject({ format: 'ndjson', rows: [['title'], ['a'], ['b']] });
    expect(read(lines)).toMatchObject({ format: 'ndjson', rows: [['title'], ['a'], ['b']] });
    expect(read('[["标题","日期"],["夜拍",20261122]]')).toMatchObject({
      rows: [
        ['标题', '日期'],
        ['夜拍', '20261122'],
      ],
    });
  });

  it('takes names of the prototype for names', () => {
    const read1 = read('[{"__proto__":"a","constructor":"b","toString":{"__proto__":"c"}}]');
    expect(read1).toMatchObject({
      rows: [
        ['__proto__', 'constructor', 'toString.__proto__'],
        ['a', 'b', 'c'],
      ],
    });
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  it('does not mix a name with a dot and a name below a name', () => {
    expect(read('[{"a.b":1,"a":{"b":2}}]')).toMatchObject({
      rows: [
        ['a.b', 'a.b'],
        ['1', '2'],
      ],
    });
  });

  it('names the line where it stops being JSON, and refuses depth, other encodings and missing lists', () => {
    expect(read('[\n{"a":1},\n{"a":}\n]')).toMatchObject({ problem: 'json_broken', place: '3' });
    expect(read('[{"a":"x\\u00zz"},\n 1]')).toMatchObject({ problem: 'json_broken', place: '1' });
    expect(read('[{"a":1}\n\n{"a":2}]')).toMatchObject({ problem: 'json_broken', place: '3' });
    expect(read('{"a":1}\n{"a":', 'a.jsonl')).toMatchObject({ problem: 'json_broken', place: '2' });
    expect(read(`${'['.repeat(100_000)}`)).toMatchObject({ problem: 'json_broken' });
    expect(read('{"a":1}')).toMatchObject({ problem: 'json_no_list' });
    expect(read('"text"')).toMatchObject({ problem: 'json_no_list' });
    expect(readSheet(gb18030('[{"标题":"夜拍"}]'), 'a.json', { decode })).toMatchObject({
      ok: false,
      error: { params: { problem: 'wrong_encoding' } },
    });
  });
});

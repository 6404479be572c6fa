import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BlockNode, Doc } from '../../src/core/model/doc';
import { docText } from '../../src/core/model/docText';
import { bridge, type TestBridge, value } from '../helpers/bridge';

let now = Date.UTC(2026, 9, 9, 2);
let studio: TestBridge;
beforeEach(async () => {
  now = Date.UTC(2026, 9, 9, 2);
  studio = await bridge({ now: () => now });
});
afterEach(() => studio.close());

const p = (text: string, id: string): BlockNode => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
});
const doc = (...content: readonly BlockNode[]): Doc => ({ type: 'doc', content });
const open = async (id: string) => value(await studio.call('piece.open', { id }));
const write = async (id: string, body: Doc, session: string) => {
  now += 1_000;
  return value(await studio.call('piece.write', { id, doc: body, base: (await open(id)).version, session }));
};
const make = async (title: string, lang: 'zh' | 'en') =>
  value(await studio.call('piece.create', { kind: 'scene', title, lang })).id;
const undo = async () => value(await studio.call('history.undo', {})).label?.code;
const siblings = async (id: string) => (await open(id)).siblings.map((sibling) => sibling.id);

describe('one piece in two languages', () => {
  it('is made as a copy to translate, or as its structure without words, in one step of undo', async () => {
    const id = await make('夜拍', 'zh');
    await write(id, doc(p('夜里十点', 'b1'), { type: 'image', attrs: { id: 'b2', src: 'a1', alt: '灯' } }), 's1');
    const copy = value(await studio.call('piece.make_sibling', { id, lang: 'en', text: 'copy' })).id;
    const copied = await open(copy);
    expect([copied.piece.lang, copied.piece.title, copied.piece.state]).toEqual(['en', '夜拍', 'drafting']);
    expect(copied.doc?.content.map((block) => block.attrs?.id)).toEqual(['b1', 'b2']);
    expect([await siblings(id), await siblings(copy)]).toEqual([[copy], [id]]);
    expect([await undo(), await siblings(id), (await open(id)).piece.siblingGroup]).toEqual(['sibling_make', [], null]);
    const bare = value(await studio.call('piece.make_sibling', { id, lang: 'en', text: 'structure' })).id;
    const { piece, doc: body } = await open(bare);
    expect([piece.title, piece.brief]).toEqual(['', {}]);
    expect(body?.content).toEqual([
      { type: 'paragraph', attrs: { id: 'b1' }, content: [] },
      { type: 'image', attrs: { id: 'b2', src: 'a1', alt: '灯' } },
    ]);
  });

  it('is linked with what was there, and let go again; nobody stays in a group alone', async () => {
    const [zh, en] = [await make('夜拍', 'zh'), await make('Night', 'en')];
    value(await studio.call('piece.link', { id: zh, otherId: en }));
    expect([await siblings(zh), await siblings(en)]).toEqual([[en], [zh]]);
    value(await studio.call('piece.unlink', { id: zh }));
    expect([(await open(zh)).piece.siblingGroup, (await open(en)).piece.siblingGroup]).toEqual([null, null]);
    expect([await undo(), await siblings(zh)]).toEqual(['sibling_unlink', [en]]);
    expect([await undo(), await siblings(zh)]).toEqual(['sibling_link', []]);
    const refused = await studio.call('piece.link', { id: zh, otherId: zh });
    expect(refused.ok ? '' : refused.failure.code).toBe('bad_input');
  });

  it('tells which blocks are newer than the other’s last words', async () => {
    const zh = await make('夜拍', 'zh');
    await write(zh, doc(p('一', 'b1'), p('二', 'b2')), 's1');
    now += 60_000;
    const en = value(await studio.call('piece.make_sibling', { id: zh, lang: 'en', text: 'copy' })).id;
    await write(en, doc(p('one', 'b1'), p('two', 'b2')), 's2');
    now += 60_000;
    await write(zh, doc(p('一', 'b1'), p('二，改过', 'b2'), p('三', 'b3')), 's3');
    const { mine, theirs } = value(await studio.call('piece.compare', { id: zh, otherId: en }));
    expect([mine.newer, theirs.newer]).toEqual([[1, 2], []]);
    expect(docText(theirs.doc as Doc)).toBe('one\ntwo');
    await write(en, doc(p('one', 'b1'), p('two, changed', 'b2'), p('three', 'b3')), 's4');
    expect(value(await studio.call('piece.compare', { id: zh, otherId: en })).mine.newer).toEqual([]);
  });
});

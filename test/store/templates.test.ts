import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Doc } from '../../src/core/model/doc';
import { docText } from '../../src/core/model/docText';
import { bridge, type TestBridge, value } from '../helpers/bridge';

let studio: TestBridge;
beforeEach(async () => {
  studio = await bridge();
});
afterEach(() => studio.close());

const templates = async (lang: 'zh' | 'en' = 'zh') => value(await studio.call('template.list', { lang }));
const own = async () => (await templates()).filter((one) => one.own);
const body = (text: string): Doc => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

describe('templates', () => {
  it('are on the shelf of a blank workspace, in the language asked for, without being records of it', async () => {
    const shelf = await templates('en');
    expect(shelf).toHaveLength(24);
    expect(new Set(shelf.map(({ lang, own: mine }) => `${lang} ${mine}`))).toEqual(new Set(['en false']));
    expect(value(await studio.call('plan.outline', {})).template).toEqual([]);
  });

  it('give a new piece their title, kind, brief, tags and text with its fields open', async () => {
    const lottery = (await templates()).find(({ id }) => id.includes('lottery-full-rules'));
    const { id } = value(
      await studio.call('piece.create', { kind: 'scene', lang: 'zh', title: '', templateId: lottery?.id ?? '' }),
    );
    const { piece, doc } = value(await studio.call('piece.open', { id }));
    expect([piece.title, piece.kind, piece.subkind, piece.lang]).toEqual([
      '抽奖：{{reward}}',
      'interactive',
      'lottery',
      'zh',
    ]);
    expect(piece.brief.rules).toContain('员工不参加');
    expect(piece.brief.deadline).toBeUndefined();
    expect(docText(doc as Doc)).toContain('{{deadline}}');
  });

  it('are kept from a piece without what was only true of it, replaced, and each step undone', async () => {
    const { id } = value(await studio.call('piece.create', { kind: 'interactive', lang: 'zh', title: '本周挑战' }));
    const set = (register: string, text: string) => ({
      kind: 'set' as const,
      type: 'piece' as const,
      id,
      register,
      value: text,
    });
    value(
      await studio.call('change.make', {
        label: { code: 'piece_edit', params: {} },
        ops: [
          set('brief.rules', '原创'),
          set('brief.deadline', '12月4日'),
          { kind: 'add', type: 'piece', id, set: 'tags', element: '挑战' },
        ],
      }),
    );
    const { version } = value(await studio.call('piece.open', { id }));
    value(await studio.call('piece.write', { id, doc: body('第一版'), base: version, session: 's1' }));
    const kept = value(await studio.call('template.save', { pieceId: id, name: '每周挑战' }));
    expect(
      (await own()).map(({ name, title, brief, tags, doc }) => [name, title, brief, tags, docText(doc as Doc)]),
    ).toEqual([['每周挑战', '本周挑战', { rules: '原创' }, ['挑战'], '第一版']]);
    const opened = value(await studio.call('piece.open', { id }));
    value(await studio.call('piece.write', { id, doc: body('第二版'), base: opened.version, session: 's2' }));
    value(await studio.call('template.save', { pieceId: id, name: '每周挑战 2', over: kept.id }));
    expect((await own()).map(({ name, doc }) => [name, docText(doc as Doc)])).toEqual([['每周挑战 2', '第二版']]);
    value(await studio.call('history.undo', {}));
    expect((await own()).map(({ name, doc }) => [name, docText(doc as Doc)])).toEqual([['每周挑战', '第一版']]);
    value(
      await studio.call('change.make', {
        label: { code: 'template_remove', params: { title: '每周挑战' } },
        ops: [{ kind: 'delete', type: 'template', id: kept.id }],
      }),
    );
    expect(await own()).toEqual([]);
    value(await studio.call('history.undo', {}));
    expect(await own()).toHaveLength(1);
  });

  it('that are not there are refused by name', async () => {
    for (const templateId of ['starter_none', 't_none']) {
      const made = await studio.call('piece.create', { kind: 'scene', lang: 'zh', title: '', templateId });
      expect(made.ok ? '' : made.failure.code).toBe('not_found');
    }
  });
});

import { Editor } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { assetFilter } from '../../../src/contract';
import type { Doc } from '../../../src/core/model/doc';
import { docText } from '../../../src/core/model/docText';
import { shippedPacks } from '../../../src/core/platforms/shipped';
import { contentOf } from '../../../src/renderer/features/editor/extensions/docOf';
import { editorExtensions } from '../../../src/renderer/features/editor/extensions/schema';
import { openSession, type Session } from '../../../src/renderer/features/editor/session';
import { mendAt } from '../../../src/renderer/features/editor/variants/fixes';
import { nextFinding } from '../../../src/renderer/features/editor/variants/nextFinding';
import type { IdleTimers } from '../../../src/renderer/state/adapting/adaptLoop';
import type { Studio } from '../../../src/renderer/state/studio';
import { shownFindings } from '../../../src/renderer/ui/adapted/cardFields';
import { bridge, type TestBridge, TODAY, value } from '../../helpers/bridge';
import { png } from '../../helpers/documents';
import { aStudio, atEnd } from '../mount';

const timers: IdleTimers = {
  now: () => performance.now(),
  set: (run, ms) => window.setTimeout(run, ms),
  clear: (id) => window.clearTimeout(id),
  idle: (run) => {
    const id = window.setTimeout(run, 0);
    return () => window.clearTimeout(id);
  },
};

type Desk = { readonly api: TestBridge; readonly studio: Studio; readonly session: Session; readonly editor: Editor };
/** A piece of the sample on the desk, over the real store. */
async function aDesk(title = '面包师傅的三点半'): Promise<Desk> {
  const api = await bridge({ seed: { kind: 'sample', edition: 'zh', today: TODAY } });
  const studio = await aStudio(api);
  studio.setState({ packs: new Map(shippedPacks().map((pack) => [pack.id, pack])) });
  const { items } = value(await api.call('piece.list', { filter: { query: title }, limit: 1, offset: 0 }));
  const opened = value(await api.call('piece.open', { id: items[0]?.id ?? '' }));
  const session = openSession(studio, opened, timers);
  atEnd(() => void session.close());
  const editor = new Editor({
    element: document.body.appendChild(document.createElement('div')),
    extensions: editorExtensions(),
    content: contentOf(opened.doc as Doc),
    injectCSS: false,
    onUpdate: () => session.bodyChanged(),
  });
  atEnd(() => editor.destroy());
  session.attach(editor);
  return { api, studio, session, editor };
}

/** A desk with words of its own, over a text that somebody else wrote meanwhile. */
async function writtenAtBothEnds(): Promise<Desk> {
  const desk = await aDesk();
  const now = value(await desk.api.call('piece.open', { id: desk.session.pieceId }));
  type(desk.editor, '我的一段');
  const theirs: Doc = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: '那边的一段' }] }],
  };
  value(
    await desk.api.call('piece.write', {
      id: desk.session.pieceId,
      doc: theirs,
      base: now.version,
      session: 'other',
    }),
  );
  await until(() => desk.session.getState().save.kind === 'stale');
  return desk;
}

describe('findings and their fixes', () => {
  it('are gone through one by one, version by version and round again', () => {
    const finding = { code: 'avoid_word', severity: 'warning', field: 'body', params: {} };
    const outcomes = { a: { findings: [finding, finding] }, b: { findings: [] }, c: { findings: [finding] } } as never;
    const walk = [nextFinding(outcomes, null)];
    for (let step = 0; step < 3; step += 1) walk.push(nextFinding(outcomes, walk.at(-1) ?? null));
    expect(walk).toEqual([
      { key: 'a', index: 0 },
      { key: 'a', index: 1 },
      { key: 'c', index: 0 },
      { key: 'a', index: 0 },
    ]);
    expect(nextFinding({}, null)).toBeNull();
  });

  it('are mended by one key, said aloud, and undone in one step', async () => {
    const { api, studio, session, editor } = await aDesk();
    editor.commands.setContent({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: '这是最舒适的机位，今晚见。' }] }],
    });
    const findingOf = () =>
      Object.entries(session.getState().outcomes).flatMap(([key, outcome]) => {
        const index = shownFindings(outcome.findings).findIndex(
          ({ code, field, params }) => code === 'ad_law_term' && field === 'body' && params.word === '最舒适',
        );
        return index === -1 || outcome.adapted.extra.html !== undefined ? [] : [{ key, index }];
      })[0];
    await expect.poll(findingOf, { timeout: 10_000 }).toBeDefined();
    const at = findingOf();
    const key = at?.key ?? '';
    await mendAt(studio, session, at ?? null);
    await expect.poll(() => session.getState().outcomes[key]?.adapted.body).toContain('这是很舒适的机位');
    expect(studio.getState().announcement.text).toBe('已修好：改成「很舒适」');
    value(await api.call('history.undo', {}));
    await session.reload();
    await expect.poll(() => session.getState().outcomes[key]?.adapted.body).toContain('这是最舒适的机位');
  });
});

const type = (editor: Editor, text: string) =>
  editor.chain().insertContentAt(editor.state.doc.content.size, `<p>${text}</p>`).run();
const stored = async ({ api, session }: Desk): Promise<string> =>
  docText(value(await api.call('piece.open', { id: session.pieceId })).doc as Doc);
const until = async (check: () => boolean | Promise<boolean>): Promise<void> => {
  const end = Date.now() + 8_000;
  while (!(await check())) {
    if (Date.now() > end) throw new Error('It did not happen within eight seconds.');
    await new Promise((next) => setTimeout(next, 20));
  }
};

describe('a piece on the desk', () => {
  it('is durable soon after the last key, without being asked', async () => {
    const desk = await aDesk();
    type(desk.editor, '新写的一段');
    await until(async () => (await stored(desk)).includes('新写的一段'));
    expect(desk.session.getState().save.kind).toBe('clean');
  });

  it('draws nothing on the task of a key, and says right after it that something waits', async () => {
    const desk = await aDesk();
    await until(() => desk.session.getState().bodyTurn > 0 && !desk.session.getState().working);
    const told: string[] = [];
    desk.session.subscribe(({ save }) => told.push(save.kind));
    type(desk.editor, '一个字');
    expect(told).toEqual([]);
    await until(() => told[0] === 'waiting');
    await until(() => told.includes('clean'));
    expect(await stored(desk)).toContain('一个字');
  });

  it('knows a picture of the library as soon as the text that shows it is saved', async () => {
    const desk = await aDesk();
    const [asset] = value(
      await desk.api.call('asset.list', { filter: assetFilter.parse({ use: 'unused' }), limit: 1, offset: 0 }),
    ).items;
    const file =
      asset === undefined
        ? value(await desk.api.call('asset.keep_bytes', { name: '点.png', bytes: new Uint8Array(png) }))
        : null;
    const src = file === null ? asset?.id : value(await desk.api.call('asset.take', { files: [file] })).ids[0];
    desk.editor.commands.insertContentAt(desk.editor.state.doc.content.size, { type: 'image', attrs: { src } });
    await until(() => desk.session.getState().opened.assets.some(({ id }) => id === src));
    const lost = () =>
      Object.values(desk.session.getState().outcomes).flatMap(({ adapted }) =>
        adapted.findings.filter(({ code }) => code === 'image_missing'),
      );
    await until(() => !desk.session.getState().working && lost().length === 0);
  });

  it('shows at least eight versions, each counted in its own unit', async () => {
    const desk = await aDesk();
    await until(() => Object.keys(desk.session.getState().outcomes).length >= 8);
    const outcomes = Object.values(desk.session.getState().outcomes);
    expect(outcomes.every(({ adapted }) => adapted.counts.length > 0)).toBe(true);
    expect(new Set(outcomes.flatMap(({ adapted }) => adapted.counts.map(({ unit }) => unit))).size).toBeGreaterThan(2);
  });

  it('follows an undo made outside of it', async () => {
    const desk = await aDesk();
    type(desk.editor, '会被撤销的一段');
    await desk.session.flush();
    expect(await stored(desk)).toContain('会被撤销的一段');
    value(await desk.api.call('history.undo', {}));
    await until(() => !desk.editor.getText().includes('会被撤销的一段'));
    expect(desk.session.getState().save.kind).toBe('clean');
  });

  it('keeps both texts when someone else wrote meanwhile, and goes on with the one that is chosen', async () => {
    const desk = await writtenAtBothEnds();
    expect(await stored(desk)).toBe('那边的一段');
    expect(desk.editor.getText()).toContain('我的一段');
    await desk.session.keepMine();
    await until(() => desk.session.getState().save.kind === 'clean');
    expect(await stored(desk)).toContain('我的一段');
  });

  it('takes the other text when that is chosen, and hands over the own one', async () => {
    const desk = await writtenAtBothEnds();
    expect(await desk.session.takeTheirs()).toContain('我的一段');
    expect(desk.editor.getText()).toBe('那边的一段');
    expect(desk.session.getState().save.kind).toBe('clean');
  });

  it('saves a field of the brief under its own register and adapts again with it', async () => {
    const desk = await aDesk();
    desk.session.setField('brief.outcome', '她把相册印了第二版');
    expect(desk.session.getState().piece.brief.outcome).toBe('她把相册印了第二版');
    await desk.session.flush();
    const { piece } = value(await desk.api.call('piece.open', { id: desk.session.pieceId }));
    expect(piece.brief.outcome).toBe('她把相册印了第二版');
  });

  it('remembers a wording by hand, falls behind when the source moves on, and gives it back', async () => {
    const desk = await aDesk();
    const key = () => Object.keys(desk.session.getState().outcomes).find((one) => one.startsWith('xiaohongshu/')) ?? '';
    await until(() => key() !== '');
    const target = () => desk.session.getState().outcomes[key()];
    const task = { format: 'xiaohongshu/note_image', accountId: target()?.task.accountId ?? null };
    await desk.session.override(task, 'title', '凌晨三点半的面包');
    await until(() => target()?.adapted.title === '凌晨三点半的面包');
    expect(target()).toMatchObject({ edited: ['title'], behind: false });
    type(desk.editor, '后来又加的一段');
    await until(() => target()?.behind === true);
    await desk.session.override(task, 'title', null);
    await until(() => target()?.edited.length === 0);
    expect(target()?.behind).toBe(false);
  });

  it('saves what is unsaved when it is closed', async () => {
    const desk = await aDesk();
    type(desk.editor, '关之前的一段');
    desk.session.setField('title', '换了标题');
    await desk.session.close();
    expect(await stored(desk)).toContain('关之前的一段');
    expect(value(await desk.api.call('piece.open', { id: desk.session.pieceId })).piece.title).toBe('换了标题');
  });
});

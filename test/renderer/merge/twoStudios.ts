import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOp } from '../../../src/core/plan/ops';
import { writePlan } from '../../../src/main/store/files/planFiles';
import { bridge, type TestBridge, TODAY, value } from '../../helpers/bridge';

const NOON = Date.parse('2026-10-09T12:00:00+08:00');

const titles = ['末班渡船上的灯', '灯下的人', ...Array.from({ length: 10 }, (_, at) => `夜航第 ${at + 1} 夜`)];

/** The same plan at two desks: real stores, and files between them. The clock is theirs in common. */
export async function twoStudios() {
  const clock = { now: NOON };
  const now = () => clock.now;
  const mine = await bridge({ now });
  const ops = titles.map((title, at) => createOp('piece', `p_${at}`, { title, createdOn: TODAY }));
  value(await mine.call('change.make', { label: { code: 'import', params: {} }, ops }));
  const theirs = await bridge({ seed: { kind: 'plan', path: mail(mine) }, now });
  return { mine, theirs, wait: (millis: number) => (clock.now += millis) };
}

/** Writes the plan of a desk as a file, as it is mailed; answers its path. */
export function mail({ store, folder }: TestBridge, name = '秋季上新-许知微.juzhen'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'juzhen-mail-')), name);
  writeFileSync(path, writePlan(store.context.db, folder));
  return path;
}

type PieceField = 'title' | 'product' | 'notes';
export async function setPiece(desk: TestBridge, id: string, register: PieceField, to: string): Promise<void> {
  const ops = [{ kind: 'set' as const, type: 'piece' as const, id, register, value: to }];
  value(await desk.call('change.make', { label: { code: 'piece_edit', params: { title: to } }, ops }));
}

export async function pieces(desk: TestBridge) {
  return value(await desk.call('piece.list', { filter: {}, limit: 50, offset: 0 })).items;
}

/** Writes a text, its paragraphs under ids of their own. */
export async function writeText(desk: TestBridge, id: string, lines: readonly string[]): Promise<void> {
  const content = lines.map((text, at) => ({
    type: 'paragraph' as const,
    attrs: { id: `b${at}` },
    content: [{ type: 'text' as const, text }],
  }));
  const base = value(await desk.call('piece.open', { id })).version;
  value(await desk.call('piece.write', { id, doc: { type: 'doc', content }, base, session: `s${lines.length}` }));
}

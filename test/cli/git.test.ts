import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Doc } from '../../src/core/model/doc';
import { makeStamp, type NodeId } from '../../src/core/model/stamp';
import type { PlanContent } from '../../src/core/plan/file/content';
import { readPlanFile } from '../../src/core/plan/file/read';
import { planJson } from '../../src/core/plan/file/write';
import { encodeFolder } from '../../src/core/plan/folder/write';
import { mergePlans } from '../../src/core/plan/merge';
import { settleBody } from '../../src/core/plan/merging/settle';
import { applyOp, createOp, type Op } from '../../src/core/plan/ops';
import type { RecordState } from '../../src/core/plan/state';
import { aFolder, runIn } from './runIn';

/** The merge driver as docs/git.md says to set it up, in real repositories, with the command as it is built. */

const root = resolve(import.meta.dirname, '../..');
const cli = join(root, 'out/cli/juzhen.js');
const run = promisify(execFile);
beforeAll(async () => {
  // Builds the command when it is stale.
  await run(process.execPath, [join(root, 'scripts/juzhen.mjs'), '--help']);
}, 120_000);

const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', LC_ALL: 'C' };

type Ran = { readonly code: number; readonly out: string };
async function git(cwd: string, ...args: readonly string[]): Promise<Ran> {
  try {
    const { stdout } = await run('git', [...args], { cwd, env });
    return { code: 0, out: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout + stderr };
  }
}

const block = (id: string, text: string) => ({
  type: 'paragraph' as const,
  attrs: { id },
  content: [{ type: 'text' as const, text }],
});
const docOf = (...texts: readonly string[]): Doc => ({
  type: 'doc',
  content: texts.map((text, index) => block(`b${index + 1}`, text)),
});
const stamp = (node: string, millis: number) =>
  makeStamp({ millis: 1_790_000_000_000 + millis, counter: 0, node: node.repeat(16) as NodeId });
const edited = (
  states: readonly RecordState[],
  node: string,
  from: number,
  ops: readonly Op[],
): readonly RecordState[] => {
  const byId = new Map(states.map((state) => [state.id, state]));
  for (const [index, op] of ops.entries()) {
    const after = applyOp(byId.get(op.id) ?? null, op, stamp(node, from + index))?.state;
    if (after !== undefined) byId.set(op.id, after);
  }
  return [...byId.values()];
};

const piece = { type: 'piece', id: 'P1' } as const;
const base = edited([], 'a', 0, [
  createOp('piece', 'P1', { title: '夜里的桥', tags: ['夜景'] }, docOf('一', '二', '三')),
  createOp('piece', 'P2', { title: '早市' }, docOf('甲', '乙')),
  createOp('account', 'a1', { name: '主号' }),
]);
const mine = edited(base, 'b', 100, [
  { kind: 'set', ...piece, register: 'title', value: '夜里十一点的桥' },
  { kind: 'write', ...piece, doc: docOf('一，改过', '二', '三') },
  { kind: 'add', ...piece, set: 'tags', element: '桥' },
  createOp('piece', 'P3', { title: '新的一篇' }, docOf('新')),
]);
const theirs = edited(base, 'c', 50, [
  { kind: 'set', ...piece, register: 'title', value: '桥上的灯' },
  { kind: 'write', ...piece, doc: docOf('一', '二', '三，也改过') },
  { kind: 'remove', ...piece, set: 'tags', element: '夜景' },
  createOp('placement', 'l1', { pieceId: 'P1' }),
]);
const content = (states: readonly RecordState[]): PlanContent => ({ workspaceId: 'w1', states, assets: new Map() });

function write(folder: string, states: readonly RecordState[]): void {
  for (const { path, bytes } of encodeFolder(content(states))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

/** A repository with a plan, and two branches that went apart. */
async function repository(ours: readonly RecordState[], others: readonly RecordState[]): Promise<string> {
  const repo = aFolder();
  const commit = async (states: readonly RecordState[], message: string) => {
    write(join(repo, '计划'), states);
    await git(repo, 'add', '-A');
    await git(repo, 'commit', '-qm', message);
  };
  await git(repo, 'init', '-q', '-b', 'main');
  await git(repo, 'config', 'user.name', 'Ting');
  await git(repo, 'config', 'user.email', 'ting@example.org');
  await git(repo, 'config', 'merge.juzhen.name', 'Juzhen');
  const driver = `'${process.execPath}' '${cli}' merge %A %B --base %O -o %A --path %P --quiet`;
  await git(repo, 'config', 'merge.juzhen.driver', driver);
  await commit(base, 'base');
  await git(repo, 'checkout', '-qb', 'theirs');
  await commit(others, 'theirs');
  await git(repo, 'checkout', '-q', 'main');
  await commit(ours, 'mine');
  return repo;
}

/** What the folder says, as the one text by which plans are compared. */
async function planIn(repo: string): Promise<string> {
  rmSync(join(repo, 'x.juzhen'), { force: true });
  const { code, err } = await runIn(repo, ['pack', '计划', 'x.juzhen']);
  if (code !== 0) throw new Error(err);
  const read = readPlanFile(readFileSync(join(repo, 'x.juzhen')), 'x');
  if (!read.ok) throw new Error(read.error.code);
  return planJson(read.value);
}

const law = (a: readonly RecordState[], b: readonly RecordState[]): string => {
  const kept = (id: string) => Object.values(base.find((state) => state.id === id)?.versions ?? {});
  return planJson(content(mergePlans(a, b).map((state) => settleBody(state, kept(state.id)))));
};

describe('git with the merge driver', { timeout: 60_000 }, () => {
  test('merges two branches by the law, to the same files whichever is merged into which', async () => {
    const [there, back] = [await repository(mine, theirs), await repository(theirs, mine)];
    for (const repo of [there, back]) {
      const { code, out } = await git(repo, 'merge', '-q', '--no-edit', 'theirs');
      expect(code).toBe(0);
      expect(out).not.toContain('CONFLICT');
      expect((await git(repo, 'status', '--porcelain')).out).toBe('');
      expect(await planIn(repo)).toBe(law(mine, theirs));
    }
    const tree = async (repo: string) => (await git(repo, 'rev-parse', 'HEAD^{tree}')).out;
    expect(await tree(there)).toBe(await tree(back));
    const merged = readFileSync(join(there, '计划/records/piece/~p1.json'), 'utf8');
    for (const text of ['夜里十一点的桥', '一，改过', '三，也改过', '桥']) expect(merged).toContain(text);
  });

  test('stops at a text that both changed, with both of them in a whole file, and goes on when it is added', async () => {
    const clash = edited(base, 'c', 50, [{ kind: 'write', ...piece, doc: docOf('一，别的改法', '二', '三') }]);
    const repo = await repository(mine, clash);
    const { code, out } = await git(repo, 'merge', '--no-edit', 'theirs');
    expect(code).toBe(1);
    expect(out).toContain('CONFLICT');
    expect((await git(repo, 'diff', '--name-only', '--diff-filter=U')).out.trim().split('\n')).toHaveLength(1);
    expect(await planIn(repo)).toBe(law(mine, clash));
    const validated = await runIn(repo, ['validate', '计划', '--lang', 'en']);
    expect(validated.code).toBe(1);
    expect(validated.out).toContain('wait for a choice: 1');
    rmSync(join(repo, 'x.juzhen'));
    await git(repo, 'add', '-A');
    expect((await git(repo, 'commit', '-q', '--no-edit')).code).toBe(0);
  });

  test('merges packed files too', async () => {
    const repo = await repository(base, base);
    writeFileSync(join(repo, '.gitattributes'), '*.juzhen -text merge=juzhen\n');
    const branch = async (states: readonly RecordState[], message: string) => {
      write(join(repo, 'scratch'), states);
      await runIn(repo, ['pack', 'scratch', '计划.juzhen', '--force']);
      await git(repo, 'add', '.gitattributes', '计划.juzhen');
      await git(repo, 'commit', '-qm', message);
    };
    await branch(base, 'base packed');
    await git(repo, 'checkout', '-qb', 'other');
    await branch(theirs, 'theirs packed');
    await git(repo, 'checkout', '-q', 'main');
    rmSync(join(repo, 'scratch'), { recursive: true });
    await branch(mine, 'mine packed');
    const { code } = await git(repo, 'merge', '-q', '--no-edit', 'other');
    expect(code).toBe(0);
    const read = readPlanFile(readFileSync(join(repo, '计划.juzhen')), 'x');
    expect(read.ok && planJson(read.value)).toBe(law(mine, theirs));
  });
});

import { mkdtempSync, realpathSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../src/core/result';
import { createTokens } from '../../src/main/tokens';

const home = realpathSync(mkdtempSync(join(tmpdir(), 'juzhen-tokens-')));
const plan = join(home, 'autumn.juzhen');
writeFileSync(plan, '{}');

describe('tokens of chosen paths', () => {
  test('say the name of what was chosen and lead back to it', () => {
    const tokens = createTokens();
    const chosen = tokens.give('plan', plan);
    expect(chosen).toEqual({ token: expect.stringMatching(/^[0-9a-f]{32}$/), name: 'autumn.juzhen', count: 1 });
    expect(tokens.take(['plan'], chosen.token)).toBe(plan);
    const several = tokens.give('plan', [plan, plan]);
    expect(several).toMatchObject({ name: 'autumn.juzhen', count: 2 });
    expect(tokens.takeAll(['plan'], several.token)).toEqual([plan, plan]);
  });

  test('are refused for another purpose, when invented, and in another session', () => {
    const tokens = createTokens();
    const { token } = tokens.give('plan', plan);
    expect(() => tokens.take(['image', 'folder'], token)).toThrow(Refusal);
    expect(() => tokens.take(['plan'], 'f'.repeat(32))).toThrow(Refusal);
    expect(() => createTokens().take(['plan'], token)).toThrow(Refusal);
  });

  test('hold the place itself: a link swapped after the choice leads nowhere else', () => {
    const tokens = createTokens();
    const link = join(home, 'link.juzhen');
    symlinkSync(plan, link);
    const { token } = tokens.give('plan', link);
    unlinkSync(link);
    symlinkSync('/etc/passwd', link);
    expect(tokens.take(['plan'], token)).toBe(plan);
  });

  test('of a file yet to be written hold its folder', () => {
    const tokens = createTokens();
    const folderLink = join(home, 'folder-link');
    symlinkSync(home, folderLink);
    const { token } = tokens.give('plan_target', join(folderLink, 'new.juzhen'));
    expect(tokens.take(['plan_target'], token)).toBe(join(home, 'new.juzhen'));
  });

  test('are forgotten, oldest first, when there are very many', () => {
    const tokens = createTokens();
    const first = tokens.give('plan', plan);
    const rest = Array.from({ length: 1_000 }, () => tokens.give('plan', plan));
    expect(() => tokens.take(['plan'], first.token)).toThrow(Refusal);
    expect(tokens.take(['plan'], rest[0]?.token ?? '')).toBe(plan);
  });
});

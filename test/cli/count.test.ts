import { describe, expect, test } from 'vitest';
import { ruleIds } from '../../src/core/platforms/counters';
import { aFolder, runIn } from './runIn';

const here = aFolder();
const count = async (rule: string, items: unknown) => {
  const { code, out, err } = await runIn(here, ['count', '--rule', rule, '--json'], JSON.stringify(items));
  return code === 0 ? (JSON.parse(out) as unknown) : [code, err];
};

describe('juzhen count', () => {
  test('answers an array of texts with an array of numbers, by every rule', async () => {
    expect(await count('twitter_v3', ['Hi http://test.co', '你好', ''])).toEqual([26, 4, 0]);
    expect(await count('weibo_half', ['你好ab'])).toEqual([3]);
    expect(await count('utf8_bytes', ['灯'])).toEqual([3]);
    expect(await count('youtube_tags', [['a', 'b c']])).toEqual([7]);
    for (const rule of ruleIds) expect(await count(rule, rule === 'youtube_tags' ? [['x']] : ['x'])).toHaveLength(1);
    expect(await count('graphemes', [])).toEqual([]);
  });

  test('reads lines without --json', async () => {
    expect((await runIn(here, ['count', '--rule', 'code_points'], '你好\nabc\n')).out).toBe('2\n3\n');
    expect((await runIn(here, ['count', '--rule', 'youtube_tags'], 'a,b c\n')).out).toBe('7\n');
  });

  test.each([
    [['count'], '[]', '缺少 --rule', 2],
    [['count', '--rule', 'words'], '[]', '没有「words」这条计数规则', 2],
    [['count', '--rule', 'code_points', '--json'], '{', '标准输入不是 JSON 数组', 4],
    [['count', '--rule', 'code_points', '--json'], '{}', '标准输入不是 JSON 数组', 4],
    [['count', '--rule', 'code_points', '--json'], '["a", 3]', '第 2 项不是 文字', 4],
    [['count', '--rule', 'youtube_tags', '--json'], '["a"]', '第 1 项不是 标签数组', 4],
  ])('stops on %j with %j', async (argv, stdin, sentence, expected) => {
    const { code, out, err } = await runIn(here, argv, stdin);
    expect([code, out]).toEqual([expected, '']);
    expect(err).toContain(sentence);
  });
});

import { describe, expect, test } from 'vitest';
import { traceReasons } from '../../../src/core/adapt/reasons';
import { stepIds } from '../../../src/core/adapt/types';
import { problemCodes, warningCodes } from '../../../src/core/markdown/problems';
import { langs } from '../../../src/core/model/records';
import { sayTrace, stepWords } from '../../../src/core/words/adapt';
import { sayProblem, sayWarning } from '../../../src/core/words/markdown';
import { say } from '../../../src/core/words/say';

describe('The words of adaptation', () => {
  test('say every step and every reason in both languages', () => {
    for (const lang of langs) {
      for (const step of stepIds) expect(say(stepWords, lang, step)).not.toBe('');
      for (const reason of traceReasons) {
        const line = sayTrace(lang, {
          step: 'fit',
          action: 'removed',
          reason,
          before: '一句。\n两行',
          after: '',
          block: 0,
        });
        expect(line).toMatch(
          lang === 'zh' ? /^篇幅 · 去掉：一句。 ⏎ 两行（.+）$/ : /^Length · removed: 一句。 ⏎ 两行 \(.+\)$/,
        );
      }
    }
  });
  test('say every problem and warning of a Markdown file', () => {
    for (const lang of langs) {
      for (const problem of problemCodes)
        expect(sayProblem(lang, { params: { problem, key: 'kind', value: 'x' } })).not.toMatch(/[{}]/);
      for (const code of warningCodes) expect(sayWarning(lang, { code, name: 'x' })).not.toMatch(/[{}]/);
    }
  });
});

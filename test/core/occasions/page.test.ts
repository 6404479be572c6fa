import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type DayRule, festivalIds, festivals } from '../../../src/core/occasions/festivals';
import { festivalWords } from '../../../src/core/words/festivals';
import { say } from '../../../src/core/words/say';

const two = (value: number): string => String(value).padStart(2, '0');
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function ruleText(rule: DayRule): string {
  switch (rule.kind) {
    case 'solar':
      return `${two(rule.month)}-${two(rule.day)}`;
    case 'lunar':
      return `lunar ${rule.month}/${rule.day}`;
    case 'lunar_eve':
      return 'last day of the lunar year';
    case 'term':
      return `term ${say(festivalWords, 'zh', `term.${rule.term}`)}`;
    case 'nth':
      return `${weekdays[rule.weekday - 1]} ${rule.nth} of month ${rule.month}${rule.plus === 0 ? '' : ` + ${rule.plus}`}`;
    case 'easter':
      return rule.plus === 0 ? 'Easter' : `Easter − ${-rule.plus}`;
  }
}

const rows = festivalIds.map((id) => {
  const { layer, on, until, sure, source, since } = festivals[id];
  const name = `${say(festivalWords, 'zh', `festival.${id}`)} · ${say(festivalWords, 'en', `festival.${id}`)}`;
  const span = until === null ? ruleText(on) : `${ruleText(on)} to ${ruleText(until)}`;
  return `| ${name} | ${layer} | ${span} | ${since === 1900 ? '' : since} | ${sure} | ${source} |`;
});
const table = ['| festival | layer | on | since | | source |', '|---|---|---|---|---|---|', ...rows].join('\n');

describe('docs/occasions.md', () => {
  it('lists every festival with its rule and source', () => {
    expect(readFileSync('docs/occasions.md', 'utf8')).toContain(`\n${table}\n`);
  });
});

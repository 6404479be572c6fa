import { expect, it } from 'vitest';
import { findingCodes } from '../../../src/core/check/codes';
import { proposals } from '../../../src/core/check/fixes/proposals';
import { places } from '../../../src/core/check/places';
import { rules } from '../../../src/core/check/rules';
import { findingWords } from '../../../src/core/words/findings';

/** Severities that a rule does not have of its own: raised while adapting, over the whole plan, or by level. */
const others: Readonly<Record<string, string>> = {
  cannot_fit: 'error',
  fact_left_out: 'warning',
  same_text: 'warning',
  ad_law_term: 'error, warning or note, by term',
  lottery_no_deadline: 'error; warning where only the text announces a draw',
  lottery_no_rules: 'error; warning where only the text announces a draw',
};

/** A template as a reader of the table needs it: `{value}` stays, a choice shows its plainest form. */
const shown = (template: string): string =>
  template
    .replace(/\{(source|account|level), select, (?:[^{}]*\{(?:[^{}]|\{\w+\})*\}\s*)*\}/g, '{$1}')
    .replaceAll("{{'{name}'}}", '{{{name}}}')
    .replace(/\{(\w+), select, (?:[^{}]*\{(?:[^{}]|\{\w+\})*\}\s*)*?other \{((?:[^{}]|\{\w+\})*)\}\}/g, '$2')
    .replace(/\{(\w+), plural, (?:=?\w+ \{[^{}]*\} )*other \{([^{}]*)\}\}/g, (_, name, other) =>
      other.replace('#', `{${name}}`),
    )
    .replaceAll("'", '')
    .replaceAll('|', '\\|');

function table(): string {
  const severity = new Map<string, string>(
    rules.map((rule) => [rule.code, rule.severity === 'info' ? 'note' : rule.severity]),
  );
  const rows = findingCodes.map((code) => {
    const says = shown(findingWords.en[`${code}.title`]);
    const remedy = shown(findingWords.en[`${code}.remedy`]);
    const where = places[code].map((place) => `\`${place}\``).join(', ');
    const key = proposals[code] === undefined ? '' : 'yes';
    return `| \`${code}\` | ${others[code] ?? severity.get(code) ?? ''} | ${where} | ${says} | ${remedy} | ${key} |`;
  });
  return [...rows].join('\n');
}

const page = (): string => `# Rules

Everything the studio may say about a version of a piece, on every screen and on the command line in the same words. This
page is written by \`test/core/check/rules-doc.test.ts\` from the code; run that test with \`-u\` after adding a rule.

- **Severity**: an *error* must be fixed, a *warning* should be, a *note* is good to know. Only \`cannot_fit\` keeps a version
  from being exported; everything else is written, with the finding in its checklist.
- **Where**: the field the finding stands in. \`text\` is any wording readers see; \`body\` also means a post of a thread.
- **One key**: a safe fix may exist (Shift+F8 in the editor and the review, a button there and in the inspector). It is tried before it is
  offered: its finding goes and no error comes. A formatted article is never written over as plain text.

| Code | Severity | Where | Says | Remedy | One key |
| --- | --- | --- | --- | --- | --- |
${table()}

## Where the figures come from

Limits, ratios, words of disclosure and what a platform punishes are the rule packs' (\`resources/platforms\`, editable in
Settings), each with source and day. Terms of Chinese advertising law stand in \`resources/ad-law.json\`, the words by which a
text says itself that it was paid for in \`resources/ad-signs.json\`, both with their sources. 第一 is a claim only where it
ranks: before a measure word (第一盏灯) or opening a list (“第一，…”) it counts.

## The same paragraph on several accounts

Paragraphs of at least 24 Chinese characters (or 48 letters) are compared by sketches of their runs of five letters, without
signs, tags and addresses. It is said where about three quarters of the runs are the same, on two accounts of one platform, at
most 30 days apart. The index covers all placements of the plan and follows every edit in quiet moments.
`;

it('docs/rules.md is the table the code has', async () => {
  for (const code of findingCodes) expect(others[code] ?? rules.find((rule) => rule.code === code), code).toBeDefined();
  await expect(page()).toMatchFileSnapshot('../../../docs/rules.md');
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { adapt } from '../../../src/core/adapt/adapt';
import type { Variant } from '../../../src/core/adapt/types';
import { readMarkdown, toSource } from '../../../src/core/markdown/readMarkdown';
import { sayTrace } from '../../../src/core/words/adapt';
import { extraWords, sayExtra } from '../../../src/core/words/extras';
import { say } from '../../../src/core/words/say';
import { sayWeight } from '../../../src/core/words/weights';
import { allFormats } from './anySource';

const fixtures = join(import.meta.dirname, '../../fixtures');

/** What the family makes besides the text; subtitles only repeat the script. */
const beside = ['topics', 'fold', 'timing', 'script', 'chapters', 'runOfShow', 'sending'] as const;
const madeBeside = (extra: Variant['extra']): readonly string[] =>
  beside.flatMap((name) => {
    const text = sayExtra('zh', name, extra);
    return text === '' ? [] : [`【${say(extraWords, 'zh', name)}】`, text, ''];
  });

/** A variant as an editor reviews it; findings have tests of their own. */
function readable(ref: string, { title, body, parts, tags, counts, extra, trace }: Variant): string {
  const posts = parts.length > 1 ? parts.map((part, index) => `[${index + 1}]\n${part}`).join('\n\n') : body;
  const lines = [
    `# ${ref}`,
    counts.map(({ field, unit, value, limit }) => `${field} ${value}/${limit ?? '–'} ${unit}`).join(' · '),
    ...(title === null ? [] : [`title: ${title}`]),
    ...(tags.length === 0 ? [] : [`tags: ${tags.join(', ')}`]),
    ...Object.entries({
      digest: extra.digest,
      cover: extra.cover,
      sourceUrl: extra.sourceUrl,
      firstComment: extra.firstComment,
    }).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`])),
    '',
    posts,
    '',
    ...madeBeside(extra),
    ...trace.flatMap((entry) => [
      `- ${sayTrace('zh', entry)}`,
      ...[sayWeight('zh', entry)].filter(Boolean).map((line) => `  ${line}`),
    ]),
  ];
  return lines.join('\n');
}

test.each([
  ['cli/lottery.md', 'adapt/lottery.variants.md'],
  ['adapt/long-read.md', 'adapt/long-read.variants.md'],
])('The variants of %s are those an editor reviewed', async (source, golden) => {
  const read = readMarkdown(readFileSync(join(fixtures, source), 'utf8'), source);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const given = toSource(read.value.piece, []);
  const text = allFormats.map((format) => readable(format.ref, adapt({ source: given, format }))).join('\n\n');
  await expect(`${text}\n`).toMatchFileSnapshot(join(fixtures, golden));
});

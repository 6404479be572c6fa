import { describe, expect, it } from 'vitest';
import { docSchema } from '../../../src/core/model/doc';
import { buildSample } from '../../../src/core/sample/build';
import { sampleFiles } from '../../../src/core/sample/files';
import { wallDate } from '../../../src/core/time/wall';

describe('parsing a body', () => {
  it('adds nothing and leaves nothing out: every body of the sample stays the same data', () => {
    const { records } = buildSample({ today: wallDate('2026-10-14'), edition: 'zh', files: sampleFiles });
    const docs = records.flatMap(({ doc }) => (doc === undefined ? [] : [doc]));
    expect(docs.length).toBeGreaterThan(20);
    for (const doc of docs) expect(docSchema.parse(doc)).toEqual(doc);
  });

  it('refuses a node it does not know, naming where it is', () => {
    const parsed = docSchema.safeParse({ type: 'doc', content: [{ type: 'paragraph' }, { type: 'poll', attrs: {} }] });
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues[0]?.path.slice(0, 2)).toEqual(['content', 1]);
  });

  it('refuses text with lone surrogates, which the database would change silently', () => {
    const doc = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '夜\ud83d' }] }] };
    expect(docSchema.safeParse(doc).success).toBe(false);
  });
});

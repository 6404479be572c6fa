import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { adapt } from '../../../src/core/adapt/adapt';
import { readMarkdown, toSource } from '../../../src/core/markdown/readMarkdown';
import { formatsOf } from '../../../src/core/platforms/registry';
import { shippedPacks } from '../../../src/core/platforms/shipped';
test('try', () => {
  for (const f of (process.env.F ?? 'open-challenge.zh').split(',')) {
  const r = readMarkdown(readFileSync(`resources/sample/pieces/${f}.md`, 'utf8'), f);
  if (!r.ok) throw new Error(JSON.stringify(r.error));
  console.log(JSON.stringify(r.value.warnings));
  const images = r.value.piece.images.map((src) => ({ src, name: src, alt: '', mime: 'image/jpeg', width: 1, height: 1, bytes: 1 }));
  for (const format of formatsOf(shippedPacks())) {
    if (process.env.O && !process.env.O.split(',').includes(format.ref)) continue;
    const v = adapt({ source: toSource(r.value.piece, images), format });
    console.log('=====', format.ref, '\n', JSON.stringify({ title: v.title, tags: v.tags, counts: v.counts.map((c) => `${c.field} ${c.value}/${c.limit} ${c.unit}`), findings: v.findings, parts: v.parts.length > 1 ? v.parts : undefined, extra: v.extra }, null, 1), '\n-----\n', v.body, '\n-----\n', v.trace.map((t) => `${t.step} ${t.action} ${t.reason} [${t.before.slice(0, 60)}] → [${t.after.slice(0, 60)}] ${t.weight ?? ''}`).join('\n'));
  }}
});

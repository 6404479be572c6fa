import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bridge, type TestBridge, TODAY, value } from '../helpers/bridge';

let api: TestBridge;
beforeAll(async () => {
  api = await bridge({ seed: { kind: 'sample', edition: 'zh', today: TODAY } });
});
afterAll(() => api.close());

it('a piece leaves as a Word file with its pictures in a kind Word shows, no larger than a page needs', async () => {
  const { items } = value(await api.call('piece.list', { filter: {}, limit: 100, offset: 0 }));
  const out = mkdtempSync(join(tmpdir(), 'juzhen-docx-'));
  try {
    const ids = items.slice(2, 4).map(({ id }) => id);
    const choice = { kinds: ['docx' as const], pieces: { kind: 'ids' as const, ids } };
    const written = value(await api.call('export.write', { choice, token: api.choose(out) }));
    expect(written.files).toBe(2);
    const files = readdirSync(written.folder).map((name) => readFileSync(join(written.folder, name)));
    const parts = files.flatMap((bytes) => Object.entries(unzipSync(bytes)));
    const pictures = parts.filter(([path]) => path.startsWith('word/media/'));
    expect(pictures.length).toBeGreaterThan(0);
    for (const [path, bytes] of pictures) {
      expect(path).toMatch(/\.(?:png|jpg)$/);
      expect(Buffer.from(bytes.subarray(0, 3)).toString('hex')).toMatch(/^(?:ffd8ff|89504e)/);
    }
    for (const bytes of files) {
      const { value: html, messages } = await mammoth.convertToHtml({ buffer: bytes });
      expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
      expect(items.slice(2, 4).some(({ title }) => html.includes(title))).toBe(true);
    }
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
});

it('a PDF that cannot be printed refuses the whole export and leaves nothing behind', async () => {
  const out = mkdtempSync(join(tmpdir(), 'juzhen-print-'));
  try {
    const choice = { kinds: ['html' as const, 'pdf' as const] };
    const answer = await api.call('export.write', { choice, token: api.choose(out) });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'print_stopped', params: { file: 'schedule.pdf' } } });
    expect(readdirSync(out)).toEqual([]);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
});

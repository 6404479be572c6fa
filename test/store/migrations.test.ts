import { expect, it } from 'vitest';
import { openDatabase } from '../../src/main/store/database';
import { ensureCards } from '../../src/main/store/derived';
import { refreshSearch } from '../../src/main/store/indexing';
import { LATEST, migrate, versionOf } from '../../src/main/store/migrations';

const binding = process.env.JUZHEN_SQLITE_BINDING ?? null;
const stamp = '0192f3a1b2c4-0003-9f8e7d6c5b4a3210';

it('brings the pieces of the first schema into the library, with their tags, texts and place in the trash', async () => {
  const db = openDatabase(':memory:', { binding });
  migrate(db, 10);
  const insert = db.prepare(
    `INSERT INTO piece (id, registers, stamps, sets, heads, alive, touched, deleted) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const tags = JSON.stringify({
    tags: { 夜: { adds: [stamp], removes: [] }, 旧: { adds: [stamp], removes: [stamp] } },
  });
  insert.run(
    'a',
    '{"title":"夜拍","kind":"story","state":"ready"}',
    '{}',
    tags,
    JSON.stringify([stamp]),
    1,
    stamp,
    null,
  );
  insert.run('b', '{"title":"扔了","trashed":true}', JSON.stringify({ trashed: stamp }), '{}', '[]', 1, stamp, null);
  insert.run('c', '{"title":"没了"}', '{}', '{}', '[]', 0, stamp, JSON.stringify({ at: stamp, seen: [stamp] }));
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '凌晨的江边' }] }] };
  db.prepare("INSERT INTO body_version (owner, id, replaces, doc, readable) VALUES ('a', ?, '[]', ?, 1)").run(
    stamp,
    JSON.stringify(body),
  );
  migrate(db);
  ensureCards(db);
  await refreshSearch(db);
  expect(versionOf(db)).toBe(LATEST);
  expect(db.prepare('SELECT id, shelf, title, kind, state, tags, text_due FROM piece_card ORDER BY id').all()).toEqual([
    { id: 'a', shelf: 0, title: '夜拍', kind: 'story', state: 'ready', tags: '["夜"]', text_due: 0 },
    { id: 'b', shelf: 1, title: '扔了', kind: 'scene', state: 'idea', tags: '[]', text_due: 0 },
    { id: 'c', shelf: 2, title: '没了', kind: 'scene', state: 'idea', tags: '[]', text_due: 0 },
  ]);
  expect(db.prepare('SELECT shelf, tag FROM piece_tag').all()).toEqual([{ shelf: 0, tag: '夜' }]);
  const found = db.prepare(
    'SELECT c.id, x.text FROM piece_tokens JOIN piece_card c ON c.n = piece_tokens.rowid JOIN piece_text x ON x.n = c.n WHERE piece_tokens MATCH ?',
  );
  expect(found.all('"江边"')).toEqual([{ id: 'a', text: '夜拍\n凌晨的江边\n夜' }]);
  expect(found.all('"扔了"')).toEqual([]);
  db.close();
});

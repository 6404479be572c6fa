import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { openDatabase } from '../../src/main/store/database';
import { ensureCards } from '../../src/main/store/library/derived';
import { refreshSearch } from '../../src/main/store/library/indexing';
import { LATEST, migrate, migrations, versionOf } from '../../src/main/store/migrations';

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

it('has the pieces somebody was ever asked about looked at once more for the library, and no others', () => {
  const db = openDatabase(':memory:', { binding });
  migrate(db, 200);
  const insert = (type: string, id: string, registers: object) =>
    db
      .prepare(`INSERT INTO ${type} (id, registers, stamps, sets, alive, touched) VALUES (?, ?, '{}', '{}', 1, ?)`)
      .run(id, JSON.stringify(registers), stamp);
  for (const id of ['asked', 'version', 'marked', 'plain'])
    insert('piece', id, id === 'asked' ? { approval: 'requested' } : {});
  insert('variant', 'v', { pieceId: 'version', approval: 'approved' });
  insert('variant', 'w', { pieceId: 'plain', overrides: {} });
  insert('review', 'r', { pieceId: 'marked', comment: '几点？' });
  ensureCards(db);
  db.prepare('UPDATE piece_card SET facts_due = 0').run();
  migrate(db);
  expect(db.prepare('SELECT id, facts_due, review, open_marks FROM piece_card ORDER BY id').all()).toEqual(
    ['asked', 'marked', 'plain', 'version'].map((id) => ({
      id,
      facts_due: id === 'plain' ? 0 : 1,
      review: 'none',
      open_marks: 0,
    })),
  );
  db.close();
});

/** SHA-256 of what each released migration does. A new one adds its line (the failing test prints it); a changed line breaks everybody's database. */
const released = {
  10: '4460bf7890966a599bbd8994d0c5e0bddb09cfd09db5e50c6285320f1946fcdb',
  20: '86d13d69a41340b13891d8467f1d3ad24e82158453472a42ac9a6fd5b85d44c3',
  30: '5d550d55c6489b1e55ae30ab08aef435dba1ecc710cb0f4832ed626e0877c20d',
  40: '97261fbee79c5adb112fd474402af9ed740e51ff27822a10a954463e6627715f',
  60: 'f9b054626353b733b45fade310d508b8b251fc9bfc89309deebfc29aac0c50f7',
  90: 'a530456696ca352bb0f7bd6591d46e0d0a991fb2ce66452944b96ef3eee7378a',
  100: 'd3ed8a9c71ff283665bf246fb9471076833e3884387649c314c2f9b2c7ea6c63',
  110: 'aba489b823de43a3bff494dbba499848dd6492d85597389923618f110a50e335',
  120: 'a7690bb596b6cf0caaf1512254f3b28bb06f873d90c24419133e10bc95994db0',
  200: 'd6757862645a3a7535dac41ca3ec07f4eb587df1c48391058c51305e4847d48a',
  280: '77ed0f4b6d89af2154283e645b1622ca621f8f049b94d442593358f8e191117e',
  290: 'f470aae84152c6fb8268c60078fdb188fcef36dd506014a5eeb33e00c610e1b7',
};

it('does in every released migration to the letter what it always did', () => {
  const digest = (sql: string): string => createHash('sha256').update(sql).digest('hex');
  expect(Object.fromEntries(migrations.map(({ version, up }) => [version, digest(up)]))).toEqual(released);
});

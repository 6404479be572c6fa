import { expect, test } from 'vitest';
import { parseArgs } from '../../src/main/args';

const none = { dataFolder: null, today: null, clock: null, lang: null, theme: null, sampleFirst: false, file: null };

const cases: readonly (readonly [string, readonly string[], Partial<ReturnType<typeof parseArgs>>])[] = [
  ['nothing is asked for', [], {}],
  ['an absolute data folder is taken as it is', ['--data-dir=/tmp/a b'], { dataFolder: '/tmp/a b' }],
  ['a relative data folder starts from the working folder', ['--data-dir=plans'], { dataFolder: '/srv/li/plans' }],
  ['an empty data folder is no data folder', ['--data-dir='], {}],
  ['a real date is taken', ['--today=2026-10-14'], { today: '2026-10-14' as never }],
  ['a date that does not exist is ignored', ['--today=2026-02-30'], {}],
  [
    'a clock brings its day',
    ['--clock=2026-10-09T18:29:55+08:00'],
    { clock: { at: Date.UTC(2026, 9, 9, 10, 29, 55), day: '2026-10-09' as never }, today: '2026-10-09' as never },
  ],
  ['a clock without a zone is ignored', ['--clock=2026-10-09T18:29:55'], {}],
  ['npm start asks for the sample on a machine without a workspace', ['--sample-first'], { sampleFirst: true }],
  ['a known language and theme are taken', ['--lang=en', '--theme=dark'], { lang: 'en', theme: 'dark' }],
  ['unknown values are ignored', ['--lang=fr', '--theme=neon'], {}],
  ['unknown flags and files of other programs are ignored', ['--inspect', 'plan.docx', '--lang', 'en'], {}],
  [
    'a file of the studio is handed over',
    ['.', '--lang=en', '秋季.juzhen'],
    { lang: 'en', file: '/srv/li/秋季.juzhen' },
  ],
  ['whatever the case and kind', ['/mail/A.JUZHEN-Marks'], { file: '/mail/A.JUZHEN-Marks' }],
  ['a flag that ends like a file is a flag', ['--x=/tmp/a.juzhen'], {}],
  ['the last of equals wins', ['--lang=en', '--lang=zh'], { lang: 'zh' }],
  ['a file name that looks like a part of a flag stays a file name', ['/tmp/x--lang=en'], {}],
];

test.each(cases)('%s', (_, argv, expected) => {
  expect(parseArgs(argv, '/srv/li')).toEqual({ ...none, ...expected });
});

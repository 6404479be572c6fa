import { describe, expect, test } from 'vitest';
import { layerFaults, nameFault, placeFaults } from './layers';
import { allSources, filesIn, readText, sourceFile } from './tree';

describe('the direction of imports', () => {
  test('holds in every source file', () => {
    expect(allSources().length).toBeGreaterThan(100);
    expect(allSources().flatMap(layerFaults)).toEqual([]);
  });

  const caught: readonly (readonly [string, string, RegExp])[] = [
    ['src/core/x.ts', "import { readFileSync } from 'node:fs'", /only src\/main, src\/cli and src\/disk run on Node/],
    ['src/core/x.ts', "import { calls } from '../contract/calls'", /studio without a computer/],
    ['src/core/x.ts', "import { app } from 'electron'", /Electron stops at/],
    ['src/core/x.ts', "import React from 'react'", /react lives in src\/renderer/],
    ['src/core/x.ts', "export * from '../main/log'", /studio without a computer/],
    ['src/core/x.ts', "const later = () => import('../main/log')", /studio without a computer/],
    ['src/core/plan/x.ts', "import canonicalize from 'canonicalize'", /lives in src\/core\/plan\/canonical.ts only/],
    ['src/core/x.ts', "import left from 'left-pad'", /no home yet/],
    ['src/contract/x.ts', "import { log } from '../main/log'", /promises values of core/],
    ['src/preload/index.ts', "import { z } from 'zod'", /zod lives in/],
    ['src/preload/index.ts', "import { text } from '../core/model/json'", /names only/],
    ['src/main/x.ts', "import { Page } from '../renderer/features/editor/Page'", /shell and screens share/],
    ['src/main/x.ts', "import { app } from 'electron'", /pass what is needed/],
    ['src/main/x.ts', "import Database from 'better-sqlite3'", /better-sqlite3 lives in src\/main\/store/],
    ['src/main/store/x.ts', "import type { App } from 'electron'", /Electron stops at/],
    ['src/main/store/x.ts', "import { openLog } from '../log'", /the store knows no shell/],
    ['src/disk/x.ts', "import { openLog } from '../main/log'", /neither window nor command line/],
    ['src/cli/x.ts', "import { openLog } from '../main/log'", /core without a window/],
    ['src/renderer/x.ts', "import { openLog } from '../main/log'", /asks the shell by a call/],
    ['src/renderer/features/matrix/x.ts', "import { a } from '../calendar/a'", /move what both need down to core/],
    ['src/renderer/features/matrix/x.ts', "import { App } from '../../app/App'", /the app arranges features/],
    [
      'src/renderer/features/matrix/x.ts',
      "import { Editor } from '@tiptap/core'",
      /@tiptap\/ lives in src\/renderer\/features\/editor/,
    ],
    ['src/renderer/features/matrix/x.ts', "import { R } from '@mantine/tiptap'", /@mantine\/tiptap lives in/],
    [
      'src/renderer/features/library/x.ts',
      "import { C } from '@fullcalendar/react'",
      /lives in src\/renderer\/features\/calendar/,
    ],
    ['src/renderer/state/x.ts', "import { a } from '../features/matrix/a'", /state knows no screen/],
    ['src/renderer/ui/x.tsx', "import { a } from '../features/matrix/a'", /a look knows no feature/],
    ['src/elsewhere/x.ts', "import { a } from '../core/a'", /no place in the layers/],
  ];
  test.each(caught)('%s with `%s` is caught and told where to go', (path, text, message) => {
    expect(layerFaults(sourceFile(path, text))).toEqual([expect.stringMatching(message)]);
  });

  const allowed: readonly (readonly [string, string])[] = [
    ['src/core/x.ts', "import { z } from 'zod'; import pack from '../../resources/platforms/weibo.json'"],
    ['src/main/x.ts', "import type { App } from 'electron'; import { join } from 'node:path'"],
    ['src/cli/x.ts', "import { folderView } from '../disk/folderView'"],
    ['src/main/store/x.ts', "import { writeWhole } from '../../disk/durable'"],
    ['src/main/x.ts', "import { calls } from '../contract'; import { ok } from '../core/result'"],
    ['src/preload/index.ts', "import { ipcRenderer } from 'electron'; import { bridgeCalls } from '../contract/names'"],
    ['src/renderer/features/matrix/x.ts', "import { a } from './a'; import { Studio } from '../../state/studio'"],
    ['src/renderer/app/x.ts', "import { Matrix } from '../features/matrix/Matrix'"],
  ];
  test.each(allowed)('%s with `%s` is fine', (path, text) => {
    expect(layerFaults(sourceFile(path, text))).toEqual([]);
  });
});

describe('names of files', () => {
  test('say what is inside', () => {
    const files = filesIn(['src', 'scripts'], /\.(tsx?|mjs|css)$/);
    expect(files.map(nameFault).filter((fault) => fault !== null)).toEqual([]);
  });

  test.each(['src/core/utils.ts', 'src/renderer/helpers/date.ts', 'src/main/common.ts', 'src/core/util/x.ts'])(
    '%s is caught',
    (path) => {
      expect(nameFault(path)).toMatch(/Name the subject/);
    },
  );
});

describe('places of one machine', () => {
  const committed = [
    ...filesIn(['src', 'scripts', 'test', 'docs', 'resources'], /\.(tsx?|mjs|cjs|json|md|css|html|h|yml)$/),
    ...filesIn(['.'], /^(README|CONTRIBUTING|CHANGELOG)\.md$|^[\w.-]+\.(json|ts|yml)$|^\.npmrc$/).filter(
      (path) => !path.includes('/') && path !== 'package-lock.json',
    ),
  ].filter((path) => !path.startsWith('test/house/'));

  test('stand in no committed file', () => {
    expect(committed.length).toBeGreaterThan(200);
    expect(committed.flatMap((path) => placeFaults(path, readText(path)))).toEqual([]);
  });

  test.each([
    `see /${'work'}/main/src`,
    `../${'shared'}/stack.md`,
    '/root/.cache/juzhen',
    '/home/li/plans',
    'https://registry.npmjs.org/zod',
  ])('"%s" is caught', (text) => {
    expect(placeFaults('x.md', text)).toHaveLength(1);
  });
});

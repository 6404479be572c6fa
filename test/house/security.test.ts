import { describe, expect, test } from 'vitest';
import { rules, securityFaults } from './security';
import { allSources, filesIn, readText, sourceFile } from './tree';

describe('hardening that can be read from the source', () => {
  test('holds in every source file', () => {
    expect(allSources().flatMap(securityFaults)).toEqual([]);
  });

  test('holds in the scripts that start the studio', () => {
    const scripts = filesIn(['scripts'], /\.mjs$/).map((path) => sourceFile(path, readText(path)));
    expect(scripts.flatMap(securityFaults)).toEqual([]);
  });

  const weakened = rules.flatMap((rule) => rule.weakened.map(([path, text]) => [rule.row, path, text] as const));
  test.each(weakened)('%s: in %s, `%s` is caught (E48)', (row, path, text) => {
    const faults = securityFaults(sourceFile(path, text));
    expect(faults.some((fault) => fault.includes(`(${row})`))).toBe(true);
  });

  test('every rule has a weakened line', () => {
    expect(rules.filter((rule) => rule.weakened.length === 0)).toEqual([]);
  });
});

/** Things that must stand in a file, read as text because their order matters; each with the text that breaks it. */
const musts: readonly (readonly [row: string, path: string, must: RegExp, without: string])[] = [
  ['E3', 'src/main/window.ts', /contextIsolation: true/, 'contextIsolation: true'],
  ['E3', 'src/main/window.ts', /sandbox: true/, 'sandbox: true'],
  ['E3', 'src/main/window.ts', /webSecurity: true/, 'webSecurity: true'],
  ['E3', 'src/main/window.ts', /nodeIntegration: false/, 'nodeIntegration: false'],
  ['E3', 'src/main/window.ts', /nodeIntegrationInWorker: false/, 'nodeIntegrationInWorker: false'],
  ['E3', 'src/main/window.ts', /nodeIntegrationInSubFrames: false/, 'nodeIntegrationInSubFrames: false'],
  ['E3', 'src/main/window.ts', /webviewTag: false/, 'webviewTag: false'],
  ['E3', 'src/main/window.ts', /navigateOnDragDrop: false/, 'navigateOnDragDrop: false'],
  [
    'E4',
    'src/main/index.ts',
    /beforeReady\(\);[\s\S]*whenReady\(\)[\s\S]*function beforeReady[\s\S]*app\.enableSandbox\(\)/,
    'app.enableSandbox()',
  ],
  [
    'E8',
    'src/main/ipc.ts',
    /ipcMain\.handle\([\s\S]{0,120}if \(!isOwnPage\(event, own\)\)/,
    'if (!isOwnPage(event, own))',
  ],
  ['E8', 'src/main/answer.ts', /measure\(input\)[\s\S]*safeParse\(input\)[\s\S]*handlers\[name\]/, 'safeParse(input)'],
  ['E10', 'src/main/protocol.ts', /protocol\.handle\(SCHEME/, 'protocol.handle(SCHEME'],
  ['E15', 'src/main/guards.ts', /setPermissionCheckHandler\(\(\) => false\)/, 'setPermissionCheckHandler(() => false)'],
  ['E15', 'src/main/guards.ts', /setPermissionRequestHandler\([\s\S]{0,120}callback\(false\)/, 'callback(false)'],
  ['E16', 'src/main/guards.ts', /'web-contents-created'/, "'web-contents-created'"],
  ['E16', 'src/main/guards.ts', /'will-frame-navigate'/, "'will-frame-navigate'"],
  ['E17', 'src/main/guards.ts', /setWindowOpenHandler\([\s\S]{0,80}action: 'deny'/, "action: 'deny'"],
  ['E18', 'src/main/guards.ts', /'will-attach-webview'/, "'will-attach-webview'"],
  ['E19', 'src/main/guards.ts', /'will-download'/, "'will-download'"],
  ['E20', 'src/main/guards.ts', /'select-client-certificate'/, "'select-client-certificate'"],
  [
    'E26',
    'src/main/index.ts',
    /if \(app\.requestSingleInstanceLock\(\)\) \{\s+beforeReady\(\)/,
    'app.requestSingleInstanceLock()',
  ],
  ['E28', 'src/main/index.ts', /devTools: devServer !== null/, 'devTools: devServer !== null'],
];

describe('hardening that must be written out', () => {
  test.each(musts)('%s: %s keeps %s, and its loss is seen', (_, path, must, without) => {
    const text = readText(path);
    expect(text).toMatch(must);
    expect(text).toContain(without);
    expect(text.replaceAll(without, '')).not.toMatch(must);
  });
});

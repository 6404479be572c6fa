import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSettings } from '../../src/main/settings';
import { firstState, openStudioFile } from '../../src/main/studio-file';

const folder = (): string => mkdtempSync(join(tmpdir(), 'juzhen-studio-file-'));
const usual = { remind: true, remindLead: 10, closeToTray: false };
const noArgs = { dataFolder: null, today: null, clock: null, lang: null, theme: null };

describe('what the machine remembers', () => {
  test('starts from the first state and survives a restart', () => {
    const home = folder();
    const file = openStudioFile(home, firstState('zh'));
    expect(file.get()).toEqual(firstState('zh'));
    file.set({ current: 'w-1', window: { x: -5, y: 0, width: 1300, height: 800, maximized: true } });
    expect(openStudioFile(home, firstState('en')).get()).toEqual(file.get());
  });

  test.each([
    ['not JSON', '{"format":1,'],
    ['zeros after a power cut', '\0\0\0\0'],
    ['another shape', '{"format":1,"settings":{}}'],
    ['a later format', JSON.stringify({ ...firstState('zh'), format: 2 })],
    ['a workspace key that climbs', JSON.stringify({ ...firstState('zh'), current: '../../etc' })],
  ])('a file with %s is kept aside unchanged and the studio starts fresh', (_, text) => {
    const home = folder();
    writeFileSync(join(home, 'studio.json'), text);
    const file = openStudioFile(home, firstState('en'), () => 7);
    expect(file.get()).toEqual(firstState('en'));
    expect(file.setAside).toBe(join(home, 'studio.json.damaged-7'));
    expect(readFileSync(join(home, 'studio.json.damaged-7'), 'utf8')).toBe(text);
    expect(existsSync(join(home, 'studio.json'))).toBe(false);
  });
});

describe('settings', () => {
  test('the zone beside the plan survives a restart, and one that is not written as a zone is none', () => {
    const home = folder();
    const file = openStudioFile(home, firstState('zh'));
    const kept = (secondZone: string) => {
      file.set({ settings: { ...file.get().settings, secondZone } });
      return openStudioFile(home, firstState('zh')).get().settings.secondZone;
    };
    expect(kept('America/New_York')).toBe('America/New_York');
    expect(kept('<b>')).toBeUndefined();
  });

  test('the command line goes over what is remembered, without being remembered', () => {
    const file = openStudioFile(folder(), firstState('zh'));
    const settings = createSettings(file, { ...noArgs, lang: 'en', theme: 'dark' }, () => undefined);
    expect(settings.get()).toEqual({ lang: 'en', theme: 'dark', density: 'normal', ...usual });
    settings.configure({ density: 'compact' });
    expect(file.get().settings).toEqual({ lang: 'zh', theme: 'system', density: 'compact', ...usual });
  });

  test('choosing a value ends its override and tells what holds now', () => {
    const told: unknown[] = [];
    const file = openStudioFile(folder(), firstState('zh'));
    const settings = createSettings(file, { ...noArgs, theme: 'dark' }, (now) => told.push(now));
    settings.configure({ theme: 'light' });
    expect(settings.get().theme).toBe('light');
    expect(told).toEqual([{ lang: 'zh', theme: 'light', density: 'normal', ...usual }]);
  });
});

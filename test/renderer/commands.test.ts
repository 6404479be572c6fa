import { describe, expect, it } from 'vitest';
import { langs } from '../../src/core/model/records';
import { accelerators } from '../../src/main/menu';
import { keyCaps } from '../../src/renderer/commands/keys';
import { studioCommands } from '../../src/renderer/commands/studioCommands';
import { editorCommands } from '../../src/renderer/features/editor/editorCommands';
import type { Desk } from '../../src/renderer/features/library/desk';
import { libraryCommands } from '../../src/renderer/features/library/libraryCommands';
import { sheetRows } from '../../src/renderer/features/palette/sheetRows';
import { createStudio } from '../../src/renderer/state/studio';
import { bridge } from '../helpers/bridge';

const none = () => undefined;
const editor = editorCommands({
  save: none,
  marks: none,
  link: none,
  find: none,
  typography: none,
  nextFinding: none,
  applyFix: none,
  pictures: none,
  focus: none,
  history: none,
  review: none,
  word: none,
});
const library = libraryCommands({} as Desk);

describe('the shortcut sheet', () => {
  it('names every command with a key in both languages, and no key for two things', async () => {
    const api = await bridge({});
    const studio = createStudio(api, { now: () => 0, machine: 'Linux', afterPaint: (work) => work() });
    const state = studio.getState();
    for (const sets of [
      { studio: studioCommands, library },
      { studio: studioCommands, editor },
    ]) {
      const rows = sheetRows(sets).flatMap((group) => group.rows);
      const shown = new Set(rows.map(({ command }) => command.id));
      const heard = new Set(Object.values(sets).flatMap((set) => set.flatMap(({ keys }) => keys ?? [])));
      expect(new Set(rows.flatMap(({ keys }) => keys))).toEqual(heard);
      for (const set of Object.values(sets).slice(1))
        for (const { id, keys } of set) expect({ id, shown: shown.has(id) }).toEqual({ id, shown: keys !== undefined });
      for (const lang of langs)
        for (const { command, keys } of rows) {
          expect(command.label(lang, state)).toMatch(lang === 'zh' ? /\p{Script=Han}/u : /^[\x20-\x7e’…“”]+$/);
          for (const cap of keys.flatMap((one) => keyCaps(one, 'Linux')))
            expect(cap).toMatch(/^([A-Z0-9/;?.+]|F\d+|\S{1,5})$/);
        }
      const owners = new Map<string, string[]>();
      for (const { command, keys } of rows)
        if (command.applies === undefined && command.byPart !== true)
          for (const key of keys) owners.set(key, [...(owners.get(key) ?? []), command.id]);
      expect([...owners].filter(([, ids]) => ids.length > 1)).toEqual([]);
    }
    studio.stop();
    await api.close();
  });
});

describe('the native menu', () => {
  it('asks only for what the screens can do everywhere, and names the key they listen to', () => {
    const byId = new Map(studioCommands.map((command) => [command.id, command]));
    for (const [id, accelerator] of Object.entries(accelerators)) {
      const keys = byId.get(id)?.keys?.[0] ?? (byId.has(id) ? null : 'no such command');
      const said = accelerator === null ? null : accelerator.toLowerCase().replace('cmdorctrl', 'mod');
      expect({ id, keys }).toEqual({ id, keys: said });
    }
  });
});

it('a command of another screen is run when that screen stands', async () => {
  const api = await bridge({});
  const studio = createStudio(api, { now: () => 0, machine: 'Linux', afterPaint: (work) => work() });
  const ran: string[] = [];
  studio.getState().runOn('library', 'library.search');
  expect(studio.getState().route.screen).toBe('library');
  expect(ran).toEqual([]);
  const offer = () =>
    studio
      .getState()
      .offerCommands('library', [
        { id: 'library.search', group: 'library', label: () => '', run: () => ran.push('search') },
      ]);
  offer();
  offer();
  expect(ran).toEqual(['search']);
  studio.getState().runOn('library', 'library.search');
  expect(ran).toEqual(['search', 'search']);
  studio.stop();
  await api.close();
});

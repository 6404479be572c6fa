import { expect, it } from 'vitest';
import type { PlacementCard } from '../../../src/contract';
import { wallDate } from '../../../src/core/time/wall';
import type { Look } from '../../../src/renderer/features/matrix/look';
import { type RowSpec, standsAs } from '../../../src/renderer/features/matrix/paintRow';

/** When a row of the matrix is left as it stands. */
const day = wallDate('2026-10-12');
const cards = [{ id: 'tile' }] as unknown as readonly PlacementCard[];
const cell = { day, column: 0, left: 0, width: 65, size: 'normal', cards } as const;
const row: RowSpec = { accountId: 'a', account: '甲', opened: false, today: day, entry: null, cells: [cell] };
const look: Look = {
  lang: 'zh',
  walls: { home: 'Asia/Shanghai', second: '' },
  facts: () => undefined,
  selected: new Set(),
  linked: new Set(),
  carried: new Set(),
  litId: null,
  place: null,
};
const stands = (other: { readonly row?: Partial<RowSpec>; readonly look?: Partial<Look> }, from: RowSpec = row) =>
  standsAs({ row: from, look }, { row: { ...from, ...other.row }, look: { ...look, ...other.look } });

it('stands while another row has the keyboard, or other tiles are carried', () => {
  expect(stands({})).toBe(true);
  expect(stands({ row: { cells: [{ ...cell }] } })).toBe(true);
  expect(stands({ look: { carried: new Set(['other']) } })).toBe(true);
  expect(stands({ look: { place: { accountId: 'b', day, tile: null } } })).toBe(true);
});

it('is drawn anew by its own tiles, the keyboard in it, and the way in that the keyboard takes over', () => {
  expect(stands({ row: { cells: [{ ...cell, cards: [...cards] }] } })).toBe(false);
  expect(stands({ row: { cells: [] } })).toBe(false);
  expect(stands({ row: { opened: true } })).toBe(false);
  expect(stands({ look: { carried: new Set(['tile']) } })).toBe(false);
  expect(stands({ look: { selected: new Set(['tile']) } })).toBe(false);
  expect(stands({ look: { facts: () => undefined } })).toBe(false);
  expect(stands({ look: { lang: 'en' } })).toBe(false);
  expect(stands({ look: { walls: { home: 'Asia/Shanghai', second: 'Europe/Paris' } } })).toBe(false);
  expect(stands({ look: { place: { accountId: 'a', day, tile: 0 } } })).toBe(false);
  expect(stands({ look: { place: { accountId: 'b', day, tile: 0 } } }, { ...row, entry: day })).toBe(false);
});

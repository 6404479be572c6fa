import { expect, test } from 'vitest';
import { placed } from '../../src/main/placing';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const left = { x: -1280, y: 0, width: 1280, height: 1024 };
const bounds = { x: 100, y: 50, width: 1300, height: 800, maximized: false };

test('the first window has the first size, or the screen’s when that is smaller', () => {
  expect(placed(null, [screen])).toEqual({ width: 1440, height: 900, maximized: false });
  expect(placed(null, [{ x: 0, y: 0, width: 1280, height: 720 }])).toEqual({
    width: 1280,
    height: 720,
    maximized: false,
  });
});

test('a remembered place is taken again, on any screen that is still there', () => {
  expect(placed(bounds, [screen])).toEqual(bounds);
  expect(placed({ ...bounds, x: -1200, width: 1100 }, [screen, left])).toEqual({ ...bounds, x: -1200, width: 1100 });
});

test('a place on a screen that is gone keeps the size and comes back to the middle', () => {
  expect(placed({ ...bounds, x: -1200, maximized: true }, [screen])).toEqual({
    width: 1300,
    height: 800,
    maximized: true,
  });
  expect(placed({ ...bounds, y: 5_000 }, [screen])).toEqual({ width: 1300, height: 800, maximized: false });
});

test('a size is never under the smallest nor over the screen', () => {
  expect(placed({ ...bounds, width: 10, height: 10 }, [screen])).toMatchObject({ width: 1024, height: 640 });
  expect(placed({ ...bounds, width: 9_000, height: 9_000 }, [screen])).toMatchObject({ width: 1920, height: 1080 });
});

import type { Rectangle } from 'electron';
import type { WindowBounds } from './studio-file';

/** Smallest size the screens are drawn for, in points. */
export const minimum = { width: 1024, height: 640 } as const;
const first = { width: 1440, height: 900 } as const;
type Placed = Partial<Rectangle> & { readonly width: number; readonly height: number; readonly maximized: boolean };

/** Remembered bounds as far as a screen still shows them; else the first size, in the middle of the main screen. */
export function placed(bounds: WindowBounds | null, screens: readonly Rectangle[]): Placed {
  const main = screens[0] ?? { x: 0, y: 0, ...first };
  if (bounds === null) {
    return { width: Math.min(first.width, main.width), height: Math.min(first.height, main.height), maximized: false };
  }
  const { maximized, width, height } = bounds;
  const home = screens.find((area) => isReachable(bounds, area));
  const size = {
    width: Math.max(minimum.width, Math.min(width, (home ?? main).width)),
    height: Math.max(minimum.height, Math.min(height, (home ?? main).height)),
  };
  return home === undefined ? { ...size, maximized } : { x: bounds.x, y: bounds.y, ...size, maximized };
}

/** Enough of the title bar lies on the screen to drag the window by. */
const isReachable = (bounds: WindowBounds, area: Rectangle): boolean =>
  bounds.x + bounds.width > area.x + 120 &&
  bounds.x < area.x + area.width - 120 &&
  bounds.y >= area.y - 8 &&
  bounds.y < area.y + area.height - 40;

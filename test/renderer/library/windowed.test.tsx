import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pieceStates } from '../../../src/core/model/records';
import { createOp } from '../../../src/core/plan/ops';
import { libraryLayouts } from '../../../src/renderer/state/library';
import { bridge, TODAY, value } from '../../helpers/bridge';
import { type Library, openLibrary } from './library';

/** A view of 1,180 × 640 pixels, which this document without layout would not give. */
const size = { clientHeight: 640, clientWidth: 1180 } as const;
const before = Object.fromEntries(
  Object.keys(size).map((key) => [key, Object.getOwnPropertyDescriptor(Element.prototype, key)]),
);
beforeAll(() => {
  for (const [key, pixels] of Object.entries(size))
    Object.defineProperty(Element.prototype, key, { configurable: true, get: () => pixels });
});
afterAll(() => {
  for (const [key, descriptor] of Object.entries(before))
    if (descriptor !== undefined) Object.defineProperty(Element.prototype, key, descriptor);
});

let library: Library;
afterEach(() => library.close());

async function libraryOf(count: number): Promise<Library> {
  const studio = await bridge({ seed: { kind: 'blank', name: '很多', lang: 'zh' } });
  const ops = Array.from({ length: count }, (_, index) =>
    createOp(
      'piece',
      `p_${String(index).padStart(5, '0')}`,
      { title: `第 ${index} 盏灯`, state: pieceStates[index % 5] ?? 'idea', createdOn: TODAY, tags: ['夜景'] },
      { type: 'doc', content: [{ type: 'paragraph' }] },
    ),
  );
  value(await studio.call('change.make', { label: { code: 'import', params: {} }, ops }));
  return openLibrary(studio);
}

const nodes = () => document.querySelectorAll('main *').length;
const scrollers = () =>
  library
    .all('main div')
    .filter((one) => one.querySelector(':scope > table, :scope > [role="listbox"][aria-multiselectable]'));

/** The number of nodes once it has stayed the same for a while. */
async function settled(): Promise<number> {
  let last = -1;
  for (let same = 0; same < 3; ) {
    await new Promise((done) => setTimeout(done, 80));
    same = nodes() === last ? same + 1 : 0;
    last = nodes();
  }
  return last;
}

/** Nodes of each layout at the top, in the middle and at the end. */
async function countNodes(): Promise<Readonly<Record<string, readonly number[]>>> {
  const counts: Record<string, number[]> = {};
  for (const layout of libraryLayouts) {
    library.studio.getState().setLibrary({ layout, scroll: [] });
    await library.until(() => scrollers().length === (layout === 'board' ? 5 : 1));
    counts[layout] = [];
    for (const part of [0, 0.5]) {
      for (const scroller of scrollers()) {
        const inner = scroller.querySelector<HTMLElement>('tbody, [role="listbox"]');
        scroller.scrollTop = Math.round(part * Number.parseInt(inner?.style.height ?? '0', 10));
        scroller.dispatchEvent(new Event('scroll'));
      }
      // Every place in sight has its piece.
      await library.until(
        () =>
          scrollers().every((one) => one.querySelectorAll('[data-index]').length > 4) &&
          library.all('[aria-busy]').length === 0,
      );
      counts[layout].push(await settled());
    }
  }
  return counts;
}

describe('a library of thousands', () => {
  it('has as many nodes in every layout as one of hundreds, wherever one scrolls', async () => {
    library = await libraryOf(400);
    const hundreds = await countNodes();
    await library.close();
    library = await libraryOf(4_000);
    const thousands = await countNodes();
    for (const layout of libraryLayouts) {
      const [few = 0, middle = 0] = hundreds[layout] ?? [];
      const [many = 0, deep = 0] = thousands[layout] ?? [];
      expect(Math.abs(many - few), `${layout}: ${few} and ${many}`).toBeLessThanOrEqual(few * 0.02);
      // In the middle the margin above is drawn as well.
      expect(Math.abs(deep - middle), `${layout}: ${middle} and ${deep}`).toBeLessThanOrEqual(middle * 0.02);
      expect(deep).toBeLessThan(3_000);
    }
  });
});

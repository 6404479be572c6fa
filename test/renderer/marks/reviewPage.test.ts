import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { pageScript } from '../../../src/core/export/packPageParts';
import { withReviewId } from '../../../src/core/review/reviewFile';
import { reviewHtml } from '../../../src/core/review/reviewHtml';
import { reviewScript } from '../../../src/core/review/reviewHtmlParts';
import { textHash } from '../../../src/core/review/texts';
import { wallDate } from '../../../src/core/time/wall';

// A page listens until it is closed. Test files share this document, so what a page hung on it is taken off again.
let listeners: MockInstance<typeof document.addEventListener>;
let windowListeners: MockInstance<typeof window.addEventListener>;
beforeEach(() => {
  listeners = vi.spyOn(document, 'addEventListener');
  windowListeners = vi.spyOn(window, 'addEventListener');
});
afterEach(() => {
  for (const [type, listener] of listeners.mock.calls) document.removeEventListener(type, listener);
  for (const [type, listener] of windowListeners.mock.calls) window.removeEventListener(type, listener);
  vi.restoreAllMocks();
  for (const { name } of [...document.body.attributes]) document.body.removeAttribute(name);
  document.body.replaceChildren();
});

const texts = [{ field: 'body', text: '今晚七点见。别忘了带伞。' }];
const html = reviewHtml(
  {
    workspaceId: 'w1',
    page: withReviewId({
      title: '夜游',
      lang: 'zh',
      by: '小林',
      day: wallDate('2026-10-09'),
      note: '',
      items: [
        {
          target: { pieceId: 'p1', format: null, accountId: null },
          title: '夜游龙门',
          lang: 'zh',
          platform: '',
          format: '',
          account: '',
          day: null,
          time: null,
          hash: textHash(texts),
          texts,
          pictures: [],
        },
      ],
    }),
    pictures: new Map(),
  },
  () => null,
);

type Kept = Pick<Storage, 'getItem' | 'setItem'>;
/** A browser that keeps what pages leave with it. */
function keeping(): Kept & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return { texts, getItem: (key) => texts.get(key) ?? null, setItem: (key, text) => void texts.set(key, text) };
}
const refuse = (): never => {
  throw new DOMException('The user turned it off.', 'SecurityError');
};

/** Opens a page as a browser does, with a memory of our choosing. */
function open(page: string, script: string, memory: Kept): void {
  const read = new DOMParser().parseFromString(page, 'text/html');
  for (const { name, value } of read.body.attributes) document.body.setAttribute(name, value);
  document.body.innerHTML = read.body.innerHTML;
  for (const own of document.querySelectorAll('script')) own.remove();
  new Function('localStorage', script)(memory);
}
const find = <T extends HTMLElement>(selector: string): T => {
  const found = document.querySelector<T>(selector);
  if (found === null) throw new Error(`Nothing matches ${selector}.`);
  return found;
};
const told = () => find('#kept').textContent;
const approve = (): void => {
  const box = find<HTMLInputElement>('fieldset input[value="approve"]');
  box.checked = true;
  box.dispatchEvent(new Event('input', { bubbles: true }));
};

describe('the review page in a browser', () => {
  it('keeps a draft across closing and opening, and says nothing about it', () => {
    const memory = keeping();
    open(html, reviewScript, memory);
    approve();
    expect(find('#tally').textContent).toBe('1 条意见');
    open(html, reviewScript, memory);
    expect(find<HTMLInputElement>('fieldset input[value="approve"]').checked).toBe(true);
    expect(find('#tally').textContent).toBe('1 条意见');
    expect(told()).toBe('');
  });

  it('says at once that a browser keeps no draft, and works all the same', () => {
    open(html, reviewScript, { getItem: refuse, setItem: refuse });
    expect(told()).toContain('这个浏览器不记草稿');
    approve();
    expect(find('#tally').textContent).toBe('1 条意见');
  });

  it('says so, too, where only writing is refused: a full or private browser', () => {
    open(html, reviewScript, { getItem: () => null, setItem: refuse });
    expect(told()).toContain('请及时存成文件');
  });

  it('says that a draft could not be read instead of showing half of it', () => {
    const memory = keeping();
    open(html, reviewScript, memory);
    approve();
    const [key = ''] = memory.texts.keys();
    memory.texts.set(key, (memory.texts.get(key) ?? '').slice(0, -9));
    open(html, reviewScript, memory);
    expect(told()).toContain('读不出来');
    expect(find('#tally').textContent).toBe('还没有意见');
  });
});

describe('the page of the copy pack in a browser', () => {
  it('says that ticks are not kept where the browser refuses', () => {
    const body = `<p id="told"></p><p id="sum" data-text="%d/%n"></p><p id="unkept" hidden></p><label class="done"><input type="checkbox" value="1"></label>`;
    open(`<body>${body}</body>`, pageScript, keeping());
    expect(find('#unkept').hidden).toBe(true);
    open(`<body>${body}</body>`, pageScript, { getItem: () => null, setItem: refuse });
    expect(find('#unkept').hidden).toBe(true);
    find<HTMLInputElement>('input').dispatchEvent(new Event('change', { bubbles: true }));
    expect(find('#unkept').hidden).toBe(false);
    open(`<body>${body}</body>`, pageScript, { getItem: refuse, setItem: refuse });
    expect(find('#unkept').hidden).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HtmlNode, parseHtml } from '../../../src/core/html/parse';
import { packReview, type ReviewFile, readReview, withReviewId } from '../../../src/core/review/reviewFile';
import { reviewHtml } from '../../../src/core/review/reviewHtml';
import { reviewScript } from '../../../src/core/review/reviewHtmlParts';
import { textHash } from '../../../src/core/review/texts';
import { wallDate } from '../../../src/core/time/wall';

/** Words people or attackers may leave in a title, a body, a name, an address of a picture. */
const attacks = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</template></style></textarea><iframe srcdoc="<script>alert(1)</script>">',
  '<!--',
  ']]><a href="javascript:alert(1)">x</a>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '{by}{file}{n}$&$1',
  '\u2028\u2029\u0000\u202e',
  '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">',
];
const words = fc.oneof(fc.constantFrom(...attacks), fc.string({ unit: 'grapheme', maxLength: 40 }));

/** A review whose every word comes from somebody else. */
const reviews = fc
  .record({ title: words, by: words, note: words, item: words, place: words, body: words, alt: words, field: words })
  .map(({ title, by, note, item, place, body, alt, field }): ReviewFile => {
    const texts = [
      { field: 'title', text: item || 'x' },
      { field: field.slice(0, 40) || 'body', text: `${body}\n${note}` },
    ];
    return {
      workspaceId: 'w1',
      page: withReviewId({
        title: title.slice(0, 200),
        lang: 'zh',
        by: by.slice(0, 200),
        day: wallDate('2026-10-09'),
        note,
        items: [
          {
            target: { pieceId: 'p1', format: null, accountId: null },
            title: item,
            lang: 'zh',
            platform: place,
            format: place,
            account: place,
            day: null,
            time: null,
            hash: textHash(texts),
            texts,
            pictures: [{ file: `${'a'.repeat(64)}.webp`, alt, name: alt }],
          },
        ],
      }),
      pictures: new Map(),
    };
  });

const shipped: ReadonlySet<string> = new Set(
  'html head meta title style body header h1 h2 h3 h4 p br blockquote noscript main article figure figcaption img section span fieldset legend label input textarea footer output button template div script'.split(
    ' ',
  ),
);

describe('the page a reviewer opens in any browser', () => {
  it('shows the words of others and never runs them: no tag, address or listener but its own', () => {
    let looked = 0;
    fc.assert(
      fc.property(reviews, (review) => {
        const html = reviewHtml(review, () => 'data:image/webp;base64,AAAA');
        const root = parseHtml(html);
        if (root === null) throw new Error('The page nests too deep.');
        const scripts: string[] = [];
        for (const node of nodesOf(root.children)) {
          if (node.type !== 'element') continue;
          looked += 1;
          expect(shipped).toContain(node.tagName);
          if (node.tagName === 'script') scripts.push(textOf(node));
          for (const [name, value] of Object.entries(node.properties)) {
            expect(name).not.toMatch(/^on|^srcdoc|^href|^action|^formAction|^style$/i);
            if (name === 'src') expect(value).toBe('data:image/webp;base64,AAAA');
            if (name === 'httpEquiv') expect(value).toEqual(['Content-Security-Policy']);
          }
        }
        expect(scripts).toEqual([reviewScript]);
      }),
      { numRuns: 50, examples: attacks.map((word) => [sameWord(word)] as const) },
    );
    expect(looked).toBeGreaterThan(50 * 40);
  });

  it('shows every sign of a text, and the file beside it holds the same', () => {
    for (const attack of attacks) {
      const review = sameWord(attack);
      const html = reviewHtml(review, () => null);
      const root = parseHtml(html);
      const sections = [...nodesOf(root?.children ?? [])].filter(
        (node) => node.type === 'element' && node.tagName === 'section',
      );
      // Browsers leave null signs out of what they read.
      const seen = review.page.items[0]?.texts.map(({ text }) => text.replace(/[\n\0]/g, ''));
      expect(sections.map((section) => textOf(section, 'p'))).toEqual(seen);
      const again = readReview(packReview(review), 'x');
      expect(again.ok && again.value.page).toEqual(review.page);
    }
  });
});

function sameWord(word: string): ReviewFile {
  const texts = [
    { field: 'title', text: word },
    { field: 'body', text: `${word}\n${word}` },
  ];
  const names = { platform: word, format: word, account: word };
  const target = { pieceId: 'p1', format: null, accountId: null };
  const item = {
    target,
    title: word,
    lang: 'zh',
    ...names,
    day: null,
    time: null,
    hash: textHash(texts),
    texts,
  } as const;
  const page = { title: word, lang: 'en', by: word, day: wallDate('2026-10-09'), note: word } as const;
  return {
    workspaceId: 'w1',
    page: withReviewId({ ...page, items: [{ ...item, texts: [...texts], pictures: [] }] }),
    pictures: new Map(),
  };
}

function* nodesOf(nodes: readonly HtmlNode[]): Generator<HtmlNode> {
  for (const node of nodes) {
    yield node;
    if (node.type !== 'element') continue;
    yield* nodesOf(node.children);
    if (node.tagName === 'template' && node.content !== undefined) yield* nodesOf(node.content.children);
  }
}

/** The words of a node; of elements of one name below it, where one is given. */
function textOf(node: HtmlNode, within?: string): string {
  if (node.type === 'text') return within === undefined ? node.value : '';
  if (node.type !== 'element') return '';
  const inside = node.tagName === within ? undefined : within;
  return node.children.map((child) => textOf(child, inside)).join('');
}

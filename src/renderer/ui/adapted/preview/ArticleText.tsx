import { type CSSProperties, createElement, Fragment, type ReactNode, useMemo, useRef } from 'react';
import { NIGHT_PAGE, type Rgb } from '../../../../core/article/nightColours';
import { type HtmlNode, parseHtml } from '../../../../core/html/parse';
import { previewWords } from '../../../../core/words/preview';
import { useWords } from '../../../state/StudioProvider';
import classes from './ArticleText.module.css';
import { type Stretch, shownText, stretchesIn } from './articleSpans';
import { nightStyle } from './nightStyle';
import { Picture } from './Pictures';
import { useScene } from './scene';
import { originsOf, spansOf } from './spans';
import { Spans, Words } from './Words';

/**
 * An article as its HTML draws it: our own markup, read by the parser of the standard and made anew as elements. Only
 * the tags an article needs are made, with their styles; nothing is loaded and nothing runs.
 */
export default function ArticleText() {
  const { adapted, theme } = useScene();
  const { html } = adapted.extra;
  const drawn = useMemo(() => (html === undefined ? null : bodyOf(html)), [html]);
  const stretches = useMemo(
    () => (drawn === null ? [] : stretchesIn(shownText(drawn), adapted.body, originsOf(adapted.origins, 'body'))),
    [drawn, adapted],
  );
  if (drawn === null)
    return (
      <p className={classes.plain} dir="auto">
        <Words text={adapted.body} />
      </p>
    );
  return (
    <div className={classes.article} dir="auto">
      <Contents nodes={drawn} />
      <Nodes nodes={drawn} at={0} stretches={stretches} night={theme === 'dark' ? NIGHT_PAGE : null} />
    </div>
  );
}

/** The article's headings as a list one jumps by; a text of one or two needs none. */
function Contents({ nodes }: { readonly nodes: readonly HtmlNode[] }) {
  const t = useWords(previewWords);
  const headings = headingsIn(nodes);
  const box = useRef<HTMLDetailsElement>(null);
  if (headings.length < LEAST_HEADINGS) return null;
  const show = (number: number): void =>
    box.current?.parentElement?.querySelectorAll('h1, h2, h3, h4')[number]?.scrollIntoView({ block: 'start' });
  return (
    <details ref={box} className={classes.contents}>
      <summary>{t('article.contents', { count: headings.length })}</summary>
      <ol>
        {headings.map(({ key, text }, number) => (
          <li key={key}>
            <button type="button" dir="auto" onClick={() => show(number)}>
              {text}
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}
const LEAST_HEADINGS = 3;

/** The texts of the headings, in reading order; their place names them, since two may read alike. */
function headingsIn(nodes: readonly HtmlNode[]): readonly { readonly key: string; readonly text: string }[] {
  const texts = nodes.flatMap((node): readonly string[] => {
    if (node.type !== 'element') return [];
    return /^h[1-4]$/.test(node.tagName)
      ? [shownText(node.children).trim()]
      : headingsIn(node.children).map(({ text }) => text);
  });
  return texts.map((text, index) => ({ key: `heading ${index + 1}`, text }));
}

/** The children of `body`; null for markup that nests too deep to be drawn. */
function bodyOf(html: string): readonly HtmlNode[] | null {
  const root = parseHtml(html);
  const page = root?.children.find((node) => node.type === 'element');
  const body =
    page?.type === 'element'
      ? page.children.find((node) => node.type === 'element' && node.tagName === 'body')
      : undefined;
  return body?.type === 'element' ? body.children : null;
}

const drawable = new Set(
  'p h1 h2 h3 h4 blockquote pre table tbody thead tr td th strong b em i s del code u sup sub span section ul ol li figure figcaption div'.split(
    ' ',
  ),
);

function Nodes({
  nodes,
  at,
  stretches,
  night,
}: {
  readonly nodes: readonly HtmlNode[];
  /** Where the first of them begins in the shown text. */
  readonly at: number;
  readonly stretches: readonly Stretch[];
  /** What they stand upon at night; null by day. */
  readonly night: Rgb | null;
}) {
  return placed(nodes, at).map(({ key, node, start }) => (
    <Fragment key={key}>{nodeOf(node, start, stretches, night)}</Fragment>
  ));
}

/** Nodes have no names of their own: they are known by their place among their neighbours. */
function placed(nodes: readonly HtmlNode[], at: number) {
  let offset = at;
  return nodes.map((node, index) => {
    const start = offset;
    offset += shownText([node]).length;
    return { key: `${index}`, node, start };
  });
}

function nodeOf(node: HtmlNode, start: number, stretches: readonly Stretch[], night: Rgb | null): ReactNode {
  if (node.type === 'text') return <Text text={node.value} start={start} stretches={stretches} />;
  if (node.type !== 'element') return null;
  const { tagName, properties, children } = node;
  const written = styleOf(properties.style);
  const dark = night === null ? null : nightStyle(written, night);
  const style = dark === null ? written : dark.style;
  if (tagName === 'br') return <br />;
  if (tagName === 'hr') return <hr style={style} />;
  if (tagName === 'img') return <Still src={String(properties.src ?? '')} alt={String(properties.alt ?? '')} />;
  const inside = <Nodes nodes={children} at={start} stretches={stretches} night={dark?.ground ?? null} />;
  if (tagName === 'a') return <span className={classes.link}>{inside}</span>;
  return drawable.has(tagName) ? createElement(tagName, { style }, inside) : inside;
}

function Still({ src, alt }: { readonly src: string; readonly alt: string }) {
  const { pictures } = useScene();
  const known = pictures.find(({ id }) => id === src);
  return <Picture image={{ ...(known ?? { id: src }), alt }} ratio={3 / 2} />;
}

/** A text node, cut where sentences begin and end. */
function Text({
  text,
  start,
  stretches,
}: {
  readonly text: string;
  readonly start: number;
  readonly stretches: readonly Stretch[];
}) {
  const end = start + text.length;
  const origins = stretches
    .filter((one) => one.start < end && one.end > start)
    .map(({ start: from, end: to, origin }) => ({
      ...origin,
      start: Math.max(0, from - start),
      end: Math.min(text.length, to - start),
    }));
  return <Spans spans={spansOf(text, origins)} />;
}

/** Written styles as an object. What would leave the article's place or fetch something is left out. */
export function styleOf(written: unknown): CSSProperties | undefined {
  if (typeof written !== 'string') return undefined;
  const pairs = written.split(';').flatMap((declaration): readonly (readonly [string, string])[] => {
    const colon = declaration.indexOf(':');
    const name = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration.slice(colon + 1).trim();
    if (colon < 1 || value === '' || !/^[a-z-]+$/.test(name) || /url\(|expression/i.test(value)) return [];
    if (name === 'position' || name === 'z-index' || name.startsWith('-')) return [];
    return [[name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()), value]];
  });
  return Object.fromEntries(pairs) as CSSProperties;
}

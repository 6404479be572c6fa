import type { Segment } from './types';

/**
 * A run of show as text that a person edits, item after item:
 *
 *   0:05 +3 十二点，面馆
 *   巷口的面馆还开着，一碗面 12 元。
 *   ? 你家楼下还亮着哪盏灯？
 *   > https://tingan.example/lamps/47
 *   ! 最好（广告法第九条）
 *
 * The first line is hour and minute from the start, minutes it takes, title. A said line that would read as another
 * kind begins with `\`.
 */
export const printShow = (segments: readonly Segment[]): string =>
  segments
    .map(({ at, minutes, title, say, ask, links, risks }) =>
      [
        `${mark(at)} +${minutes} ${oneLine(title)}`.trimEnd(),
        ...say.map((line) => guarded(oneLine(line))),
        ...ask.map((line) => `? ${oneLine(line)}`),
        ...links.map((line) => `> ${oneLine(line)}`),
        ...risks.map((line) => `! ${oneLine(line)}`),
      ].join('\n'),
    )
    .join('\n\n');

/** Reads that form. Lines before the first item, or a text without any, are one item that starts at nought. */
export function parseShow(text: string): readonly Segment[] {
  const found: {
    at: number;
    minutes: number;
    title: string;
    say: string[];
    ask: string[];
    links: string[];
    risks: string[];
  }[] = [];
  for (const line of text.split('\n').map(oneLine)) {
    if (line === '') continue;
    const [, hours, minutes, length, title = ''] = head.exec(line) ?? [];
    if (hours !== undefined) {
      const at = Math.min(Number(hours) * 60 + Number(minutes), MAX_MINUTES);
      found.push({ at, minutes: Math.min(Number(length), MAX_MINUTES), title, say: [], ask: [], links: [], risks: [] });
      continue;
    }
    if (found.length === 0) found.push({ at: 0, minutes: 0, title: '', say: [], ask: [], links: [], risks: [] });
    const list = lists.find(([sign]) => line.startsWith(`${sign} `));
    const last = found.at(-1);
    if (list === undefined) last?.say.push(line.startsWith('\\') ? line.slice(1) : line);
    else last?.[list[1]].push(line.slice(2));
  }
  return found;
}

const head = /^(\d{1,4}):(\d{2}) \+(\d{1,5})(?: (.*))?$/;
const lists = [
  ['?', 'ask'],
  ['>', 'links'],
  ['!', 'risks'],
] as const;
const MAX_MINUTES = 10_000;

const guarded = (line: string): string => (head.test(line) || /^(?:[?>!] |\\)/.test(line) ? `\\${line}` : line);

/** `0:05`, `1:30`: hours and minutes from the start. */
export const mark = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

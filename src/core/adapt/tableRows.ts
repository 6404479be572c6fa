import type { InlineNode, TableRowNode } from '../model/doc';
import type { Lang } from '../model/records';
import type { CellRun, Run, Sentence } from './draft';
import { rawText } from './inlineTokens';

/**
 * A table as sentences, one a row: fitting takes whole rows. Where the format has tables they are drawn again; elsewhere a
 * row is a line, `时间：周六；地点：渡口`, with the words of the heading row, or `一：二` when two columns have none.
 */
export function tableRows(rows: readonly TableRowNode[], lang: Lang, runsOf: ReadRuns): readonly Sentence[] {
  const headings = rows.length > 1 ? headingsOf(rows[0], runsOf) : null;
  return rows.map((row, index): Sentence => {
    const runs =
      headings !== null && index === 0
        ? headings.map((heading, at): Run => cell(at === 0 ? 'first' : 'next', heading, ''))
        : bodyRow(row, headings, lang, runsOf);
    const all = [...runs, cell('end', null, '')];
    return { source: all.map(rawText).join('').trim(), gap: index === 0 ? '' : '\n', runs: all };
  });
}

type ReadRuns = (content: readonly InlineNode[] | undefined) => readonly Run[];

/** The words over the columns; null without a heading row, or when one holds a tag, mention or address to be rewritten. */
function headingsOf(row: TableRowNode | undefined, runsOf: ReadRuns): readonly string[] | null {
  if (row === undefined || !row.content.every(({ type }) => type === 'tableHeader')) return null;
  const cells = row.content.map(({ content }) => runsOf(content[0].content).map(onOneLine));
  if (!cells.every((runs) => runs.every(({ kind }) => kind === 'text'))) return null;
  return cells.map((runs) => runs.map(rawText).join('').trim());
}

function bodyRow(row: TableRowNode, headings: readonly string[] | null, lang: Lang, runsOf: ReadRuns): readonly Run[] {
  const { is, and } = signs[lang];
  let said = false;
  return row.content.flatMap((node, at): readonly Run[] => {
    const runs = runsOf(node.content[0].content).map(onOneLine);
    const isFirst = at === 0;
    const isEmpty = runs.map(rawText).join('').trim() === '';
    const heading = headings?.[at] ?? '';
    const pair = headings === null && row.content.length === 2 && at === 1;
    const between = !said || isEmpty ? '' : pair ? is : and;
    if (!isEmpty) said = true;
    return [cell(isFirst ? 'first' : 'next', null, between + (heading === '' || isEmpty ? '' : heading + is)), ...runs];
  });
}

/** Full-width signs for Chinese, so that nothing needs a space. */
const signs: Readonly<Record<Lang, { readonly is: string; readonly and: string }>> = {
  zh: { is: '：', and: '；' },
  en: { is: ': ', and: '; ' },
};

const cell = (edge: CellRun['edge'], heading: string | null, plain: string): CellRun => ({
  kind: 'cell',
  edge,
  heading,
  plain,
});

const onOneLine = (run: Run): Run => (run.kind === 'text' ? { ...run, text: run.text.replace(/\s*\n\s*/g, ' ') } : run);

import type { Count, Severity, TraceEntry, Variant } from '../core/adapt/types';
import type { Lang } from '../core/model/records';
import { sayTrace } from '../core/words/adapt';
import { cliWords } from '../core/words/cli';
import { extraNames, extraWords, sayExtra } from '../core/words/extras';
import { sayFindingLine } from '../core/words/findings';
import { say, speaker } from '../core/words/say';
import { sayWeight } from '../core/words/weights';

/** A variant to read in a terminal. */
export function variantText(variant: Variant, heading: string, lang: Lang): string {
  const t = speaker(cliWords, lang);
  const lines = [`# ${heading}`, variant.counts.map(countText).join(' · ')];
  if (variant.title !== null) lines.push('', `${t('title')}: ${variant.title}`);
  if (variant.parts.length > 1)
    for (const [index, part] of variant.parts.entries())
      lines.push('', `## ${t('part', { number: index + 1, total: variant.parts.length })}`, '', part);
  else lines.push('', variant.body);
  if (variant.tags.length > 0) lines.push('', `${t('tags')}: ${variant.tags.join(', ')}`);
  for (const name of extraNames) {
    const text = sayExtra(lang, name, variant.extra);
    if (text !== '') lines.push('', `## ${say(extraWords, lang, name)}`, '', text);
  }
  if (variant.findings.length > 0)
    lines.push(
      '',
      `${t('findings')}:`,
      ...variant.findings.map(
        (finding) => `- ${severityText(finding.severity, lang)} · ${sayFindingLine(lang, finding)}`,
      ),
    );
  if (variant.trace.length > 0)
    lines.push('', `${t('trace')}:`, ...variant.trace.flatMap((entry) => traceLines(entry, lang)));
  return `${lines.join('\n')}\n`;
}

/** What was done, and below it what the sentence weighed where that decided. */
function traceLines(entry: TraceEntry, lang: Lang): readonly string[] {
  const weight = sayWeight(lang, entry);
  return [`- ${sayTrace(lang, entry)}`, ...(weight === '' ? [] : [`  ${weight}`])];
}

const countText = ({ field, unit, value, limit }: Count): string =>
  `${field} ${value}${limit === null ? '' : `/${limit}`} ${unit}`;

export const severityText = (severity: Severity, lang: Lang): string =>
  say(cliWords, lang, severity === 'warning' ? 'warning_severity' : severity);

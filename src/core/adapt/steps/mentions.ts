import { entry, mapSentences, once, type Run, type Step, traced } from '../draft';
import { rawText } from '../inlineTokens';
import type { TraceReason } from '../reasons';
import type { TraceEntry } from '../types';

/**
 * Mentions as the platform writes them: `@name`, with a space where it would otherwise swallow the next words, or only
 * the name where nobody can be mentioned or the platform's number is used up.
 */
export const mentions: Step = once((draft, { format }) => {
  const { syntax } = format.format.mentions;
  const max = format.format.limits.mentions_max ?? Number.POSITIVE_INFINITY;
  const named = new Set<string>();
  const trace: TraceEntry[] = [];
  const paragraphs = mapSentences(
    draft.paragraphs,
    (sentence, paragraph) => {
      if (!sentence.runs.some((run) => run.kind === 'mention')) return sentence;
      let reason: TraceReason = 'mention_syntax';
      const runs = sentence.runs.map((run, index): Run => {
        if (run.kind !== 'mention') return run;
        named.add(run.name);
        const overCap = named.size > max;
        if (overCap || syntax === 'none') {
          reason = overCap ? 'too_many_mentions' : 'no_mentions_here';
          return { kind: 'text', text: run.name, marks: [] };
        }
        const next = sentence.runs[index + 1];
        const needsSpace = next !== undefined && /^[\p{L}\p{N}_-]/u.test(rawText(next));
        return { kind: 'text', text: `@${run.name}${needsSpace ? ' ' : ''}`, marks: [] };
      });
      const before = textOf(sentence.runs);
      const after = textOf(runs);
      if (before !== after) trace.push(entry('mentions', 'changed', reason, { before, after, block: paragraph.block }));
      return { ...sentence, runs };
    },
    'mention',
  );
  return traced({ ...draft, paragraphs }, trace);
});

const textOf = (runs: readonly Run[]): string => runs.map(rawText).join('');

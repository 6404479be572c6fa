import type { Lang } from '../model/records';
import { clauses } from '../text/sentences';
import type { Run, Sentence } from './draft';
import { rawText } from './inlineTokens';

/**
 * A sentence without its addresses, for platforms where none can be opened. A label keeps its words. A bare address
 * takes its clause with it (`传到 https://… 也行`), so that no hole is left; a sentence that is one clause, or an
 * introduction (`详情：`), goes as a whole. `keepWords` takes out only the address: the sentence was marked must keep.
 */
export function withoutAddresses(sentence: Sentence, lang: Lang, keepWords: boolean): readonly Run[] {
  if (!sentence.runs.some((run) => run.kind === 'link')) return sentence.runs;
  const known = bare.get(sentence);
  if (known !== undefined && known.lang === lang && known.keepWords === keepWords) return known.runs;
  const runs = removeAddresses(sentence, lang, keepWords);
  bare.set(sentence, { lang, keepWords, runs });
  return runs;
}

/** Every format without links asks for the same. */
const bare = new WeakMap<
  Sentence,
  { readonly lang: Lang; readonly keepWords: boolean; readonly runs: readonly Run[] }
>();

function removeAddresses(sentence: Sentence, lang: Lang, keepWords: boolean): readonly Run[] {
  const runs = sentence.runs.map((run) => (run.kind === 'link' && run.label !== run.href ? label(run) : run));
  if (!runs.some((run) => run.kind === 'link')) return runs;
  if (keepWords) return tidy(runs.filter((run) => run.kind !== 'link'));
  const kept = byClause(runs, lang).filter((clause) => !clause.some((run) => run.kind === 'link'));
  const rest = tidy(kept.flat());
  if (leadsElsewhere.test(rest.map(rawText).join(''))) return [];
  return /[\p{L}\p{N}]/u.test(rest.map(rawText).join('')) ? ended(rest, sentence.source) : [];
}

/** A condition or purpose says nothing once the clause it led to is gone: `要是没数到，传到 https://… 就行`. */
const leadsElsewhere = /要是|如果|假如|倘若|只要|一旦|的话|想要|若是|\b(?:if|when|once|unless|to)\b/iu;

const label = (run: Extract<Run, { kind: 'link' }>): Run => ({ kind: 'text', text: run.label, marks: run.marks });

/** The runs of each clause; a run that is not text is never divided. */
function byClause(runs: readonly Run[], lang: Lang): readonly (readonly Run[])[] {
  const lengths = clauses(runs.map(rawText).join(''), lang).map((clause) => clause.length);
  const result: Run[][] = [[]];
  let left = lengths.shift() ?? 0;
  for (const run of runs) {
    let rest = rawText(run);
    while (rest !== '') {
      const take = run.kind === 'text' ? Math.min(left, rest.length) : rest.length;
      result.at(-1)?.push(run.kind === 'text' ? { ...run, text: rest.slice(0, take) } : run);
      rest = rest.slice(take);
      left -= take;
      if (left > 0) continue;
      result.push([]);
      while (left <= 0 && lengths.length > 0) left += lengths.shift() ?? 0;
      if (left <= 0) left = Number.POSITIVE_INFINITY;
    }
  }
  return result;
}

/** The sentence still ends as it did when its last clause went. */
function ended(runs: readonly Run[], source: string): readonly Run[] {
  const end = /[。！？.!?…]+[”’」』）)]*$/u.exec(source)?.[0] ?? '';
  const last = runs.at(-1);
  if (last?.kind !== 'text' || /[。！？.!?…]+[”’」』）)]*$/u.test(last.text)) return runs;
  return [...runs.slice(0, -1), { ...last, text: last.text.replace(/[，；：、,;:\s]+$/u, '') + end }];
}

/** Joins neighbouring text and closes the holes: doubled spaces, a space before punctuation. */
function tidy(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.kind === 'text' && last?.kind === 'text' && last.marks.join() === run.marks.join())
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined.map((run, index) => {
    if (run.kind !== 'text') return run;
    let text = run.text.replace(/[^\S\n]{2,}/g, ' ').replace(/ (?=[，。；：！？、,.;:!?])/g, '');
    if (index === 0) text = text.trimStart();
    if (index === joined.length - 1) text = text.trimEnd();
    return { ...run, text };
  });
}

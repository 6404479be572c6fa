import { withoutAddresses } from '../addresses';
import {
  type Closing,
  type Context,
  type Draft,
  entry,
  holds,
  mapSentences,
  once,
  type Run,
  type Sentence,
  type Step,
  traced,
  withExtra,
} from '../draft';
import { clean } from '../flatten';
import { rawText } from '../inlineTokens';
import type { TraceReason } from '../reasons';
import type { TraceEntry } from '../types';
import { addClosings } from './voice';

/**
 * Addresses by the platform's policy. A link with words of its own keeps its words wherever they go; what happens to
 * the address is the policy. An address that is dropped from a sentence is in the trace with the sentence.
 */
export const links: Step = once((draft, context) => policies[context.format.format.links.policy](draft, context));

const policies: { readonly [K in Context['format']['format']['links']['policy']]: Step } = {
  keep: (draft, context) => {
    const max = context.format.format.limits.links_max ?? Number.POSITIVE_INFINITY;
    const own = linkOf(context);
    const inText = hrefs(draft);
    const addOwn = own !== '' && !inText.includes(own) && max > 0 && !draft.shed.includes('link');
    const kept = new Set(inText.slice(0, addOwn ? max - 1 : max));
    const rich = context.format.format.markup !== 'plain';
    const rewritten = rewriteSentences(
      draft,
      kept.size < inText.length ? 'too_many_links' : 'link_written_out',
      (sentence, keep) => {
        const runs = sentence.runs.map((run, index) => {
          if (run.kind !== 'link' || !kept.has(run.href)) return run;
          return rich ? run : written(run, sentence.runs[index + 1], context);
        });
        const over = runs.some((run) => run.kind === 'link' && !kept.has(run.href));
        return over ? withoutAddresses({ ...sentence, runs }, context.source.lang, keep) : runs;
      },
      context,
    );
    return addOwn ? addClosings(rewritten, [ownLine(context, own)], 'links') : rewritten;
  },

  footnote: (draft, context) => footnotes(draft, context, linkOf(context)),

  source_url: (draft, context) => {
    const target = linkOf(context) || (hrefs(draft)[0] ?? '');
    if (target === '') return draft;
    const moved = entry('links', 'moved', 'link_as_source_url', { before: target });
    return footnotes(traced(withExtra(draft, { sourceUrl: target }), [moved]), context, '');
  },

  first_comment: (draft, context) => {
    const own = linkOf(context);
    const lines = own === '' ? [] : [ownLine(context, own).text];
    for (const run of linkRuns(draft)) {
      const line = run.label === run.href ? run.href : `${run.label} ${run.href}`;
      if (run.href !== own && !lines.includes(line)) lines.push(line);
    }
    if (lines.length === 0) return draft;
    const firstComment = lines.join('\n');
    const moved = entry('links', 'moved', 'link_to_first_comment', { after: firstComment });
    return withoutLinks(traced(withExtra(draft, { firstComment }), [moved]), 'link_to_first_comment', context);
  },

  drop: (draft, context) => {
    const own = linkOf(context);
    const isKept = context.keep.has(own) && !draft.shed.includes('link');
    const dropped = own === '' || isKept ? [] : [entry('links', 'removed', 'link_not_clickable', { before: own })];
    const without = withoutLinks(traced(draft, dropped), 'link_not_clickable', context);
    return own !== '' && isKept ? addClosings(without, [ownLine(context, own)], 'links') : without;
  },
};

type Link = Extract<Run, { kind: 'link' }>;

const linkOf = ({ source }: Context): string => clean(source.link).trim();

const linkRuns = (draft: Draft): readonly Link[] =>
  draft.paragraphs.flatMap((paragraph) =>
    holds(paragraph, 'link')
      ? paragraph.sentences.flatMap((sentence) => sentence.runs.filter((run) => run.kind === 'link'))
      : [],
  );

const hrefs = (draft: Draft): readonly string[] => [...new Set(linkRuns(draft).map((run) => run.href))];

const ownLine = ({ voice }: Context, href: string): Closing => {
  const words = clean(voice.linkLine).trim();
  return { kind: 'link', text: words === '' || words.includes(href) ? words || href : `${words} ${href}`, href };
};

/** In plain text the address follows its words in brackets; an address standing alone stays as it is. */
function written(run: Link, next: Run | undefined, { source }: Context): Run {
  if (run.label === run.href) return labelled(run);
  if (source.lang === 'zh') return { kind: 'text', text: `${run.label}（${run.href}）`, marks: run.marks };
  const space = next !== undefined && /^[\p{L}\p{N}]/u.test(rawText(next)) ? ' ' : '';
  return { kind: 'text', text: `${run.label} (${run.href})${space}`, marks: run.marks };
}

const writtenOut = (run: Run, next: Run | undefined, context: Context): Run =>
  run.kind === 'link' && context.format.format.markup === 'plain' ? written(run, next, context) : run;

const labelled = (run: Link): Run => ({ kind: 'text', text: run.label, marks: run.marks });

/** Numbers every address in the text and lists them after it. `own` is the piece's link when it has no other place. */
function footnotes(draft: Draft, context: Context, own: string): Draft {
  const listed = hrefs(draft);
  const elsewhere = draft.extra.sourceUrl;
  const numbers = new Map(listed.map((href, index) => [href, index + 1]));
  const numbered = (run: Run): readonly Run[] =>
    run.kind === 'link'
      ? [...(run.label === run.href ? [] : [labelled(run)]), { kind: 'note', number: numbers.get(run.href) ?? 0 }]
      : [run];
  const rewritten = rewriteSentences(draft, 'link_as_footnote', ({ runs }) => runs.flatMap(numbered), context);
  const notes: Closing[] = listed.map((href, index) => ({ kind: 'footnote', text: `[${index + 1}] ${href}`, href }));
  const line = own === '' || listed.includes(own) || own === elsewhere ? [] : [ownLine(context, own)];
  return addClosings(rewritten, [...line, ...notes], 'links');
}

/** Takes addresses out of the text; `addresses.ts` says what goes with them. */
function withoutLinks(draft: Draft, reason: TraceReason, context: Context): Draft {
  const { lang } = context.source;
  return rewriteSentences(draft, reason, (sentence, keep) => withoutAddresses(sentence, lang, keep), context);
}

/** Gives every sentence with a link its new runs, with a trace of what changed. One that would vanish and is kept stays. */
function rewriteSentences(
  draft: Draft,
  reason: TraceReason,
  change: (sentence: Sentence, keep: boolean) => readonly Run[],
  context: Context,
): Draft {
  const trace: TraceEntry[] = [];
  const paragraphs = mapSentences(
    draft.paragraphs,
    (sentence, paragraph) => {
      if (!sentence.runs.some((run) => run.kind === 'link')) return sentence;
      const before = sentence.runs.map(rawText).join('');
      const runs = change(sentence, paragraph.keep);
      const after = runs.map((run) => (run.kind === 'note' ? `[${run.number}]` : rawText(run))).join('');
      const place = { block: paragraph.block, sentence: sentence.at?.index };
      if (after === '' && context.keep.has(before)) {
        trace.push(entry('links', 'kept', 'kept_by_hand', { before, ...place }));
        return { ...sentence, runs: sentence.runs.map((run, at) => writtenOut(run, sentence.runs[at + 1], context)) };
      }
      const action = after === '' ? 'removed' : 'changed';
      if (after !== before) trace.push(entry('links', action, reason, { before, after, ...place }));
      return { ...sentence, runs };
    },
    'link',
  );
  return traced({ ...draft, paragraphs }, trace);
}

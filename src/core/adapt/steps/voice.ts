import { type Closing, type ClosingKind, type Draft, entry, once, type Step, traced } from '../draft';
import { clean } from '../flatten';
import type { TraceReason } from '../reasons';

/** What the account adds: the tier's benefit in the private domain, and the sign-off. Nothing is said twice. */
export const voice: Step = once((draft, context) => {
  const { voice, format } = context;
  const benefit = format.format.family === 'private' ? clean(voice.tierBenefit).trim() : '';
  const wanted: readonly Closing[] = [
    { kind: 'benefit', text: benefit, href: null },
    { kind: 'sign_off', text: clean(voice.signOff).trim(), href: null },
  ];
  return addClosings(
    draft,
    wanted.filter(({ text }) => text !== '' && !saysAlready(draft, text)),
    'voice',
  );
});

const addedReason: Readonly<Record<ClosingKind, TraceReason>> = {
  benefit: 'tier_benefit',
  link: 'link_line',
  footnote: 'link_as_footnote',
  sign_off: 'sign_off',
  tags: 'tag_line',
};

/** The order of closing lines on the page. */
const rank: Readonly<Record<ClosingKind, number>> = { benefit: 0, link: 1, footnote: 2, sign_off: 3, tags: 4 };

/** Adds closing lines in their order, with a trace; kinds given up for space are left out. */
export function addClosings(draft: Draft, closings: readonly Closing[], step: 'voice' | 'links' | 'tags'): Draft {
  const lines = closings.filter(({ kind }) => !draft.shed.includes(kind));
  if (lines.length === 0) return draft;
  const all = [...draft.closings, ...lines].sort((a, b) => rank[a.kind] - rank[b.kind]);
  return traced(
    { ...draft, closings: all },
    lines.map(({ kind, text }) => entry(step, 'added', addedReason[kind], { after: text })),
  );
}

function saysAlready(draft: Draft, text: string): boolean {
  const last = draft.paragraphs.at(-1);
  return (
    last?.sentences
      .map((sentence) => sentence.source)
      .join('')
      .includes(text) ?? false
  );
}

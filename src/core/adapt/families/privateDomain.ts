import type { Lang } from '../../model/records';
import {
  type Context,
  type Draft,
  entry,
  mapSentences,
  ownParagraph,
  type Paragraph,
  type Sentence,
  type Step,
  traced,
  withExtra,
} from '../draft';
import { clean } from '../flatten';
import type { TraceEntry } from '../types';

/** A private message: what its sender must know of the tier goes beside it, never into it. */
export const privateDomain: Step = (draft, { voice }) =>
  voice.tier === undefined
    ? draft
    : withExtra(draft, {
        sending: { ...voice.tier, tone: clean(voice.tier.tone).trim(), benefit: clean(voice.tierBenefit).trim() },
      });

/**
 * What is read by a tier, or by one person, before anything is measured. Asides (blocks that may be left out) are for
 * the closest tier only: the others are written to less, and shorter. One person is greeted without a name, which
 * nobody here knows, and is not addressed as many.
 */
export function forReaders(draft: Draft, context: Context): Draft {
  const { family, audience } = context.format.format;
  if (family !== 'private') return draft;
  const shorter = withoutAsides(draft, context);
  return audience === 'one' ? greeted(addressedAsOne(shorter, context), context.source.lang) : shorter;
}

function withoutAsides(draft: Draft, { voice, keep }: Context): Draft {
  const tier = voice.tier?.tier;
  if (tier === undefined || tier === 'core') return draft;
  const trace: TraceEntry[] = [];
  const paragraphs = draft.paragraphs.flatMap((paragraph): readonly Paragraph[] => {
    if (!paragraph.optional || paragraph.keep) return [paragraph];
    const sentences = paragraph.sentences.filter((sentence) => {
      const stays = keep.has(sentence.source);
      if (!stays)
        trace.push(
          entry('opening', 'removed', 'tier_without_asides', {
            before: sentence.source,
            block: paragraph.block,
            sentence: sentence.at?.index,
          }),
        );
      return stays;
    });
    return sentences.length === 0 ? [] : [{ ...paragraph, sentences }];
  });
  // A message of nothing but asides is still a message.
  return paragraphs.every(({ sentences }) => sentences.length === 0) ? draft : traced({ ...draft, paragraphs }, trace);
}

/** An address of many at the start of a sentence goes: 大家好， 各位， Hi everyone, */
function addressedAsOne(draft: Draft, { source }: Context): Draft {
  const trace: TraceEntry[] = [];
  const paragraphs = mapSentences(draft.paragraphs, (sentence, paragraph) => {
    const [first, ...rest] = sentence.runs;
    if (first?.kind !== 'text' || paragraph.keep) return sentence;
    const text = first.text.replace(vocative[source.lang], '');
    if (text === first.text || (text.trim() === '' && rest.length === 0)) return sentence;
    const capital = source.lang === 'en' ? text.charAt(0).toUpperCase() + text.slice(1) : text;
    trace.push(
      entry('opening', 'changed', 'address_of_many', { before: first.text, after: capital, block: paragraph.block }),
    );
    return { ...sentence, runs: [{ ...first, text: capital }, ...rest] };
  });
  return traced({ ...draft, paragraphs }, trace);
}

const vocative: { readonly [K in Lang]: RegExp } = {
  zh: /^(?:(?:大家|各位|家人们|朋友们|同学们|伙伴们|宝子们|姐妹们)(?:晚上|早上|上午|下午)?好?[，,！!：:。]\s*)+/u,
  en: /^(?:(?:hi|hello|hey|dear)\s+)?(?:everyone|everybody|all|folks|friends|guys|team)[,!:.]\s*/iu,
};

function greeted(draft: Draft, lang: Lang): Draft {
  if (draft.paragraphs.length === 0) return draft;
  const text = greeting[lang];
  const sentence: Sentence = { source: text, added: 'greeting', gap: '', runs: [{ kind: 'text', text, marks: [] }] };
  const line = ownParagraph('title', [sentence]);
  return traced({ ...draft, paragraphs: [line, ...draft.paragraphs] }, [
    entry('opening', 'added', 'greeting', { after: text }),
  ]);
}

const greeting: { readonly [K in Lang]: string } = { zh: '你好，', en: 'Hello,' };

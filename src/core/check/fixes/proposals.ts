import { countIn } from '../../adapt/measure';
import { lawfulTag, tagCap } from '../../adapt/tagRules';
import { fitTitle } from '../../adapt/title';
import type { AdaptInput, OverrideField, Variant } from '../../adapt/types';
import { type CounterId, counterIds } from '../../platforms/pack';
import { lawfulTitle } from '../../platforms/titleSigns';
import { hasHan } from '../../text/han';
import { urlsIn } from '../../text/links';
import { occurrences } from '../../text/occurrences';
import { sentences } from '../../text/sentences';
import { tokensIn } from '../../text/tokens';
import { findAdLawTerms } from '../adLaw/matcher';
import type { FindingCode } from '../codes';
import type { Ask, Fix, FixAct } from './fix';
import { describeFromCaption } from './pictures';
import { swaps } from './swaps';
import { firstClauses, textAt, without, withoutClauses } from './texts';

type Propose = (ask: Ask) => Iterable<Fix>;

const none: readonly Fix[] = [];

/** Ways to mend a finding, the best first. A code that is missing needs a person. */
export const proposals: Partial<Readonly<Record<FindingCode, Propose>>> = {
  title_too_long: shorterTitle,
  title_sign: ({ input, variant }) =>
    write('title', lawfulTitle(variant.title ?? '', input.format.format), 'take_signs_out'),
  title_missing: titleFromOpening,
  body_too_long: ({ input }) => giveBack(input, 'body'),
  total_too_long: function* (ask) {
    yield* shorterTitle(ask);
    yield* giveBack(ask.input, 'body');
  },
  digest_too_long: shorterText,
  field_too_long: shorterText,
  forbidden_character: ({ variant, finding }) => {
    const at = textAt(variant, finding);
    const sign = String(finding.params.sign);
    return at === null
      ? none
      : write(at.field, at.text.replaceAll(sign, fullWidth(sign)), 'replace_sign', { sign, to: fullWidth(sign) });
  },
  too_many_tags: fewerTags,
  tags_total_too_long: fewerTags,
  too_many_hashtags: fewerTags,
  tag_too_long: ({ variant, finding }) => withoutTag(variant, String(finding.params.tag)),
  tag_characters: mendedTag,
  too_many_mentions: namesOnly,
  link_missing: addLink,
  link_not_clickable: removeLinks,
  link_banned: removeLinks,
  too_many_links: oneLink,
  contact_banned: removeClause,
  avoid_word: removeClause,
  ad_law_term: soberWord,
  ad_not_disclosed: markAd,
  image_no_alt: describeFromCaption,
};

/** One text written over, where that changes anything. */
function write(field: OverrideField, text: string, act: FixAct, params: Fix['params'] = {}): readonly Fix[] {
  return text === '' && field !== 'digest' ? none : [{ kind: 'override', fields: { [field]: text }, act, params }];
}

function giveBack({ overrides }: AdaptInput, field: OverrideField): readonly Fix[] {
  return overrides?.[field] === undefined
    ? none
    : [{ kind: 'override', fields: { [field]: null }, act: 'give_back', params: {} }];
}

function shorterTitle({ input, variant }: Ask): readonly Fix[] {
  const { title } = fitTitle(variant.title ?? '', input.source, input.format.format);
  return write('title', title, 'shorten', { text: title });
}

function titleFromOpening({ input, variant }: Ask): readonly Fix[] {
  const line = variant.body.split('\n').find((text) => /[\p{L}\p{N}]/u.test(text)) ?? '';
  const [opening = ''] = sentences(line.replace(/^[#\s]+/u, ''), input.source.lang);
  const { title } = fitTitle(opening.trim().replace(/[。.]$/u, ''), input.source, input.format.format);
  return write('title', title, 'title_from_opening', { text: title });
}

function shorterText({ input, variant, finding }: Ask): readonly Fix[] {
  const at = textAt(variant, finding);
  const { unit, limit } = finding.params;
  if (at === null || !isCounter(unit) || typeof limit !== 'number') return none;
  const measure = countIn(unit);
  return write(
    at.field,
    firstClauses(at.text, input.source.lang, (text) => measure(text) <= limit),
    'shorten',
  );
}

const isCounter = (unit: unknown): unit is CounterId => (counterIds as readonly unknown[]).includes(unit);

/** `<` as `＜`; a sign without a full-width one goes. */
function fullWidth(sign: string): string {
  const code = sign.charCodeAt(0);
  return sign.length === 1 && code >= 0x21 && code <= 0x7e ? String.fromCharCode(code + 0xfee0) : '';
}

/** Fewer tags, as many as may stay: those first in the list are the ones that matter. */
function* fewerTags({ input, variant, finding }: Ask): Generator<Fix> {
  const most = Math.min(tagCap(input.format.format), Number(finding.params.limit ?? variant.tags.length));
  const body = input.overrides?.body;
  const written = body === undefined ? [] : tokensIn(body).filter(({ kind }) => kind === 'tag');
  const extra = written.filter(({ text }) => !new Set(written.slice(0, most).map((tag) => tag.text)).has(text));
  const texts = extra.length === 0 || body === undefined ? {} : { body: without(body, extra) };
  const isTotal = finding.code === 'tags_total_too_long';
  for (let count = Math.min(most, variant.tags.length - (isTotal ? 1 : 0)); count >= 0; count -= 1) {
    const tags = count < variant.tags.length ? { tags: variant.tags.slice(0, count).join('\n') } : {};
    const dropped = variant.tags.length - count + extra.length;
    if (dropped > 0)
      yield { kind: 'override', fields: { ...tags, ...texts }, act: 'drop_tags', params: { count: dropped } };
    if (!isTotal) return;
  }
}

function withoutTag(variant: Variant, tag: string): readonly Fix[] {
  const tags = variant.tags.filter((one) => one !== tag).join('\n');
  return [{ kind: 'override', fields: { tags }, act: 'drop_tags', params: { count: 1 } }];
}

/** The tag without the sign that breaks it; without the tag where nothing lawful is left of it. */
function* mendedTag({ input, variant, finding }: Ask): Generator<Fix> {
  const tag = String(finding.params.tag);
  const lawful = lawfulTag(tag, input.format.format);
  if (lawful.kind === 'lawful' && lawful.tag !== tag) {
    const tags = [...new Set(variant.tags.map((one) => (one === tag ? lawful.tag : one)))].join('\n');
    yield { kind: 'override', fields: { tags }, act: 'mend_tag', params: { tag, to: lawful.tag } };
  }
  yield* withoutTag(variant, tag);
}

/** Those mentioned first are told; after them only the names stay, as adaptation itself writes them. */
function namesOnly({ variant, finding }: Ask): readonly Fix[] {
  const extra = tokensIn(variant.body)
    .filter(({ kind }) => kind === 'mention')
    .slice(Number(finding.params.limit));
  let body = variant.body;
  for (const { start } of extra.toReversed()) body = body.slice(0, start) + body.slice(start + 1);
  return extra.length === 0 ? none : write('body', body, 'names_only', { count: extra.length });
}

/** The piece's link where this format carries links. */
function addLink({ input, variant }: Ask): readonly Fix[] {
  const { links, lines } = input.format.format;
  const link = input.source.link.trim();
  if (links.policy === 'first_comment')
    return write(
      'firstComment',
      [variant.extra.firstComment ?? '', link].filter((text) => text !== '').join('\n'),
      'add_link',
    );
  if (links.policy !== 'keep' || variant.body === '') return none;
  return write(
    'body',
    `${variant.body}${lines === 'blank' ? '\n\n' : lines === 'single' ? '\n' : ' '}${link}`,
    'add_link',
  );
}

/** Addresses nobody can open go; where the platform has a first comment they go there. */
function removeLinks({ input, variant }: Ask): readonly Fix[] {
  const links = urlsIn(variant.body);
  const body = without(variant.body, links);
  if (links.length === 0 || body === '') return none;
  if (input.format.format.links.policy !== 'first_comment') return write('body', body, 'remove_links');
  const comment = variant.extra.firstComment ?? '';
  const urls = [...new Set(links.map(({ url }) => url))].filter((url) => !comment.includes(url));
  const fields = { body, firstComment: [comment, ...urls].filter((text) => text !== '').join('\n') };
  return [{ kind: 'override', fields, act: 'link_to_comment', params: {} }];
}

/** The piece's own link stays, else the first; where one stands beside the text, none of the text. */
function oneLink({ input, variant }: Ask): readonly Fix[] {
  const links = urlsIn(variant.body);
  const own = links.find(({ url }) => url === input.source.link.trim()) ?? links[0];
  const kept = variant.extra.sourceUrl ? undefined : own;
  return write(
    'body',
    without(
      variant.body,
      links.filter(({ url }) => url !== kept?.url),
    ),
    'remove_links',
  );
}

/** The clause that holds what may not be said, when something is left without it. */
function removeClause({ input, variant, finding }: Ask): readonly Fix[] {
  const at = textAt(variant, finding);
  const word = String(finding.params.word ?? finding.params.text ?? '').toLowerCase();
  if (at === null || word === '') return none;
  const found = occurrences(at.text, word, false);
  const holds = (clause: string, start: number): boolean =>
    found.some((index) => index < start + clause.length && index + word.length > start);
  const text = withoutClauses(
    at.text,
    input.source.lang,
    (clause, start) => holds(clause, start) && (finding.code === 'contact_banned' || isAlone(clause, word)),
  );
  return text === at.text ? none : write(at.field, text, 'remove_clause', { word });
}

/** A word to avoid goes only where it stands alone (“家人们，…”): a sentence is not taken away for one word. */
const isAlone = (clause: string, word: string): boolean =>
  !/[\p{L}\p{N}]/u.test(clause.toLowerCase().replaceAll(word, ''));

/** A sober word in place of a claim, wherever it is one. */
function soberWord({ variant, finding }: Ask): readonly Fix[] {
  const at = textAt(variant, finding);
  const word = String(finding.params.word);
  const swap = swaps[String(finding.params.term)];
  if (at === null || swap === undefined) return none;
  let text = at.text;
  const hits = findAdLawTerms(text).filter(({ written }) => written === word);
  for (const { start, end } of hits.toReversed()) {
    if (swap.unless?.test(text.slice(end))) return none;
    text = text.slice(0, start) + swap.to + text.slice(end);
  }
  return hits.length === 0 ? none : write(at.field, text, 'swap_word', { word, to: swap.to });
}

/** The word the platform accepts, at the very beginning. */
function markAd({ variant, finding }: Ask): readonly Fix[] {
  const word = String(finding.params.words);
  const mark = hasHan(word) ? `【${word}】` : `${word} `;
  return variant.body === '' ? none : write('body', `${mark}${variant.body}`, 'mark_ad', { word });
}

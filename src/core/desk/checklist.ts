import type { Variant } from '../adapt/types';
import type { Account, Asset } from '../model/records';
import type { Format } from '../platforms/pack';
import { urlsIn } from '../text/links';

/**
 * What to look at before posting, computed from the version, its account and what the platform is known for. A tick is a
 * fact of the placement, kept by `key`; the list itself is never stored.
 */
export type CheckPoint = {
  /** Letters, digits and `_`, at most 40. */
  readonly key: string;
  readonly code: CheckCode;
  readonly params: Readonly<Record<string, string | number>>;
};
export const checkCodes = [
  'account',
  'audience',
  'order',
  'tags_pick',
  'tags_apart',
  'pictures',
  'cover',
  'consent',
  'link_comment',
  'link_source',
  'link_dead',
  'link_banned',
  'first_comment',
  'ad_label',
  'ad_words',
] as const;
export type CheckCode = (typeof checkCodes)[number];

export type ChecklistInput = {
  readonly variant: Variant;
  readonly format: Format;
  readonly account: Pick<Account, 'name' | 'handle'> | null;
  /** The piece's pictures; those the version shows are looked at in posting order. */
  readonly assets: readonly Pick<Asset, 'id' | 'consent'>[];
  /** The post is paid for or advertises, by its words. */
  readonly advertises: boolean;
};

const none = {} as const;

export function checklist({ variant, format, account, assets, advertises }: ChecklistInput): readonly CheckPoint[] {
  const { format: pack } = format;
  const { extra, tags } = variant;
  const images = extra.images ?? [];
  const point = (code: CheckCode, params: CheckPoint['params'] = none, key: string = code): CheckPoint => ({
    key,
    code,
    params,
  });
  const outside = urlsIn(`${variant.body} ${extra.firstComment ?? ''}`).length > 0;
  const chosen = extra.topics?.length ?? tags.length;
  return [
    ...(account === null ? [] : [point('account', { name: account.name, handle: account.handle })]),
    ...(extra.sending === undefined ? [] : [point('audience', { tier: extra.sending.tier })]),
    ...(variant.parts.length > 1 ? [point('order', { count: variant.parts.length })] : []),
    ...(chosen === 0 || pack.tags.syntax === 'none'
      ? []
      : pack.tags.where === 'apart' && extra.topics === undefined
        ? [point('tags_apart', { count: chosen })]
        : [point('tags_pick', { count: chosen })]),
    ...(images.length > 1 ? [point('pictures', { count: images.length })] : []),
    ...((extra.covers?.length ?? 0) > 0 ? [point('cover', { count: extra.covers?.length ?? 0 })] : []),
    ...images.flatMap((image, index) => {
      const consent = assets.find(({ id }) => id === image)?.consent ?? '';
      return consent === '' ? [] : [point('consent', { number: index + 1, consent }, `consent_${index + 1}`)];
    }),
    ...(extra.sourceUrl === undefined || extra.sourceUrl === '' ? [] : [point('link_source')]),
    ...(pack.links.policy === 'first_comment' && urlsIn(extra.firstComment ?? '').length > 0
      ? [point('link_comment')]
      : extra.firstComment === undefined || extra.firstComment === ''
        ? []
        : [point('first_comment')]),
    ...(outside && pack.links.outside === 'banned'
      ? [point('link_banned')]
      : outside && !pack.links.clickable && pack.links.policy === 'keep'
        ? [point('link_dead')]
        : []),
    ...(!advertises || pack.disclosure === undefined
      ? []
      : [point(pack.disclosure.label ? 'ad_label' : 'ad_words', { words: pack.disclosure.words[0] ?? '' })]),
  ];
}

import type { FindingCode } from './codes';

/**
 * Where each finding may stand: a field of the variant, of its pictures or of the brief. `text` is any wording readers
 * see, `body` also a post of a thread, `brief.*` a field of the brief.
 */
export type Place =
  | 'title'
  | 'body'
  | 'text'
  | 'tags'
  | 'digest'
  | 'total'
  | 'link'
  | 'images'
  | 'video'
  | 'script'
  | 'brief.*';

export const places: Readonly<Record<FindingCode, readonly Place[]>> = {
  cannot_fit: ['title', 'body', 'total', 'digest'],
  unresolved_field: ['brief.*'],
  title_missing: ['title'],
  title_too_long: ['title'],
  title_too_short: ['title'],
  title_sign: ['title'],
  body_missing: ['body'],
  body_too_long: ['body'],
  total_too_long: ['total'],
  digest_too_long: ['digest'],
  field_too_long: ['text'],
  forbidden_character: ['title', 'body'],
  too_many_tags: ['tags'],
  too_few_tags: ['tags'],
  tags_total_too_long: ['tags'],
  tag_too_long: ['tags'],
  tag_characters: ['tags'],
  too_many_hashtags: ['body'],
  too_many_mentions: ['body'],
  link_missing: ['link'],
  link_dropped: ['link'],
  link_not_clickable: ['body'],
  link_banned: ['body'],
  contact_banned: ['text'],
  too_many_links: ['link'],
  source_url_too_long: ['link'],
  too_few_images: ['images'],
  too_many_images: ['images'],
  image_missing: ['images'],
  image_too_big: ['images'],
  image_format: ['images'],
  image_still: ['images'],
  image_ratio: ['images'],
  image_too_small: ['images'],
  image_too_large: ['images'],
  image_no_alt: ['images'],
  alt_too_long: ['images'],
  video_needed: ['video'],
  script_too_long: ['script'],
  script_too_short: ['script'],
  lottery_no_deadline: ['brief.*'],
  lottery_no_rules: ['brief.*'],
  fact_left_out: ['body'],
  lottery_deadline_unsaid: ['brief.*'],
  no_way_to_take_part: ['brief.*'],
  language_mismatch: ['body'],
  avoid_word: ['text'],
  ad_law_term: ['text'],
  ad_not_disclosed: ['text'],
  same_text: ['body'],
  fold_hides_link: ['body'],
  fold_hides_tag: ['body'],
  fold_hides_call: ['body'],
};

const texts: ReadonlySet<string> = new Set([
  ...['title', 'body', 'tags', 'digest', 'cover', 'firstComment', 'chapters', 'runOfShow', 'script'],
]);

/** Whether a finding stands where the table says it may. */
export const standsIn = (code: FindingCode, field: string): boolean =>
  places[code].some((place) => {
    if (place === 'brief.*') return field.startsWith('brief.');
    if (place === 'text') return texts.has(field) || field.startsWith('part ');
    return field === place || (place === 'body' && field.startsWith('part '));
  });

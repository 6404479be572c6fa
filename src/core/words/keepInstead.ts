import { canKeep } from '../adapt/keep';
import type { TraceReason } from '../adapt/reasons';
import type { TraceEntry } from '../adapt/types';
import type { Lang } from '../model/records';
import { defineWords, say } from './say';

/** What to do about a removal that no button takes back. */
const instead = [
  'title_too_long',
  'keep_too_long',
  'no_room_benefit',
  'no_room_link',
  'no_room_footnote',
  'no_room_sign_off',
  'no_room_tags',
  'link_to_first_comment',
  'no_tags_here',
  'tag_unlawful',
  'tag_too_long',
  'sentence_too_long',
  'closing_too_long',
  'too_few_chapters',
  'no_room_chapters',
] as const satisfies readonly TraceReason[];
type Instead = (typeof instead)[number];

const insteadWords = defineWords<Instead>({
  zh: {
    title_too_long: '在标题台写一个短的。',
    keep_too_long: '放开一段「必留」，或把它写短。',
    no_room_benefit: '正文短一点就放得下。',
    no_room_link: '正文短一点就放得下。',
    no_room_footnote: '正文短一点就放得下。',
    no_room_sign_off: '正文短一点就放得下。',
    no_room_tags: '正文短一点就放得下。',
    link_to_first_comment: '没有丢，发出后贴在评论里。',
    no_tags_here: '想留这个词，写进正文。',
    tag_unlawful: '换一个说法，写进标签。',
    tag_too_long: '换一个短的话题。',
    sentence_too_long: '在源稿里断成两句，它就回来。',
    closing_too_long: '在账号设置里写短。',
    too_few_chapters: '给源稿加小标题，或手写章节。',
    no_room_chapters: '简介短一点就放得下，也可以手写章节。',
  },
  en: {
    title_too_long: 'Write a short one on the title bench.',
    keep_too_long: 'Let one “must keep” go, or shorten it.',
    no_room_benefit: 'A shorter text leaves room for it.',
    no_room_link: 'A shorter text leaves room for it.',
    no_room_footnote: 'A shorter text leaves room for it.',
    no_room_sign_off: 'A shorter text leaves room for it.',
    no_room_tags: 'A shorter text leaves room for it.',
    link_to_first_comment: 'It is not lost: paste it as the first comment.',
    no_tags_here: 'To keep the word, write it in the text.',
    tag_unlawful: 'Put it another way among the tags.',
    tag_too_long: 'Choose a shorter tag.',
    sentence_too_long: 'Break it in two in the source, and it comes back.',
    closing_too_long: 'Shorten it in the account’s settings.',
    too_few_chapters: 'Add headings to the source, or write the chapters.',
    no_room_chapters: 'A shorter description leaves room; or write the chapters.',
  },
});

/** Empty where a button takes it back, or nothing was removed. */
export function sayInstead(lang: Lang, entry: TraceEntry): string {
  if (entry.action !== 'removed' || canKeep(entry)) return '';
  const reason = instead.find((one) => one === entry.reason);
  return reason === undefined ? '' : say(insteadWords, lang, reason);
}

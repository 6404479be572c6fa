import type { Lang } from '../model/records';
import { sayField } from './platforms';
import { defineWords, say } from './say';

/** What a reviewer reads around the texts: on the page that opens in any browser and on the studio's own reading screen. */
export const reviewPageWords = defineWords({
  zh: {
    title: '{title} · 请审阅',
    lead: '{by}请你看 {count} 段文字（{day}）。点一句话可以写批注、改字；每段末尾选「通过」或「要改」。看完存成批注文件，发回去就行。',
    'lead.nobody':
      '请你看 {count} 段文字（{day}）。点一句话可以写批注、改字；每段末尾选「通过」或「要改」。看完存成批注文件，发回去就行。',
    needs_script:
      '这个浏览器没有运行页面里的脚本，只能看，不能写批注。换 Chrome、Edge、Safari 或 Firefox 打开，或直接回信说。',
    source: '源稿',
    no_words: '这里还没有文字。',
    empty: '这份文件里没有要看的文字。',
    pictures: '配图 {count} 张（缩小过，只供参考）',
    verdict: '这一段',
    approve: '通过',
    change: '要改',
    whole: '对整段说一句',
    'whole.hint': '哪里要改、为什么。可以不填',
    quote: '这一句',
    comment: '批注',
    'comment.hint': '想说的话',
    suggestion: '改成',
    'suggestion.hint': '直接在这里改字',
    'suggestion.fixed': '这一项由工具生成，不能直接改字，写批注就行。',
    keep: '记下',
    drop: '删掉',
    close: '收起',
    'mark.open': '写批注：{quote}',
    'said.suggest': '改成：{text}',
    by: '你的名字',
    'by.hint': '写上，对方好知道是谁',
    tally: '{count, plural, =0 {还没有意见} other {# 条意见}}',
    save: '存成批注文件',
    saved: '已存成「{file}」。把它发给对方。',
    none: '还没有意见可存。先选「通过」「要改」，或点一句话写批注。',
    unnamed: '先写上你的名字。',
    'draft.never': '这个浏览器不记草稿，关掉页面就没了。请及时存成文件。',
    'draft.lost': '上次留在这个浏览器里的草稿读不出来，这次从头开始。',
    file: '批注 {title} {by}',
    folder: '{title} 审阅 {day}',
  },
  en: {
    title: '{title} · for review',
    lead: '{by} asks you to read {count, plural, one {# text} other {# texts}} ({day}). Click a sentence to comment on it or change its words; at the end of each text choose “Approve” or “Needs changes”. Then save the file of marks and send it back.',
    'lead.nobody':
      'You are asked to read {count, plural, one {# text} other {# texts}} ({day}). Click a sentence to comment on it or change its words; at the end of each text choose “Approve” or “Needs changes”. Then save the file of marks and send it back.',
    needs_script:
      'This browser did not run the script of the page, so you can read but not mark. Open it in Chrome, Edge, Safari or Firefox, or just answer by mail.',
    source: 'Source',
    no_words: 'There are no words here yet.',
    empty: 'There is nothing to read in this file.',
    pictures: '{count, plural, one {# picture} other {# pictures}}, made small to look at',
    verdict: 'This text',
    approve: 'Approve',
    change: 'Needs changes',
    whole: 'A word on all of it',
    'whole.hint': 'What should change, and why. May stay empty',
    quote: 'This sentence',
    comment: 'Comment',
    'comment.hint': 'What you want to say',
    suggestion: 'Change to',
    'suggestion.hint': 'Edit the words right here',
    'suggestion.fixed': 'This part is made by the studio and cannot be rewritten here; a comment is enough.',
    keep: 'Keep',
    drop: 'Delete',
    close: 'Close',
    'mark.open': 'Comment on: {quote}',
    'said.suggest': 'Change to: {text}',
    by: 'Your name',
    'by.hint': 'So that they know who it was',
    tally: '{count, plural, =0 {No marks yet} one {# mark} other {# marks}}',
    save: 'Save the file of marks',
    saved: 'Saved as “{file}”. Send it back.',
    none: 'There is nothing to save yet. Choose “Approve” or “Needs changes”, or click a sentence.',
    unnamed: 'Write your name first.',
    'draft.never': 'This browser keeps no draft: closing the page loses what you wrote. Save the file in good time.',
    'draft.lost': 'The draft this browser kept cannot be read, so you begin anew.',
    file: 'marks {title} {by}',
    folder: '{title} review {day}',
  },
});

const extraFields = defineWords({
  zh: { topics: '话题', sourceUrl: '原文链接' },
  en: { topics: 'Topics', sourceUrl: 'Link to the original' },
});

/** The name of a text under review (`core/review/texts.ts`). */
export const sayReviewField = (lang: Lang, field: string): string =>
  field === 'topics' || field === 'sourceUrl' ? say(extraFields, lang, field) : sayField(lang, field);

/** Whose text it is: 「微博 · 图文 · 官微」, or the source. */
export const sayReviewPlace = (
  lang: Lang,
  { platform, format, account }: { readonly platform: string; readonly format: string; readonly account: string },
): string =>
  platform === '' ? say(reviewPageWords, lang, 'source') : [platform, format, account].filter(Boolean).join(' · ');

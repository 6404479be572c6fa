import { defineWords } from './say';

/** Handing pieces on as Word files, from the editor, the library and a campaign. */
export const wordFileWords = defineWords({
  zh: {
    one: '写成 Word 审稿…',
    campaign: '把排进去的稿子写成 Word 审稿…',
    started: '正在写 Word 文件…',
    none: '这个战役里还没有排期的稿子。先排一篇，再写成 Word。',
    done: '写好了 {files} 份 Word：{folder}',
  },
  en: {
    one: 'Write as Word for reviewers…',
    campaign: 'Write its planned pieces as Word for reviewers…',
    started: 'Writing Word files…',
    none: 'Nothing is planned in this campaign yet. Plan a piece first, then write it as Word.',
    done: '{files, plural, one {# Word file} other {# Word files}} written: {folder}',
  },
});

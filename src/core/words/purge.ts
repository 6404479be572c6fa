import { defineWords } from './say';

/** Deleting pieces for good. Used in `features/library/trash`. */
export const purgeWords = defineWords({
  zh: {
    'purge.title': '{count, plural, =1 {彻底删除这一篇？} other {彻底删除这 # 篇？}}',
    'purge.pieces': '{count} 篇源稿，连同历史里的旧稿',
    'purge.variants': '{count} 个改过的版本',
    'purge.placements': '{count} 处排期{live, plural, =0 {} other {，其中 # 处已发布}}',
    'purge.reviews': '{count} 条审稿意见',
    'purge.figures': '{count} 条发布后的数据',
    'purge.images': '{count} 张只有它们用的图：{names}',
    'purge.and_more': '等 {count} 项',
    'purge.undoable': '删掉后回收站里就没有了。发觉删错，还可以用撤销取回来。',
    'purge.do': '彻底删除',
    'purge.keep': '留着',
  },
  en: {
    'purge.title': '{count, plural, =1 {Delete this piece for good?} other {Delete these # pieces for good?}}',
    'purge.pieces':
      '{count, plural, one {# source text, with the older texts in its history} other {# source texts, with the older texts in their history}}',
    'purge.variants': '{count, plural, one {# version} other {# versions}} edited by hand',
    'purge.placements':
      '{count, plural, one {# placement} other {# placements}}{live, plural, =0 {} other {, # of them published}}',
    'purge.reviews': '{count, plural, one {# review comment} other {# review comments}}',
    'purge.figures': '{count, plural, one {# figure} other {# figures}} measured after publishing',
    'purge.images': '{count, plural, one {# picture} other {# pictures}} only they use: {names}',
    'purge.and_more': 'and {count} more',
    'purge.undoable':
      '{count, plural, one {It} other {They}} will no longer be in the trash. If it was a mistake, Undo still brings {count, plural, one {it} other {them}} back.',
    'purge.do': 'Delete for good',
    'purge.keep': 'Keep',
  },
});

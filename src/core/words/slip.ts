import { defineWords } from './say';

/** Saving a slip at the hand-over desk. Used in `features/desk`. */
export const slipWords = defineWords({
  zh: {
    save: '存回执：把勾选、链接和发布时间存成一个文件，发给做计划的人',
    name: '发布回执',
    saved: '已存成「{file}」，{count} 处排期。发给做计划的人。',
    nothing: '这几天还没有可回的：先标「已交接」「已发布」或补上链接。',
  },
  en: {
    save: 'Save a slip: ticks, links and times of posting as a file for whoever plans',
    name: 'slip',
    saved: 'Saved as “{file}”, {count, plural, one {# placement} other {# placements}}. Send it to whoever plans.',
    nothing: 'Nothing to tell of these days yet: mark something as handed over or live, or add a link.',
  },
});

import { defineWords } from './say';

/** Going from one part of a screen to the next. */
export const partWords = defineWords<'part.next' | 'part.back'>({
  zh: {
    'part.next': '到下一块：工具栏、内容、待排、详情',
    'part.back': '到上一块',
  },
  en: {
    'part.next': 'Next part: toolbar, content, tray, details',
    'part.back': 'Previous part',
  },
});

import { defineWords } from './say';

/** Putting a picture of the library into a text. */
export const pictureWords = defineWords({
  zh: {
    'from.file': '从这台电脑选…',
    'from.library': '从素材库选…',
    title: '从素材库选图',
    search: '搜索素材图片',
    'search.hint': '搜文件名、替代文字、标签',
    list: '素材库里的图片',
    count: '{count} 张图',
    keys: '方向键选 · Enter 放入',
    'none.all': '素材库里还没有图片。把图片拖进正文，或从这台电脑选一张。',
    'none.found': '没有找到。换个词试试。',
    size: '{width} × {height}',
    alt: '替代文字：{alt}',
    'alt.none': '还没有替代文字，放入后补一句。',
    insert: '放入正文',
    cancel: '取消',
    close: '关闭',
  },
  en: {
    'from.file': 'From this computer…',
    'from.library': 'From the library…',
    title: 'Choose a picture from the library',
    search: 'Search pictures of the library',
    'search.hint': 'Search names, alt text, tags',
    list: 'Pictures of the library',
    count: '{count, plural, one {# picture} other {# pictures}}',
    keys: 'Arrows choose · Enter puts it in',
    'none.all': 'The library has no pictures yet. Drop one into the text, or choose one from this computer.',
    'none.found': 'Nothing was found. Try another word.',
    size: '{width} × {height}',
    alt: 'Alt text: {alt}',
    'alt.none': 'No alt text yet; add a sentence once it is in.',
    insert: 'Put into the text',
    cancel: 'Cancel',
    close: 'Close',
  },
});
export type PictureWord = keyof (typeof pictureWords)['zh'];

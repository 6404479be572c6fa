import type { ChangeCode, ChangeGroup } from '../article/survival';
import type { Lang } from '../model/records';
import { defineWords, say } from './say';

/** What would not live in a platform's editor, in words of an editor: what, and what goes there instead. */
const changeWords = defineWords({
  zh: {
    tag_gone: '{what} 会被整个删掉',
    tag_opened: '{what} 这层会被去掉，里面的字留着',
    tag_rewritten: '{what} 改写成 {becomes}，样式才留得住',
    attribute_gone: '{what} 会被删掉，字不受影响',
    size_to_style: '图片的宽高改写进样式里',
    style_gone: '样式 {what} 不起作用，先去掉',
    variable_baked: '{what} 里的变量换成了它的值',
    spaces_written: '换行和连续空格写成看得见的换行和空格',
    row_to_cells: '整行的底色和文字样式改到每个格子上',
    link_to_note: '站外链接点不开，改成文末脚注',
    anchor_gone: '页内跳转不起作用，字留着',
    image_to_upload: '图片要在后台上传，原处留了占位的字',
    list_moved: '列表里的列表挪到那一条后面',
    outside_wrapped: '最外层的底色和边距会被清掉，往里挪一层',
  },
  en: {
    tag_gone: '{what} is removed with everything in it',
    tag_opened: 'The {what} around the words goes; the words stay',
    tag_rewritten: '{what} becomes {becomes}, under which its looks live',
    attribute_gone: '{what} is removed; no words are touched',
    size_to_style: 'Width and height of pictures move into their style',
    style_gone: 'The style {what} does not work there and is left out',
    variable_baked: 'The variable in {what} is replaced by its value',
    spaces_written: 'Line breaks and runs of spaces are written out',
    row_to_cells: 'Ground and text style of a row move to its cells',
    link_to_note: 'Outside links cannot be opened and become notes at the end',
    anchor_gone: 'Jumps within the page do not work; their words stay',
    image_to_upload: 'Pictures are uploaded there; words hold their places',
    list_moved: 'A list within a list moves behind its item',
    outside_wrapped: 'Ground and edge of the outermost element would be cleared and move one step in',
  },
} satisfies { readonly [L in Lang]: Readonly<Record<ChangeCode, string>> });

export const sayChange = (lang: Lang, { code, what, becomes }: Pick<ChangeGroup, 'code' | 'what' | 'becomes'>) =>
  say(changeWords, lang, code, { what, becomes });

const pictureWords = defineWords({
  zh: { picture: '［图片 {number}{alt, select, none {} other {：{alt}}}］' },
  en: { picture: '[Picture {number}{alt, select, none {} other {: {alt}}}]' },
});

/** What stands in a copied article where a picture has to be uploaded. */
export const sayPicture = (lang: Lang, number: number, alt: string): string =>
  say(pictureWords, lang, 'picture', { number: `${number}`, alt: alt === '' ? 'none' : alt });

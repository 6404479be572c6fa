import type { Fix, FixAct } from '../check/fixes/fix';
import type { Lang } from '../model/records';
import { defineWords, say } from './say';

/** What the one key beside a finding does; short enough for a button. */
export const fixWords = defineWords<FixAct | 'command' | 'done' | 'none'>({
  zh: {
    shorten: '按分句缩短',
    take_signs_out: '去掉这些符号',
    title_from_opening: '用开头一句作标题',
    give_back: '恢复自动适配',
    drop_tags: '去掉 {count} 个标签',
    mend_tag: '改成「{to}」',
    names_only: '后面 {count} 个 @ 只留名字',
    link_to_comment: '链接移到首条评论',
    add_link: '放上链接',
    remove_links: '删掉正文里的链接',
    remove_clause: '删掉这半句',
    replace_sign: '{filled, select, yes {改成「{to}」} other {去掉「{sign}」}}',
    swap_word: '{filled, select, yes {改成「{to}」} other {去掉「{word}」}}',
    mark_ad: '在开头标「{word}」',
    describe: '用图注作说明',
    command: '修好这一条',
    done: '已修好：{fix}',
    none: '这一条要人来改',
  },
  en: {
    shorten: 'Shorten by clauses',
    take_signs_out: 'Take the signs out',
    title_from_opening: 'Opening as title',
    give_back: 'Back to adapted',
    drop_tags: '{count, plural, one {Drop a tag} other {Drop # tags}}',
    mend_tag: 'Make it “{to}”',
    names_only: '{count, plural, one {Last mention as a name} other {Last # mentions as names}}',
    link_to_comment: 'Link to first comment',
    add_link: 'Add the link',
    remove_links: 'Remove the links',
    remove_clause: 'Remove this clause',
    replace_sign: '{filled, select, yes {Make it “{to}”} other {Remove “{sign}”}}',
    swap_word: '{filled, select, yes {Make it “{to}”} other {Remove “{word}”}}',
    mark_ad: 'Mark as “{word}”',
    describe: 'Caption as description',
    command: 'Mend this finding',
    done: 'Mended: {fix}',
    none: 'This one needs a person',
  },
});

/** What a fix does: the words of its button, and of its step in the history. */
export const sayFix = (lang: Lang, { act, params }: Pick<Fix, 'act' | 'params'>): string =>
  say(fixWords, lang, act, { ...params, filled: params.to === '' || params.to === undefined ? 'no' : 'yes' });

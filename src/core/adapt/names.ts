/**
 * Whether a sentence looks as if it named somebody or something: a quotation or a title in 《》, capitals (`M9`, `Lei Jun`,
 * not the first word of an English sentence), or a Chinese way of calling people (老周, 罗姐, 林师傅). A guess by letters
 * only; names that are known are asked for by `briefTerms.ts`. Only the beginning of `sentence` is looked at.
 */
export function holdsName(sentence: string): boolean {
  const looked = sentence.length > MAX_LOOK ? sentence.slice(0, MAX_LOOK) : sentence;
  return byLetters.test(looked) || called.test(looked);
}
const MAX_LOOK = 2_000;

/** Quotation marks, capitals together, a capital inside a sentence, a Latin word with a capital beside Han. */
const byLetters =
  /[《「『“"]|\p{Lu}\p{L}*\p{Lu}|(?<=[\s(“"])\p{Lu}\p{Ll}+|(?<=\p{Script=Han})\p{Lu}[\p{Ll}\p{N}]+|^\p{Lu}[\p{Ll}\p{N}]*(?=\p{Script=Han})/u;

/** Common surnames that are seldom anything else behind 老 and 小 (no 路, 石, 马, 白 …: 小路 is a path). */
const surnames =
  '赵孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严魏陶姜谢邹苏潘葛范彭鲁韦俞任袁柳史唐薛雷贺倪汤滕罗郝常傅齐康伍余顾孟黄萧尹姚邵汪戴宋庞熊纪舒' +
  '项祝董梁杜阮贾颜郭盛林钟徐邱骆夏蔡樊胡凌霍柯卢莫丁邓崔龚程邢裴陆翁段侯甘刘叶黎赖卓乔温庄柴阎廖欧聂关岳覃';
const called = new RegExp(
  `[老小阿][${surnames}](?![一-龥]?时)|[${surnames}](?:姐|哥|叔|姨|伯|师傅|老师|阿姨|大爷|大叔|大妈|奶奶|爷爷)`,
  'u',
);

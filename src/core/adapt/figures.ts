/**
 * Whether a sentence states a figure: digits, a Chinese number that counts something (`二百二十元`, `每人一盏`), or an
 * English number word. `一` counts only where it limits or shares out (每人一盏, 限一张), because `一个` is often no more than an
 * article, and numbers of idioms (`三三两两`, `十分`) count nothing. `text` is one sentence; only its beginning is looked at.
 */
export function holdsFigure(text: string): boolean {
  const looked = text.length > MAX_LOOK ? text.slice(0, MAX_LOOK) : text;
  return /\p{N}/u.test(looked) || isCounted(looked) || english.test(looked);
}
const MAX_LOOK = 2_000;

const isCounted = (text: string): boolean => counted.test(text) && counted.test(text.replace(idioms, '，'));

/** What Chinese counts by: measure words, units, and words that count themselves (`三人`, `两天`). */
const measures = [
  '公里|厘米|毫米|英寸|公斤|毫升|勒克斯|分钟|小时|星期|礼拜|像素|字节|[个位名人口张盏台部款件条支枝只把双对套份家间座栋层楼排行句字页本册篇首幅帧段组类种项批堂课场次回遍趟级里米寸尺克',
  '斤两吨升度瓦伏元块毛钱折成倍秒点天日周月年岁夜晚号届期代版站桌杯碗盘瓶盒箱袋包桶壶根棵朵颗粒片滴扇圈艘辆架匹头户桩步]',
].join('');

/** Numbers that number nothing, with what they are part of. */
const idioms =
  /三三两两|四面八方|千家万户|万家灯火|千言万语|千山万水|千方百计|三番[两五]次|三天两头|七嘴八舌|七上八下|三心二意|五颜六色|乱七八糟|九牛一毛|三轮车|三角|二手|两口子|两边|两旁|十分(?!之|钟)|万分|百分百|千万(?![个位名人张盏台部次元块倍])/gu;

const counted = new RegExp(
  [
    // A number of two digits and more, or of one that is not 一, before a measure.
    `(?:[二三四五六七八九两半十百千万亿]|[零〇一二两三四五六七八九十百千万亿]{2,})[来多余]?(?:${measures})`,
    '(?:每[^一，。；、]{1,3}|各|限|仅|只有|只剩)一[个位名人口家张盏台部款件条次份句幅帧组天]',
    '百分之[一二三四五六七八九十百]|[一二三四五六七八九十百]+分之[一二三四五六七八九十]|[上成数近约几][百千万亿](?=[一-龥])',
  ].join('|'),
  'u',
);

const english =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|billions?|dozens?|half|twice)\b/iu;

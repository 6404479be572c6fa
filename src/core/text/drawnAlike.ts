/**
 * The letters of a text that somebody wrote, where only what was drawn can be read back. Fonts draw several characters as
 * one glyph (`门` and the radical `⻔`, `～` and `〜`), and a reader of glyphs names the lowest of them.
 *
 * @param written every character that was written.
 */
export const asWritten = (drawn: string, written: ReadonlySet<string>): string =>
  Array.from(drawn, (sign) => {
    const meant = lettersLike(sign);
    if (meant.length === 0 || written.has(sign)) return sign;
    // Nobody writes with signs for radicals: without anything to go by they are their letter all the same.
    return meant.find((letter) => written.has(letter)) ?? (RADICAL.test(sign) ? meant[0] : undefined) ?? sign;
  }).join('');

/** What a sign may have been, likeliest first; empty where it can only be itself. */
function lettersLike(sign: string): readonly string[] {
  const known = alike.get(sign);
  if (known !== undefined || !RADICAL.test(sign)) return known ?? [];
  const letter = sign.normalize('NFKC');
  return letter === sign ? [] : [letter];
}

/** CJK Radicals Supplement and Kangxi Radicals. */
const RADICAL = /[\u2e80-\u2fdf]/;

/**
 * Each sign with what it is drawn like: first what the Source Han and Noto CJK fonts draw alike (version 2.004, for simplified
 * and traditional Chinese), then the radicals' supplement (Unicode Character Database 15.0, EquivalentUnifiedIdeograph).
 * The Kangxi radicals know their letter by compatibility, but for one whose simplified form is another letter.
 */
const alike: ReadonlyMap<string, readonly string[]> = new Map(
  [
    '·•‧・ \u2003\u3000 ‒– …⋯ ‵｀ ∕／ \u2329〈 \u232a〉 〜～ ʻ‘ 㖈䎛 㘽㦳 㫚曶 㬵胶 㬺幐 㬻䐠 㮣槩 㶷𤈎 墫壿 瑨𤨁 ⼾户戶戸',
    '⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇𠘨 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺑𡯂 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗心 ⺘扌',
    '⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪𤴔 ⺫目 ⺬示 ⺭礻 ⺮𥫗 ⺯糹 ⺰纟 ⺱罓',
    '⺲罒 ⺳㓁 ⺴冗 ⺵𦉫 ⺶羊 ⺷𦍌 ⺸𦍋 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺽𦥑 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇𧢲 ⻈讠 ⻉贝',
    '⻊𧾷 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕𨸏 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞𩙿 ⻟飠 ⻠饣 ⻡𩠐',
    '⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟',
  ].flatMap((line) =>
    line.split(' ').map((signs): readonly [string, readonly string[]] => {
      const [sign = '', ...letters] = signs;
      return [sign, letters];
    }),
  ),
);

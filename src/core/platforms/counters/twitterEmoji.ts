/**
 * The emoji sequences that X counts as one (2), as its reference library knows them: twitter-text 3.1.0 with the
 * emoji of Unicode 11 (facts read from twemoji-parser 11.0.2, MIT). A newer joined emoji is counted by its parts
 * there, and so here; that is the strict side. Single emoji need no entry: every character outside the light ranges
 * weighs 2.
 */
const skin = '[\u{1F3FB}-\u{1F3FF}]';
const joiner = '\u200d';
const gender = `${joiner}[♀♂]\ufe0f`;

const people = [
  // A person and a profession.
  `[👨👩]${skin}?${joiner}(?:[⚕⚖✈]\ufe0f|[🌾🍳🎓🎤🎨🏫🏭💻💼🔧🔬🚀🚒\u{1F9B0}-\u{1F9B3}])`,
  // Roles with a gender.
  `[🏋🏌🕴🕵⛹](?:${skin}|\ufe0f)${gender}`,
  `[🏃🏄🏊👮👱👳👷💁💂💆💇🙅-🙇🙋🙍🙎🚣🚴-🚶🤦🤵🤷-🤹🤽🤾🦸🦹\u{1F9D6}-\u{1F9DD}]${skin}?${gender}`,
  `[👯🤼🧞🧟]${gender}`,
  // Couples and families.
  `👨${joiner}❤\ufe0f${joiner}(?:💋${joiner})?👨`,
  `👩${joiner}❤\ufe0f${joiner}(?:💋${joiner})?[👨👩]`,
  `👨${joiner}(?:[👨👩]${joiner})?(?:👦${joiner}👦|👧${joiner}[👦👧])`,
  `👩${joiner}(?:👩${joiner})?(?:👦${joiner}👦|👧${joiner}[👦👧])`,
  `👨${joiner}(?:[👨👩]${joiner})?[👦👧]`,
  `👩${joiner}(?:👩${joiner})?[👦👧]`,
];

const things = [`🏳\ufe0f${joiner}🌈`, `🏴${joiner}☠\ufe0f`, `👁${joiner}🗨`, '[#*0-9]\ufe0f?\u20e3', '[©®™♟]\ufe0f'];

/** Shown as text unless a variation selector asks for the picture. */
const textDefault =
  '[🀄🅰🅱🅾🅿🈂🈚🈯🈷🌡🌤-🌬🌶🍽🎖🎗🎙-🎛🎞🎟🏍🏎🏔-🏟🏳🏵🏷🐿👁📽🕉🕊🕯🕰🕳🕶-🕹🖇🖊-🖍🖥🖨🖱🖲🖼🗂-🗄🗑-🗓🗜-🗞🗡🗣🗨🗯🗳🗺🛋🛍-🛏🛠-🛥🛩🛰🛳' +
  '‼⁉ℹ↔-↙↩↪⌚⌛⌨⏏⏭-⏯⏱⏲⏸-⏺Ⓜ▪▫▶◀◻-◾☀-☄☎☑☔☕☘☠☢☣☦☪☮☯☸-☺♀♂♈-♓♠♣♥♦♨♻♿⚒-⚗⚙⚛⚜⚠⚡⚪⚫⚰⚱⚽⚾⛄⛅⛈⛏⛑⛓⛔⛩⛪⛰-⛵⛸⛺⛽' +
  '✂✈✉✏✒✔✖✝✡✳✴❄❇❗❣❤➡⤴⤵⬅-⬇⬛⬜⭐⭕〰〽㊗㊙]\ufe0f';

const modified = [
  `[🏋🏌🕴🕵🖐☝⛷⛹✌✍](?:\ufe0f${skin}|\ufe0f|(?!\ufe0e)${skin})`,
  `[🎅🏂-🏄🏇🏊👂👃👆-👐👦-👩👮👰-👸👼💁-💃💅-💇💪🕺🖕🖖🙅-🙇🙋-🙏🚣🚴-🚶🛀🛌🤘-🤜🤞🤟🤦🤰-🤹🤽🤾🦵🦶🦸🦹🧑-🧝✊✋]${skin}`,
];

const regions = (first: string, seconds: string): string => `${letter(first)}[${[...seconds].map(letter).join('')}]`;
const letter = (ascii: string): string => String.fromCodePoint(0x1f1e6 + ascii.charCodeAt(0) - 65);
const subdivision = (code: string): string =>
  `🏴${[...code].map((char) => String.fromCodePoint(0xe0000 + char.charCodeAt(0))).join('')}\u{E007F}`;

const flags = [
  ...['gbeng', 'gbsct', 'gbwls'].map(subdivision),
  regions('A', 'CDEFGILMOQRSTUWXZ'),
  regions('B', 'ABDEFGHIJLMNOQRSTVWYZ'),
  regions('C', 'ACDFGHIKLMNOPRUVWXYZ'),
  regions('D', 'EGJKMOZ'),
  regions('E', 'ACEGHRSTU'),
  regions('F', 'IJKMOR'),
  regions('G', 'ABDEFGHILMNPQRSTUWY'),
  regions('H', 'KMNRTU'),
  regions('I', 'CDELMNOQRST'),
  regions('J', 'EMOP'),
  regions('K', 'EGHIMNPRWYZ'),
  regions('L', 'ABCIKRSTUVY'),
  regions('M', 'ACDEFGHKLMNOPQRSTUVWXYZ'),
  regions('N', 'ACEFGILOPRUZ'),
  regions('O', 'M'),
  regions('P', 'AEFGHKLMNRSTWY'),
  regions('Q', 'A'),
  regions('R', 'EOSUW'),
  regions('S', 'ABCDEGHIJKLMNORSTVXYZ'),
  regions('T', 'ACDFGHJKLMNORTVWZ'),
  regions('U', 'AGMNSYZ'),
  regions('V', 'ACEGINU'),
  regions('W', 'FS'),
  regions('X', 'K'),
  regions('Y', 'ET'),
  regions('Z', 'AMW'),
];

/** Matches at `lastIndex` a sequence of several code points that counts as one emoji. */
export const joinedEmoji = (): RegExp =>
  new RegExp([...people, ...things, textDefault, ...modified, ...flags].join('|'), 'uy');

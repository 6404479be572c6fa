import { eachLine, remembered } from '../text/remembered';

/**
 * How a text says that it draws prizes among those who take part, whatever kind of piece it was filed as. Only plain
 * announcements: 抽三位送书, 转发抽奖, “enter to win”; a word about draws in passing (不抽奖, 抽奖结果) is none.
 */
const announced = new RegExp(
  [
    '(?:转发?|评论?|留言|点赞|关注|转赞评|转评赞|参与|私信)[^。！？!?\\n]{0,10}抽(?:奖(?!结果|名单|作弊)|送)',
    '(?<![不没未])抽(?:取|出|选)?\\s*(?:\\d{1,4}|[一二两三四五六七八九十百]{1,3})\\s*(?:位|名|人|个人|个?(?:粉丝|朋友|读者|宝子|幸运))[^。！？!?\\n]{0,30}(?:送|赠|奖|各得|获得|得到|带走|每人|免单)',
    '\\b(?:enter|retweet|repost|comment|reply|share|follow)\\b[^.!?\\n]{0,30}\\bto win\\b',
    "\\b(?:we(?:['’]ll| will| are going to)?|i(?:['’]ll| will)) (?:draw|pick) (?:\\d{1,4}|one|two|three|four|five|ten) (?:lucky )?(?:winners?|names?|readers?|followers?)\\b",
  ].join('|'),
  'iu',
);

/** Without one of these no text announces anything; looked for in one quick pass. */
const mayAnnounce = /抽|to win\b|(?:draw|pick) /i;

/** A day or an hour, as deadlines are written. */
const dayOrHour =
  /\d{1,2}\s*月\s*\d{1,2}|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\s*[:：]\s*\d{2}|(?:今|明|后|周|星期|礼拜)[天晚日一二三四五六末]|\d{1,2}\s*[日号点]|\b(?:today|tonight|tomorrow|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b|\d{1,2}\s*[ap]m\b|\d{1,2}\s+\p{Lu}\p{L}{2,}|\p{Lu}\p{L}{2,}\s+\d{1,2}/u;
const closing =
  /截止|截至|为止|[\d日号点天晚]\s*之?前|开奖|抽(?:奖|出|取)|公布|\b(?:close|end|until|before|by|deadline|drawn?)/iu;

const announcesLine = remembered((line: string): boolean => announced.test(line));

/** Whether a text plainly announces a draw. */
export function announcesDraw(text: string): boolean {
  if (!mayAnnounce.test(text)) return false;
  let found = false;
  eachLine(text, (line) => {
    found = announcesLine(line);
    return !found;
  });
  return found;
}

/** Whether a text itself says when a draw closes: a day or an hour in one sentence with a word of closing. */
export const saysWhen = (text: string): boolean =>
  text.split(/[。！？!?\n]/u).some((sentence) => dayOrHour.test(sentence) && closing.test(sentence));

/** Whether a text says by what rules a draw is held. */
export const saysRules = (text: string): boolean =>
  /规则|参与方式|参加方式|怎么参加|如何参与|参与条件|\brules?\b|\bterms\b|\bhow to enter\b/iu.test(text);

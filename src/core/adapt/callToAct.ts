import { eachLine, remembered } from '../text/remembered';

/**
 * The first place where a text asks its reader to do something, by the verbs platforms live on. A rough measure on
 * purpose: it only tells what stands behind a fold.
 */
export function callToAct(text: string): Call | null {
  let found: Call | null = null;
  eachLine(text, (line, at) => {
    const [call] = firstCall(line);
    found = call === undefined ? null : { ...call, start: call.start + at };
    return found === null;
  });
  return found;
}

type Call = { readonly start: number; readonly text: string };

const firstCall = remembered((text: string): readonly Call[] => {
  const found = asking.exec(text);
  if (found === null) return [];
  const from = Math.max(0, lastEnd(text.slice(Math.max(0, found.index - MAX_SENTENCE), found.index), found.index));
  const rest = text.slice(found.index, found.index + MAX_SENTENCE);
  const end = rest.search(/[。！？!?\n]|\.(?=\s|$)/u);
  return [{ start: from, text: text.slice(from, found.index + (end < 0 ? rest.length : end + 1)).trim() }];
});

/** Whether a sentence asks its reader to do something. */
export const isCall = (sentence: string): boolean => asking.test(sentence);

const asking =
  /转发|(?:来|在|到)评论区(?:里)?(?:说|聊|写|留|晒|告诉)|评论区(?:见|聊|晒|告诉|说说)|评论告诉|留言|私信(?:我|告诉|发)|关注|点赞|收藏|投票|投稿|报名|预约|下单|领取|扫码|点击|上传|传到|订阅|(?:告诉|发给|写给)我们|\b(?:repost|share this|leave a comment|comment below|reply|follow us|subscribe|vote|sign up|register|book (?:a|your)|order|tap|click|join us|send us|tell us|upload|write to us)\b/iu;

const MAX_SENTENCE = 200;

/** Where the sentence begins whose text up to `end` is known. */
function lastEnd(before: string, end: number): number {
  const at = Math.max(...['。', '！', '？', '!', '?', '\n', '. '].map((sign) => before.lastIndexOf(sign)));
  return end - before.length + at + 1;
}

import type { Lang, PieceKind } from '../model/vocabulary';
import { briefHintWords } from './briefHints';
import { type BriefKey, isBriefKey } from './briefLabels';
import { defineWords, say } from './say';

/**
 * What the brief asks, as data: a hint for each field that says what a useful answer looks like, and why it matters.
 */
type Keys = `${BriefKey}.hint` | `title.${PieceKind}`;

export const briefWords = defineWords<Keys>({
  zh: {
    'title.scene': '场景简报',
    'title.story': '故事简报',
    'title.interactive': '互动简报',
    'function.hint': '一项能说清的功能，带上让人信的那个数',
    'scene.hint': '谁，在哪，正要做什么，像一张照片那样具体',
    'value.hint': '他会感到什么，不写参数',
    'place.hint': '真实到可以约在那里见',
    'partner.hint': '一起做这件事的人或机构，结尾要致谢',
    'protagonist.hint': '一个人，有名字，有来处',
    'obstacle.hint': '差点做不成的那件事',
    'turn.hint': '哪一刻不一样了，是谁做了什么',
    'outcome.hint': '后来怎样，留了什么没解决',
    'evidence.hint': '照片、记录、数据或在场的人，能查到',
    'mechanic.hint': '一句话，读完就会玩',
    'participate.hint': '发什么，带什么话题，发在哪',
    'reward.hint': '几份，值多少，怎么给到手',
    'deadline.hint': '写到哪天几点，外地的人看了也不会错',
    'hashtag.hint': '不带井号，适配时按平台加',
    'rules.hint': '谁能参加、怎么选、作品归谁、哪些不算',
  },
  en: {
    'title.scene': 'Scene brief',
    'title.story': 'Story brief',
    'title.interactive': 'Interactive brief',
    'function.hint': 'One function that can be named, with the figure that makes it believable',
    'scene.hint': 'Who, where, about to do what: as concrete as a photograph',
    'value.hint': 'What they will feel, not a parameter',
    'place.hint': 'Real enough to meet there',
    'partner.hint': 'Who does this with you; thanked at the end',
    'protagonist.hint': 'One person with a name and a background',
    'obstacle.hint': 'What nearly stopped it',
    'turn.hint': 'The moment it changed, and who did what',
    'outcome.hint': 'What came of it, and what is still unsolved',
    'evidence.hint': 'Photos, records, figures or a witness one can check',
    'mechanic.hint': 'One sentence; after it, anyone can play',
    'participate.hint': 'What to post, with which topic, and where',
    'reward.hint': 'How many, worth what, and how it reaches them',
    'deadline.hint': 'Day and time, with the zone if readers live in several',
    'hashtag.hint': 'Without the sign; each platform gets its own form',
    'rules.hint': 'Who may enter, how winners are chosen, who owns the work, what does not count',
  },
});

type SubkindHint = keyof typeof briefHintWords.zh;
const hasHint = (name: string): name is SubkindHint => Object.hasOwn(briefHintWords.zh, name);

/** The hint of a brief field, of the sub-kind where it has one; empty for a key this version does not know. */
export function sayBriefHint(lang: Lang, key: string, subkind: string | null = null): string {
  const own = `${subkind ?? ''}.${key}`;
  if (hasHint(own)) return say(briefHintWords, lang, own);
  return isBriefKey(key) ? say(briefWords, lang, `${key}.hint`) : '';
}

import type { Lang } from '../model/records';
import type { UnknownValue } from '../search/resolve';
import { defineWords, say } from './say';

/** What a search has to tell about its own query. */
export const searchWords = defineWords({
  zh: {
    'unknown.kind': '没有叫「{value}」的类型，试试：场景、故事、互动',
    'unknown.tag': '还没有以「{value}」开头的标签',
    'unknown.state': '没有叫「{value}」的状态，试试：想法、起草、在审、就绪、归档',
    'unknown.persona': '没有叫「{value}」的人物',
    'unknown.campaign': '没有叫「{value}」的战役',
  },
  en: {
    'unknown.kind': 'No kind is called “{value}”. Try scene, story or interactive',
    'unknown.tag': 'No tag begins with “{value}” yet',
    'unknown.state': 'No state is called “{value}”. Try idea, drafting, in review, ready or archived',
    'unknown.persona': 'No persona is called “{value}”',
    'unknown.campaign': 'No campaign is called “{value}”',
  },
});

export const sayQueryNote = (lang: Lang, { operator, value }: UnknownValue): string =>
  say(searchWords, lang, `unknown.${operator}`, { value });

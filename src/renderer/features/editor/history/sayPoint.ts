import type { HistoryPoint } from '../../../../contract';
import type { Lang, Member } from '../../../../core/model/records';
import { sayLabel } from '../../../../core/words/history';
import { sayField } from '../../../../core/words/keptFields';
import { pieceHistoryWords } from '../../../../core/words/pieceHistory';
import { say } from '../../../../core/words/say';

/** The member who wrote at that copy of the workspace, else which computer it was. */
export function sayWho(lang: Lang, point: HistoryPoint, members: readonly Member[]): string {
  const member = members.find(({ nodes }) => point.node !== null && nodes.includes(point.node));
  if (member !== undefined && member.name !== '') return member.name;
  if (point.mine) return say(pieceHistoryWords, lang, 'who.me');
  return say(pieceHistoryWords, lang, point.label === null ? 'who.file' : 'who.other');
}

/** What a point did, in a few words: how long the text became, which fields changed, or what was taken back. */
export function sayWhat(lang: Lang, point: HistoryPoint): string {
  const t = (key: keyof typeof pieceHistoryWords.zh, params = {}) => say(pieceHistoryWords, lang, key, params);
  if (point.step !== 'edit' && point.label !== null)
    return t(`what.${point.step}`, { label: sayLabel(lang, point.label) });
  if (point.label !== null && ownWords.has(point.label.code)) return sayLabel(lang, { ...point.label, params: {} });
  const parts: string[] = [];
  if (point.text && point.label === null) parts.push(t('what.brought'));
  else if (point.chars !== null) parts.push(t('what.text', { chars: point.chars }));
  const comma = lang === 'zh' ? '、' : ', ';
  const named = [...new Set(point.fields.map((field) => sayField(lang, field)))];
  if (named.length > 0) parts.push(t('what.fields', { fields: named.join(comma) }));
  if (parts.length === 0 && point.label !== null) return sayLabel(lang, { ...point.label, params: {} });
  return parts.join(lang === 'zh' ? '，' : '; ');
}

/** Changes whose name says more than the fields they touch. */
const ownWords: ReadonlySet<string> = new Set([
  'piece_create',
  'piece_duplicate',
  'version_restore',
  'import',
  'piece_trash',
  'piece_restore',
  'sibling_make',
  'sibling_link',
  'sibling_unlink',
]);

/** `+213`, `−40`; empty when the length is unknown or the same. */
export const sayDelta = ({ delta }: HistoryPoint): string =>
  delta === null || delta === 0 ? '' : delta > 0 ? `+${delta}` : `−${-delta}`;

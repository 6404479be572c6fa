import type { Lang } from '../model/vocabulary';
import { pieceKinds, pieceStates, subkinds } from '../model/vocabulary';
import { searchable } from '../text/searchable';
import { kindWords, sayKind, sayState, saySubkind } from '../words/kinds';
import { say } from '../words/say';
import { type QueryOperator, queryOperators } from './query';
import type { Names } from './resolve';

/** Something the search field offers for the word under the caret: `from` to `to` of the text becomes `insert`. */
export type Completion = {
  readonly label: string;
  readonly insert: string;
  readonly from: number;
  readonly to: number;
  /** An operator still wants its value, so the list stays open after it. */
  readonly goesOn: boolean;
};

const MOST = 8;

/** What the operators are called where they are offered; every name of `query.ts` is understood. */
export const operatorName: Readonly<Record<Lang, Readonly<Record<QueryOperator, string>>>> = {
  zh: { kind: '类型', tag: '标签', state: '状态', persona: '人物', campaign: '战役' },
  en: { kind: 'kind', tag: 'tag', state: 'state', persona: 'persona', campaign: 'campaign' },
};
const aliases: Readonly<Record<QueryOperator, readonly string[]>> = {
  kind: ['kind', '类型'],
  tag: ['tag', '标签'],
  state: ['state', '状态'],
  persona: ['persona', '人物', '人设'],
  campaign: ['campaign', '战役', '活动'],
};

const wordBefore = /(?:^|\s)(-?)((?:[^\s:："“”＂]*[:：])?)(["“”＂]?)([^"“”＂\s]*|(?<=["“”＂])[^"“”＂]*)$/u;

/**
 * What may be meant by the word that ends at `caret`: values after an operator, operators for a word that begins
 * like one. An empty field offers the operators.
 */
export function completionsAt(text: string, caret: number, names: Names, lang: Lang): readonly Completion[] {
  const found = wordBefore.exec(text.slice(0, caret));
  if (found === null) return [];
  const [, minus = '', colon = '', quote = '', typed = ''] = found;
  const from = caret - minus.length - colon.length - quote.length - typed.length;
  const operator = queryOperators.find((one) => aliases[one].includes(colon.slice(0, -1).toLowerCase()));
  if (operator !== undefined) {
    const wanted = searchable(typed).trim();
    const offered = valuesOf(operator, names, lang).filter(({ keys }) =>
      keys.some((key) => searchable(key).startsWith(wanted)),
    );
    // What is already written whole needs no offer that covers the filters below.
    if (offered.length === 1 && searchable(offered[0]?.label ?? '').trim() === wanted) return [];
    return offered.slice(0, MOST).map(({ label }) => ({
      label,
      insert: `${minus}${colon}${/\s/u.test(label) ? `"${label}"` : label} `,
      from,
      to: caret,
      goesOn: false,
    }));
  }
  if (colon !== '' || quote !== '') return [];
  if (typed === '' && text.trim() !== '') return [];
  return queryOperators
    .filter((one) => aliases[one].some((alias) => alias.startsWith(typed.toLowerCase())))
    .map((one) => ({
      label: `${operatorName[lang][one]}:`,
      insert: `${minus}${operatorName[lang][one]}:`,
      from,
      to: caret,
      goesOn: true,
    }));
}

type Value = { readonly label: string; readonly keys: readonly string[] };

function valuesOf(operator: QueryOperator, names: Names, lang: Lang): readonly Value[] {
  const named = (name: string): Value => ({ label: name, keys: [name] });
  switch (operator) {
    case 'kind':
      return [
        ...pieceKinds.map((id) => ({ label: sayKind(lang, id), keys: [id, sayKind('zh', id), sayKind('en', id)] })),
        ...Object.values(subkinds)
          .flat()
          .map((id) => ({ label: saySubkind(lang, id), keys: [id, saySubkind('zh', id), saySubkind('en', id)] })),
      ];
    case 'state':
      return pieceStates.map((id) => ({
        label: sayState(lang, id),
        keys: [id, sayState('zh', id), say(kindWords, 'en', `state.${id}`)],
      }));
    case 'tag':
      return names.tags.map(named);
    case 'persona':
      return names.personas.map(({ name }) => named(name));
    case 'campaign':
      return names.campaigns.map(({ name }) => named(name));
  }
}

/** The text with a completion put in, and where the caret stands then. */
export function complete(
  text: string,
  { insert, from, to }: Completion,
): { readonly text: string; readonly caret: number } {
  const rest = text.slice(to);
  const before = text.slice(0, from) + insert;
  return { text: before + (insert.endsWith(' ') ? rest.trimStart() : rest), caret: before.length };
}

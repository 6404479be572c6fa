/**
 * What a person types into a search field, as data and back:
 *
 *   夜拍 "慢门 手持" kind:story -tag:旧稿      terms must all be found, quotes keep a phrase, `-` leaves out
 *
 * Chinese names of the operators and full-width signs mean the same, because an input method writes them.
 * `parseQuery(printQuery(items))` is `items`.
 */
export const queryOperators = ['kind', 'tag', 'state', 'persona', 'campaign'] as const;
export type QueryOperator = (typeof queryOperators)[number];

export type QueryItem =
  /** `phrase`: written in quotes. */
  | { readonly kind: 'term'; readonly text: string; readonly phrase: boolean; readonly not: boolean }
  | { readonly kind: 'field'; readonly operator: QueryOperator; readonly value: string; readonly not: boolean };

/** Every name an operator goes by, in lower case. */
const operatorNames: Readonly<Record<string, QueryOperator>> = {
  kind: 'kind',
  类型: 'kind',
  tag: 'tag',
  标签: 'tag',
  state: 'state',
  状态: 'state',
  persona: 'persona',
  人设: 'persona',
  人物: 'persona',
  campaign: 'campaign',
  活动: 'campaign',
  战役: 'campaign',
};

const quote = /["“”＂]/u;
const minus = /[-－−](?=\S)/uy;
const operatorName = /([a-z]+|\p{Script=Han}+)[:：]/iuy;
const blanks = /\s*/uy;
const quoted = /["“”＂]([^"“”＂]*)["“”＂]?/uy;
const bare = /\S*/uy;

/** Reads a query. Never fails: what is no operator is a term, and an operator without a value is still being typed. */
export function parseQuery(query: string): readonly QueryItem[] {
  const items: QueryItem[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(query);
    at += found?.[0].length ?? 0;
    return found;
  };
  for (take(blanks); at < query.length; take(blanks)) {
    const not = take(minus) !== null;
    const operator = operatorAt(query, at);
    if (operator !== null) take(operatorName);
    const phrase = quote.test(query[at] ?? '');
    const value = phrase ? (take(quoted)?.[1] ?? '') : (take(bare)?.[0] ?? '');
    if (value.trim() === '') continue;
    if (operator !== null) items.push({ kind: 'field', operator, value, not });
    else items.push({ kind: 'term', text: value, phrase, not });
  }
  return items;
}

/** `http://…` and `12:30` have a colon and are words all the same. */
function operatorAt(query: string, at: number): QueryOperator | null {
  operatorName.lastIndex = at;
  const name = operatorName.exec(query)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(operatorNames, name) ? (operatorNames[name] ?? null) : null;
}

export const printQuery = (items: readonly QueryItem[]): string => items.map(printItem).join(' ');

function printItem(entry: QueryItem): string {
  const minus = entry.not ? '-' : '';
  if (entry.kind === 'field') return `${minus}${entry.operator}:${bareOrQuoted(entry.value)}`;
  return minus + (entry.phrase ? `"${entry.text}"` : entry.text);
}

const bareOrQuoted = (value: string): string => (/\s/u.test(value) ? `"${value}"` : value);

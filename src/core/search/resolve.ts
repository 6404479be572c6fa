import { pieceKinds, pieceStates, subkinds } from '../model/vocabulary';
import { sayKind, sayState, saySubkind } from '../words/kinds';
import type { QueryItem, QueryOperator } from './query';
import { searched } from './searched';

/** A record as the query names it: by id, by its shown name, or by the beginning of that. */
export type Named = { readonly id: string; readonly name: string };

/** What there is to name, from the open plan. */
export type Names = {
  readonly personas: readonly Named[];
  readonly campaigns: readonly Named[];
  readonly tags: readonly string[];
};

/** A field of the query as values of the piece: it must have (or, with `not`, must not have) one of them. */
export type FieldCondition = {
  readonly field: 'kind' | 'subkind' | 'state' | 'tag' | 'persona' | 'campaign';
  readonly values: readonly string[];
  readonly not: boolean;
};
export type UnknownValue = { readonly code: 'unknown_value'; readonly operator: QueryOperator; readonly value: string };

export type ResolvedFields = {
  /**
   * Any of the inner conditions, all of the outer ones: `kind:故事` is the kind, `kind:创始人` the sub-kind. What a piece has
   * only one of is asked as in a filter, `kind:场景 kind:创始人` finds both; it must carry every `tag:`.
   */
  readonly conditions: readonly (readonly FieldCondition[])[];
  readonly unknown: readonly UnknownValue[];
};

type Choice = { readonly field: FieldCondition['field']; readonly id: string; readonly names: readonly string[] };

const kindChoices: readonly Choice[] = [
  ...pieceKinds.map((id): Choice => ({ field: 'kind', id, names: [id, sayKind('zh', id), sayKind('en', id)] })),
  ...Object.values(subkinds)
    .flat()
    .map((id): Choice => ({ field: 'subkind', id, names: [id, saySubkind('zh', id), saySubkind('en', id)] })),
];
const stateChoices: readonly Choice[] = pieceStates.map((id) => ({
  field: 'state',
  id,
  names: [id, sayState('zh', id), sayState('en', id)],
}));

const choicesOf: { readonly [O in QueryOperator]: (names: Names) => readonly Choice[] } = {
  kind: () => kindChoices,
  state: () => stateChoices,
  tag: ({ tags }) => tags.map((tag) => ({ field: 'tag', id: tag, names: [tag] })),
  persona: ({ personas }) => personas.map(({ id, name }) => ({ field: 'persona', id, names: [id, name] })),
  campaign: ({ campaigns }) => campaigns.map(({ id, name }) => ({ field: 'campaign', id, names: [id, name] })),
};

/**
 * Finds what the fields of a query name. Whole names win over beginnings (`tag:夜` is the tag 夜 where there is one,
 * else every tag that begins with it). A name nobody goes by is told, and then nothing can be found: a condition
 * that was silently dropped would answer a different question.
 */
export function resolveFields(items: readonly QueryItem[], names: Names): ResolvedFields {
  const conditions: (readonly FieldCondition[])[] = [];
  const anyOf = new Map<QueryOperator, FieldCondition[]>();
  const unknown: UnknownValue[] = [];
  for (const item of items) {
    if (item.kind !== 'field') continue;
    const found = choose(choicesOf[item.operator](names), item.value);
    if (found.length === 0) {
      unknown.push({ code: 'unknown_value', operator: item.operator, value: item.value });
      continue;
    }
    const each = [...new Set(found.map(({ field }) => field))].map(
      (field): FieldCondition => ({
        field,
        values: found.filter((choice) => choice.field === field).map(({ id }) => id),
        not: item.not,
      }),
    );
    // Neither of several is every one of the denials.
    if (item.not) conditions.push(...each.map((one) => [one]));
    else if (item.operator === 'tag') conditions.push(each);
    else if (anyOf.has(item.operator)) anyOf.get(item.operator)?.push(...each);
    else {
      anyOf.set(item.operator, each);
      conditions.push(each);
    }
  }
  return { conditions, unknown };
}

function choose(choices: readonly Choice[], value: string): readonly Choice[] {
  const wanted = searched(value).trim();
  const folded = (choice: Choice) => choice.names.map(searched);
  const whole = choices.filter((choice) => folded(choice).includes(wanted));
  return whole.length > 0 ? whole : choices.filter((choice) => folded(choice).some((name) => name.startsWith(wanted)));
}

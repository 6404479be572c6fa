import type { PieceFilter } from '../../../contract';
import type { FieldCondition } from '../../../core/search/resolve';
import { prepared, type ReadDb } from '../database';
import { shelves } from './cards';

/**
 * A filter as SQL over `piece_card c`: constant fragments, values bound by name. What one condition tests has a
 * group, so that the numbers of a group can be counted without its own condition.
 */
export type Group =
  | 'kinds'
  | 'states'
  | 'langs'
  | 'personas'
  | 'campaigns'
  | 'owners'
  | 'tags'
  | 'platforms'
  | 'unplanned'
  | 'withFindings'
  | 'behind'
  | 'reviews';
export type Condition = {
  readonly group: Group | 'shelf' | 'query';
  readonly sql: string;
  readonly bind: Readonly<Record<string, unknown>>;
};

/** Days and accounts on which a piece is planned. */
const planned =
  "SELECT l.piece_id FROM placement l WHERE l.alive = 1 AND l.outcome <> 'skipped' AND l.piece_id IS NOT NULL";

/**
 * The numbers of all that are planned: a piece is once it, or the same piece in another language, has a place (siblings
 * share one idea). Numbers, because every index of the cards holds them, so that none needs the card itself.
 */
const plannedNumbers = `SELECT g.n FROM piece_card g WHERE g.id IN (${planned})
  UNION SELECT s.n FROM piece_card g JOIN piece_card s ON s.sibling_group = g.sibling_group
    WHERE g.sibling_group IS NOT NULL AND g.id IN (${planned})`;
export const isUnplanned = `c.n NOT IN (${plannedNumbers})`;

/** How many of the pieces that satisfy a `WHERE` over `piece_card c` are planned nowhere: all but the planned, who are few. */
export function countUnplanned(db: ReadDb, where: string, bind: object): number {
  const count = (from: string): number =>
    (prepared(db, `SELECT count(*) AS total FROM ${from} WHERE ${where}`).get(bind) as { total: number }).total;
  return count('piece_card c') - count(`(${plannedNumbers}) w CROSS JOIN piece_card c ON c.n = w.n`);
}

export const hasFindings = 'c.errors + c.warnings > 0';
export const isBehind = 'c.behind = 1';
export const hasOpenMarks = 'c.open_marks > 0';

export const facetColumns = {
  kinds: 'c.kind',
  subkinds: 'c.subkind',
  states: 'c.state',
  langs: 'c.lang',
  personas: 'c.persona_id',
  campaigns: 'c.campaign_id',
  owners: 'c.owner_id',
} as const;

export function conditionsOf(filter: PieceFilter): readonly Condition[] {
  const { personaIds: personas, campaignIds: campaigns, ownerIds: owners, kinds, subkinds, states, langs } = filter;
  const lists = { states, langs, personas, campaigns, owners };
  return [
    { group: 'shelf', sql: 'c.shelf = @shelf', bind: { shelf: filter.trashed ? shelves.trash : shelves.library } },
    ...eitherOf('kinds', oneOf('kinds', 'kinds', kinds), oneOf('kinds', 'subkinds', subkinds)),
    ...(Object.keys(lists) as (keyof typeof lists)[]).flatMap((group) => oneOf(group, group, lists[group])),
    ...filter.tags.map((tag, index): Condition => {
      const name = `tag${index}`;
      return {
        group: 'tags',
        sql: `c.n IN (SELECT t.n FROM piece_tag t WHERE t.shelf = @shelf AND t.tag = @${name})`,
        bind: { [name]: tag },
      };
    }),
    ...placesOf(filter),
    ...(filter.unplannedOnly ? [{ group: 'unplanned', sql: isUnplanned, bind: {} } as const] : []),
    ...(filter.withFindings ? [{ group: 'withFindings', sql: hasFindings, bind: {} } as const] : []),
    ...(filter.behind ? [{ group: 'behind', sql: isBehind, bind: {} } as const] : []),
    ...reviewsOf(filter),
  ];
}

/** Any of these standings with its readers, or something that waits for an answer. */
function reviewsOf({ reviews }: PieceFilter): readonly Condition[] {
  const asked = reviews.filter((one) => one !== 'open');
  return eitherOf(
    'reviews',
    asked.length === 0
      ? []
      : [
          {
            group: 'reviews',
            sql: 'c.review IN (SELECT value FROM json_each(@reviews))',
            bind: { reviews: JSON.stringify(asked) },
          },
        ],
    reviews.includes('open') ? [{ group: 'reviews', sql: hasOpenMarks, bind: {} }] : [],
  );
}

/** One value is compared, so that an index can give the order as well. */
function oneOf(group: Group, facet: keyof typeof facetColumns, values: readonly string[]): readonly Condition[] {
  const [only] = values;
  if (only === undefined) return [];
  const column = facetColumns[facet];
  return values.length === 1
    ? [{ group, sql: `${column} = @${facet}`, bind: { [facet]: only } }]
    : [
        {
          group,
          sql: `${column} IN (SELECT value FROM json_each(@${facet}))`,
          bind: { [facet]: JSON.stringify(values) },
        },
      ];
}

/** Conditions of one group of which any may hold. */
function eitherOf(group: Group, ...each: readonly (readonly Condition[])[]): readonly Condition[] {
  const all = each.flat();
  if (all.length < 2) return all;
  return [{ group, sql: `(${all.map(({ sql }) => sql).join(' OR ')})`, bind: bindOf(all) }];
}

function placesOf({ platforms, from, to }: PieceFilter): readonly Condition[] {
  if (platforms.length === 0 && from === null && to === null) return [];
  const parts = [
    ...(from === null ? [] : ['l.day >= @from']),
    ...(to === null ? [] : ['l.day <= @to']),
    ...(platforms.length === 0
      ? []
      : [
          "l.account_id IN (SELECT a.id FROM account a WHERE a.alive = 1 AND json_extract(a.registers, '$.platform') IN (SELECT value FROM json_each(@platforms)))",
        ]),
  ];
  const bind = {
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(platforms.length === 0 ? {} : { platforms: JSON.stringify(platforms) }),
  };
  return [{ group: 'platforms', sql: `c.id IN (${planned} AND ${parts.join(' AND ')})`, bind }];
}

const fieldColumns = {
  kind: 'c.kind',
  subkind: 'c.subkind',
  state: 'c.state',
  persona: 'c.persona_id',
  campaign: 'c.campaign_id',
} as const;

/** What the operators of a query ask, after their names were found. */
export const fieldConditions = (fields: readonly (readonly FieldCondition[])[]): readonly Condition[] =>
  fields.map((any, outer): Condition => {
    const bind: Record<string, unknown> = {};
    const each = any.map(({ field, values, not }, inner) => {
      const name = `field${outer}_${inner}`;
      bind[name] = JSON.stringify(values);
      const isIn =
        field === 'tag'
          ? `c.n IN (SELECT t.n FROM piece_tag t WHERE t.shelf = @shelf AND t.tag IN (SELECT value FROM json_each(@${name})))`
          : `COALESCE(${fieldColumns[field]} IN (SELECT value FROM json_each(@${name})), 0)`;
      return not ? `NOT ${isIn}` : isIn;
    });
    return { group: 'query', sql: `(${each.join(' OR ')})`, bind };
  });

export const whereOf = (conditions: readonly Condition[]): string => conditions.map(({ sql }) => sql).join(' AND ');
export const bindOf = (conditions: readonly Condition[]): Record<string, unknown> =>
  Object.assign({}, ...conditions.map(({ bind }) => bind)) as Record<string, unknown>;

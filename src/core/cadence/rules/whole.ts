import { pieceKinds, type Role, roles } from '../../model/vocabulary';
import { addDays, daysBetween, type WallDate } from '../../time/wallDate';
import { type Context, found, isWanted } from '../context';
import type { PlanFinding } from '../finding';
import { isAhead, isMovable, type PlanItem, type WaveWish } from '../plan';
import { openSlots } from '../slots';
import { type Dated, latestAhead, weeksOf } from './account';

/** Rules over the whole plan; `items` are those that count, in the order they go out. */
export type WholePlan = {
  readonly items: readonly Dated[];
  /** The same by day. */
  readonly days: ReadonlyMap<WallDate, readonly Dated[]>;
  readonly all: readonly PlanItem[];
  readonly waves: readonly WaveWish[];
};
type WholeRule = (plan: WholePlan, context: Context) => readonly PlanFinding[];

/** On a statutory day off few read and nobody answers; on a weekend worked in exchange it is a workday after all. */
const daysOff: WholeRule = ({ days }, context) =>
  [...days.keys()].sort().flatMap((day) => {
    const kind = context.rules.dayKind(day);
    if ((kind !== 'holiday' && kind !== 'make_up') || !isWanted(context, day)) return [];
    const there = (days.get(day) ?? []).filter(
      (item) => isAhead(item, context.today) && context.accounts.get(item.accountId ?? '')?.lang === 'zh',
    );
    return there.length === 0
      ? []
      : found(context, kind === 'holiday' ? 'day_off' : 'make_up_day', {
          about: [day],
          items: there,
          params: { count: there.length, onDay: day },
        });
  });

/** A lane of the matrix without anything for days, before the last thing that is planned at all. */
const emptyLanes: WholeRule = ({ items, days }, context) => {
  const least = context.rules.team.emptyDays;
  if (least === 0) return [];
  const first = context.from > context.today ? context.from : context.today;
  const lastPlanned = items.at(-1)?.day ?? first;
  const end = lastPlanned < context.to ? lastPlanned : context.to;
  return roles.flatMap((role) => {
    const accounts = context.rules.accounts.filter((account) => account.role === role && !account.closed);
    if (accounts.length === 0) return [];
    const mine = new Set(accounts.map(({ id }) => id));
    // A lane that does its job has something on most days: the first of it is found soon.
    const isBusy = (day: WallDate) => (days.get(day) ?? []).some(({ accountId }) => mine.has(accountId ?? ''));
    return emptyRuns(first, end, isBusy).flatMap(({ from, days }) =>
      days < least
        ? []
        : found(context, 'lane_empty', {
            about: [role, from],
            accountId: accounts[0]?.id ?? null,
            from,
            to: addDays(from, days - 1),
            params: {
              role: roleName(context, role),
              own: context.rules.team.roleNames[role] === undefined ? 0 : 1,
              days,
            },
          }),
    );
  });
};

const roleName = ({ rules }: Context, role: Role): string => rules.team.roleNames[role] ?? role;

function emptyRuns(
  first: WallDate,
  end: WallDate,
  isBusy: (day: WallDate) => boolean,
): readonly { readonly from: WallDate; readonly days: number }[] {
  const runs: { from: WallDate; days: number }[] = [];
  let from = first;
  let days = 0;
  for (let day = first; day <= end; day = addDays(day, 1)) {
    if (isBusy(day)) {
      if (days > 0) runs.push({ from, days });
      days = 0;
    } else {
      if (days === 0) from = day;
      days += 1;
    }
  }
  if (days > 0) runs.push({ from, days });
  return runs;
}

/** Fewer in a week say nothing about shares. */
const LEAST_FOR_SHARES = 6;
/** So many of a kind may be missing before it is worth a word. */
const OWED_FROM = 2;

const kindsOwed: WholeRule = ({ items }, context) => {
  const { kindTargets } = context.rules.team;
  const given = pieceKinds.reduce((sum, kind) => sum + (kindTargets[kind] ?? 0), 0);
  if (given === 0) return [];
  return [...weeksOf(items, context)].flatMap(([week, there]) => {
    if (there.length < LEAST_FOR_SHARES) return [];
    const owed = pieceKinds
      .map((kind) => {
        const count = there.filter((item) => item.kind === kind).length;
        return { kind, count, wanted: Math.round((there.length * (kindTargets[kind] ?? 0)) / given) };
      })
      .toSorted((a, b) => b.wanted - b.count - (a.wanted - a.count))[0];
    if (owed === undefined || owed.wanted - owed.count < OWED_FROM) return [];
    return found(context, 'kind_owed', {
      about: [week, owed.kind],
      accountId: null,
      from: week,
      to: addDays(week, 6),
      params: { kind: owed.kind, count: owed.count, wanted: owed.wanted, total: there.length },
    });
  });
};

/** Fewer than these in all the days that are looked at say nothing about who carries them. */
const LEAST_FOR_PERSONAS = 10;

const personasOver: WholeRule = ({ items }, context) => {
  const there = items.filter((item) => isWanted(context, item.day));
  if (there.length < LEAST_FOR_PERSONAS) return [];
  return context.rules.personas.flatMap((persona) => {
    if (persona.ceiling === null) return [];
    const theirs = there.filter((item) => context.accounts.get(item.accountId ?? '')?.personaId === persona.id);
    const share = Math.round((theirs.length * 100) / there.length);
    return share > persona.ceiling
      ? found(context, 'persona_over', {
          about: [persona.id],
          items: theirs.filter((item) => isAhead(item, context.today)),
          from: context.from,
          to: context.to,
          params: { name: persona.name, share, most: persona.ceiling, count: theirs.length, total: there.length },
        })
      : [];
  });
};

/** A tier of the private domain that is written to more often in a week than it bears. */
const tiersOver: WholeRule = ({ items }, context) =>
  context.rules.communities.flatMap((community) => {
    if (community.weeklyCeiling === 0) return [];
    const theirs = items.filter((item) => context.accounts.get(item.accountId ?? '')?.communityId === community.id);
    return [...weeksOf(theirs, context)].flatMap(([week, there]) =>
      there.length > community.weeklyCeiling
        ? found(context, 'tier_over', {
            about: [community.id, week],
            items: latestAhead(there, context),
            from: week,
            to: addDays(week, 6),
            params: { name: community.name, count: there.length, most: community.weeklyCeiling },
          })
        : [],
    );
  });

/** A slot of a series this near that nothing fills. */
const NEAR_DAYS = 7;

const slotsOpen: WholeRule = ({ all }, context) => {
  const { rules, today } = context;
  const end = addDays(today, NEAR_DAYS);
  const from = context.from > today ? context.from : today;
  return rules.series.flatMap((series) =>
    openSlots(
      series,
      all,
      from,
      context.to < end ? context.to : end,
      (day) => rules.dayKind(day) === 'holiday',
    ).flatMap(({ slotDay, day, time }) =>
      found(context, 'slot_open', {
        about: [series.id, slotDay],
        accountId: series.accountId,
        from: day,
        params: {
          name: series.name,
          seriesId: series.id,
          slotDate: slotDay,
          days: daysBetween(today, day),
          onDay: day,
          ...(time === null ? {} : { atTime: time }),
        },
      }),
    ),
  );
};

/** A wave that stands elsewhere than its rule says, without anybody having pinned it there. */
const wavesDiffer: WholeRule = ({ items, waves }, context) => {
  if (waves.length === 0) return [];
  const byId = new Map(items.map((item) => [item.id, item]));
  return waves.flatMap(({ placementId, day, time }) => {
    const item = byId.get(placementId);
    if (item === undefined || (item.day === day && item.time === time)) return [];
    if (!isMovable(item) || !isAhead(item, context.today) || !isWanted(context, item.day)) return [];
    return found(context, 'wave_differs', {
      about: [item.id],
      items: [item],
      params: { ruleDay: day, ...(time === null ? {} : { ruleTime: time }) },
    });
  });
};

const wholeRules: readonly WholeRule[] = [
  daysOff,
  emptyLanes,
  kindsOwed,
  personasOver,
  tiersOver,
  slotsOpen,
  wavesDiffer,
];

export const wholeFindings = (plan: WholePlan, context: Context): readonly PlanFinding[] =>
  wholeRules.flatMap((rule) => rule(plan, context));

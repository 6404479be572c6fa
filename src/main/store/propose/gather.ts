import type { ProposeChoice } from '../../../contract/propose';
import type { Account, Piece, Workspace } from '../../../core/model/records';
import type { PlatformPack } from '../../../core/platforms/pack';
import { lastDayBefore } from '../../../core/propose/lastDay';
import { formatsNotFor } from '../../../core/propose/notFor';
import { countedFigures, type TimedFigure, timesOf } from '../../../core/propose/times';
import type {
  PlannedOne,
  Problem,
  ProposeAccount,
  ProposeCampaign,
  ProposePiece,
  Span,
} from '../../../core/propose/types';
import { refuse } from '../../../core/result';
import { fromInstant } from '../../../core/time/instant';
import { addDays, daysBetween, daysFrom, type WallDate, type WallTime } from '../../../core/time/wallDate';
import { dayKind } from '../../../core/time/workdays';
import type { StoreContext } from '../context';
import { prepared, type ReadDb } from '../database';
import { readBody, siblingsOf } from '../pieces/pieces';
import { placementCards, placementsBetween } from '../plan/placements';
import { listViews, readViews } from '../rows';
import { workspaceOf } from '../workspace';

/** Longest range, in days: a quarter with room. */
const MOST_DAYS = 120;
/** Days around the range whose plan is counted: whole weeks, and the longest quiet gap. */
const AROUND = 21;
/** How far back habits and figures are asked for, in days. */
const HABIT = 180;
const FIGURES = 365;
/** Posts of one time that count as a habit at most: what is more says no more. */
const MOST_HABIT = 50;

export type Gathered = {
  readonly problem: Problem;
  readonly pieces: ReadonlyMap<string, Piece>;
  readonly unread: readonly { readonly pieceId: string; readonly deadline: string }[];
};

/** Everything a proposal is worked out from, read at one moment. Refuses when nothing is left to place. */
export function problemOf(store: StoreContext, choice: ProposeChoice): Gathered {
  const { db } = store;
  const workspace = workspaceOf(db);
  const today = store.today();
  const days = daysBetween(choice.from, choice.to) + 1;
  if (days > MOST_DAYS) refuse('propose_too_long', { days, limit: MOST_DAYS });
  const pieces = readViews(db, 'piece', choice.pieceIds).filter(
    (piece) => !piece.trashed && piece.state !== 'archived',
  );
  const everyAccount = listViews(db, 'account');
  const accounts = everyAccount.filter(({ id, closed }) => choice.accountIds.includes(id) && !closed);
  if (pieces.length === 0 || accounts.length === 0 || days < 1) refuse('propose_nothing');

  const deadlines = pieces.map((piece) => ({ piece, deadline: deadlineOf(piece, today) }));
  const proposed = accountsOf(store, accounts, workspace, today, choice);
  const formats = [
    ...new Set([...proposed.flatMap((account) => account.formats), ...pieces.flatMap((piece) => piece.formats)]),
  ];
  return {
    pieces: new Map(pieces.map((piece) => [piece.id, piece])),
    unread: deadlines.flatMap(({ piece, deadline }) =>
      deadline.said !== '' && deadline.lastDay === null ? [{ pieceId: piece.id, deadline: deadline.said }] : [],
    ),
    problem: {
      pieces: piecesOf(db, deadlines, choice, formats),
      accounts: proposed,
      planned: plannedOf(db, everyAccount, choice, pieces),
      campaigns: campaignsOf(db),
      rules: rulesOf(store, workspace, today, choice),
    },
  };
}

type Deadline = { readonly said: string; readonly lastDay: WallDate | null };

/** Of what people take part in: a draw, a vote, a challenge. */
function deadlineOf(piece: Piece, today: WallDate): Deadline {
  const said = piece.kind === 'interactive' ? (piece.brief.deadline ?? '').trim() : '';
  return { said, lastDay: said === '' ? null : lastDayBefore(said, today) };
}

function piecesOf(
  db: ReadDb,
  given: readonly { readonly piece: Piece; readonly deadline: Deadline }[],
  { keep }: ProposeChoice,
  formats: readonly string[],
): readonly ProposePiece[] {
  const ids = JSON.stringify(given.map(({ piece }) => piece.id));
  const groups = JSON.stringify(given.flatMap(({ piece }) => piece.siblingGroup ?? []));
  const siblings = prepared(
    db,
    `SELECT DISTINCT sibling_group AS "group", lang FROM piece
     WHERE alive = 1 AND sibling_group IN (SELECT value FROM json_each(?))
       AND COALESCE(json_extract(registers, '$.trashed'), 0) = 0`,
  ).all(groups) as { readonly group: string; readonly lang: Piece['lang'] }[];
  // What is due to be checked again may fit by now: only what was found of the text as it stands is known.
  const unfit = prepared(
    db,
    `SELECT id, unfit FROM piece_card WHERE unfit <> '[]' AND facts_due = 0 AND id IN (SELECT value FROM json_each(?))
       AND id NOT IN (SELECT id FROM card_due)`,
  ).all(ids) as { readonly id: string; readonly unfit: string }[];
  const on = prepared(
    db,
    `SELECT l.piece_id AS pieceId, p.sibling_group AS "group", l.account_id AS accountId,
       json_extract(l.registers, '$.format') AS format
     FROM placement l JOIN piece p ON p.id = l.piece_id
     WHERE l.alive = 1 AND l.outcome <> 'skipped' AND l.account_id IS NOT NULL
       AND (p.id IN (SELECT value FROM json_each(?)) OR p.sibling_group IN (SELECT value FROM json_each(?)))`,
  ).all(ids, groups) as readonly {
    readonly pieceId: string;
    readonly group: string | null;
    readonly accountId: string;
    readonly format: string | null;
  }[];
  const notFor = notForOf(
    db,
    given.map(({ piece }) => piece),
    formats,
  );
  return given.map(({ piece, deadline }) => ({
    id: piece.id,
    title: piece.title,
    kind: piece.kind,
    state: piece.state,
    personaId: piece.personaId,
    campaignId: piece.campaignId,
    langs: [
      ...new Set([piece.lang, ...siblings.filter(({ group }) => group === piece.siblingGroup).map(({ lang }) => lang)]),
    ],
    formats: piece.formats,
    unfit: unfit.flatMap((card) => (card.id === piece.id ? (JSON.parse(card.unfit) as string[]) : [])),
    notFor: notFor.get(piece.id) ?? [],
    lastDay: deadline.lastDay,
    // On an account of another language stands its sibling: the same post.
    on: [
      ...on.filter(({ pieceId, group }) => pieceId === piece.id || (group !== null && group === piece.siblingGroup)),
      ...keep.filter(({ pieceId }) => pieceId === piece.id),
    ].map(({ accountId, format }) => ({ accountId, format })),
  }));
}

/** Formats pieces are marked as not for. Only bodies that hold such a mark anywhere are read. */
function notForOf(
  db: ReadDb,
  pieces: readonly Piece[],
  formats: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const asked = JSON.stringify(pieces.map(({ id }) => id));
  const marked = prepared(
    db,
    `SELECT DISTINCT owner FROM body_version WHERE owner IN (SELECT value FROM json_each(?))
       AND (instr(doc, '"not":["') > 0 OR instr(doc, '"only":["') > 0)`,
  )
    .pluck()
    .all(asked) as string[];
  const wanted = new Set(marked);
  return new Map(
    pieces.flatMap((piece) => {
      if (!wanted.has(piece.id)) return [];
      const bodies = [piece.id, ...siblingsOf(db, piece).map(({ id }) => id)].flatMap(
        (id) => readBody(db, id).doc ?? [],
      );
      return [[piece.id, formatsNotFor(bodies, formats)] as const];
    }),
  );
}

function accountsOf(
  store: StoreContext,
  accounts: readonly Account[],
  workspace: Workspace,
  today: WallDate,
  { handOver, handOverBy }: ProposeChoice,
): readonly ProposeAccount[] {
  const { db } = store;
  const packs = store.packs();
  const ceilings = new Map(listViews(db, 'community').map(({ id, weeklyCeiling }) => [id, weeklyCeiling]));
  const habits = habitsOf(db, addDays(today, -HABIT));
  const figures = figuresOf(db, addDays(today, -FIGURES));
  return accounts.map((account) => {
    const shipped = packs.find(({ id }) => id === account.platform);
    const listed =
      account.formats.length > 0
        ? account.formats
        : (shipped?.formats ?? []).map(({ id }) => `${account.platform}/${id}`);
    return {
      id: account.id,
      name: account.name,
      role: account.role,
      personaId: account.personaId,
      lang: account.lang,
      closed: account.closed,
      capacity: least(account.weeklyCapacity, ceilings.get(account.communityId ?? '') ?? 0),
      formats: [...new Set(account.defaultFormat === null ? listed : [account.defaultFormat, ...listed])],
      gapMinutes: account.quietGap ?? workspace.quietGap,
      quiet: spanOf(account.quietFrom ?? workspace.quietFrom, account.quietTo ?? workspace.quietTo),
      handOver: handOverOn(shipped, handOverBy[account.platform], handOver),
      times: timesOf(account.role, habits.get(account.id) ?? [], figures.get(account.id) ?? []),
    };
  });
}

/**
 * Hours somebody must be there for a platform: its own, else the team's. A platform that posts later by itself takes copy at
 * any hour before, so the team's hours bind nothing there.
 */
function handOverOn(
  platform: PlatformPack | undefined,
  own: Span | undefined,
  team: ProposeChoice['handOver'],
): readonly Span[] {
  if (own !== undefined) return [own];
  return team === null || platform?.scheduler !== undefined ? [] : [team];
}

/** The smaller of two bounds of which 0 stands for none. */
const least = (a: number, b: number): number => (a === 0 ? b : b === 0 ? a : Math.min(a, b));

const spanOf = (from: WallTime | null, to: WallTime | null): readonly Span[] =>
  from === null || to === null || from === to ? [] : [{ from, to }];

/** Clock times each account went and goes out at. */
function habitsOf(db: ReadDb, since: WallDate): ReadonlyMap<string, readonly WallTime[]> {
  const rows = prepared(
    db,
    `SELECT account_id AS account, json_extract(registers, '$.time') AS time, count(*) AS n FROM placement
     WHERE alive = 1 AND outcome <> 'skipped' AND account_id IS NOT NULL AND day >= ?
       AND json_extract(registers, '$.time') IS NOT NULL
     GROUP BY 1, 2 ORDER BY 1, 2`,
  ).all(since) as { readonly account: string; readonly time: WallTime; readonly n: number }[];
  const found = new Map<string, WallTime[]>();
  for (const { account, time, n } of rows) {
    const there = found.get(account) ?? [];
    for (let turn = 0; turn < Math.min(n, MOST_HABIT); turn += 1) there.push(time);
    found.set(account, there);
  }
  return found;
}

/** Figures of what is live, with the clock time it went live at, or was planned for. */
function figuresOf(db: ReadDb, since: WallDate): ReadonlyMap<string, readonly TimedFigure[]> {
  const rows = prepared(
    db,
    `SELECT p.account_id AS account, json_extract(m.registers, '$.key') AS key,
       CAST(json_extract(m.registers, '$.value') AS REAL) AS value,
       COALESCE(json_extract(p.registers, '$.liveTime'), json_extract(p.registers, '$.time')) AS time
     FROM metric m JOIN placement p ON p.id = m.placement_id
     WHERE m.alive = 1 AND p.alive = 1 AND p.account_id IS NOT NULL AND p.day >= ?
       AND json_extract(m.registers, '$.key') IN (SELECT value FROM json_each(?))
       AND json_extract(m.registers, '$.value') IS NOT NULL AND time IS NOT NULL
     ORDER BY m.id`,
  ).all(since, JSON.stringify(countedFigures)) as (TimedFigure & { readonly account: string })[];
  const found = new Map<string, TimedFigure[]>();
  for (const { account, ...figure } of rows) found.set(account, [...(found.get(account) ?? []), figure]);
  return found;
}

function plannedOf(
  db: ReadDb,
  everyAccount: readonly Account[],
  { from, to, keep }: ProposeChoice,
  pieces: readonly Piece[],
): readonly PlannedOne[] {
  const accounts = new Map(everyAccount.map((account) => [account.id, account]));
  const kinds = new Map(pieces.map(({ id, kind }) => [id, kind]));
  const cards = placementCards(db, placementsBetween(db, addDays(from, -AROUND), addDays(to, AROUND)));
  const standing = cards.flatMap(({ id, pieceId, accountId, day, time, outcome, kind }): PlannedOne[] => {
    const account = accountId === null ? undefined : accounts.get(accountId);
    if (account === undefined || day === null || outcome === 'skipped') return [];
    return [{ id, pieceId, accountId: account.id, role: account.role, personaId: account.personaId, kind, day, time }];
  });
  const kept = keep.flatMap(({ pieceId, accountId, day, time }, index): PlannedOne[] => {
    const account = accounts.get(accountId);
    if (account === undefined) return [];
    const { role, personaId } = account;
    return [
      { id: `kept ${index}`, pieceId, accountId, role, personaId, kind: kinds.get(pieceId) ?? 'scene', day, time },
    ];
  });
  return [...standing, ...kept];
}

function campaignsOf(db: ReadDb): readonly ProposeCampaign[] {
  const phases = listViews(db, 'phase');
  return listViews(db, 'campaign').map(({ id, start, end }) => ({
    id,
    start,
    end,
    phases: phases
      .flatMap((phase) =>
        phase.campaignId === id && phase.start !== null && phase.end !== null
          ? [{ kind: phase.kind, start: phase.start, end: phase.end }]
          : [],
      )
      .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0)),
  }));
}

function rulesOf(
  { db, clock }: StoreContext,
  workspace: Workspace,
  today: WallDate,
  choice: ProposeChoice,
): Problem['rules'] {
  const personas = listViews(db, 'persona');
  const isFree = (day: WallDate): boolean => {
    const kind = dayKind(day);
    return (choice.keepHolidaysFree && kind === 'holiday') || (choice.keepWeekendsFree && kind === 'weekend');
  };
  const days = daysFrom(choice.from, daysBetween(choice.from, choice.to) + 1);
  return {
    from: choice.from,
    to: choice.to,
    now: { day: today, time: fromInstant(clock.now(), workspace.zone).time },
    weekStart: workspace.weekStart,
    accountsPerPiece: choice.accountsPerPiece,
    freeDays: days.filter((day) => isFree(day) || choice.freeDays.includes(day)),
    silentPersonas: choice.silentPersonas,
    standIns: personas.flatMap(({ id, standIns }) => standIns.map((by) => ({ persona: id, by }))),
    kindTargets: workspace.kindTargets,
    ceilings: personas.flatMap(({ id, ceiling }) => (ceiling === null ? [] : [{ personaId: id, percent: ceiling }])),
    silentDays: workspace.emptyDays,
    refused: choice.drop,
  };
}

import type { HardRule, Problem, Proposal, ProposeAccount, ProposePiece } from '../../../src/core/propose/types';

/**
 * A second opinion on a proposal, written from the rules' sentences and sharing no code with the solver: what is wrong with
 * it, in words. Time is counted in minutes since 1970, weeks by walking back to their first day.
 */
export type Post = {
  readonly pieceId: string | null;
  readonly accountId: string;
  readonly day: string;
  readonly time: string | null;
};

const DAY = 86_400_000;
/** Reading dates is most of the work here; each is read once. */
const read = new Map<string, number>();
const millis = (day: string, time = '00:00'): number => {
  const said = `${day}T${time}:00Z`;
  const known = read.get(said) ?? Date.parse(said);
  read.set(said, known);
  return known;
};
const weeks = new Map<string, string>();
export const weekOf = (day: string, weekStart: number): string => {
  const asked = `${day} ${weekStart}`;
  const known = weeks.get(asked);
  if (known !== undefined) return known;
  const date = new Date(millis(day));
  while ((date.getUTCDay() || 7) !== weekStart) date.setTime(date.getTime() - DAY);
  const found = date.toISOString().slice(0, 10);
  weeks.set(asked, found);
  return found;
};

export function faultsOf(problem: Problem, proposal: Proposal): readonly string[] {
  const faults: string[] = [];
  const existing: readonly Post[] = problem.planned;
  proposal.placed.forEach((one, index) => {
    const piece = problem.pieces.find(({ id }) => id === one.pieceId);
    const account = problem.accounts.find(({ id }) => id === one.accountId);
    if (piece === undefined || account === undefined) {
      faults.push(`${one.unit} names what is not there`);
      return;
    }
    const others = [...existing, ...proposal.placed.filter((_, other) => other !== index)];
    for (const rule of brokenBy(problem, others, piece, account, one.format, one.day, one.time))
      faults.push(`${one.unit} breaks ${rule}`);
    if (one.day < problem.rules.from || one.day > problem.rules.to) faults.push(`${one.unit} is out of range`);
    if (piece.formats.length > 0 && !piece.formats.includes(one.format))
      faults.push(`${one.unit} has a format nobody chose`);
    if (!account.times.some(({ time }) => time === one.time)) faults.push(`${one.unit} has a time out of the air`);
  });
  for (const { unit, pieceId, format, why } of proposal.unplaced) {
    const piece = problem.pieces.find(({ id }) => id === pieceId);
    if (piece === undefined) continue;
    const first = new Map<HardRule, number>();
    let free = 0;
    let spots = 0;
    for (const account of problem.accounts)
      for (let at = millis(problem.rules.from); at <= millis(problem.rules.to); at += DAY)
        for (const { time } of account.times) {
          spots += 1;
          const day = new Date(at).toISOString().slice(0, 10);
          const broken = brokenBy(
            problem,
            [...existing, ...proposal.placed],
            piece,
            account,
            format ?? possibleOn(piece, account)[0] ?? account.formats[0] ?? '',
            day,
            time,
          );
          if (broken.length === 0) free += 1;
          for (const rule of broken) first.set(rule, (first.get(rule) ?? 0) + 1);
        }
    if (why.kind === 'no_spots' && spots > 0) faults.push(`${unit} is said to have no spots, but has ${spots}`);
    if (why.kind === 'worse' && free === 0) faults.push(`${unit} is said to be worse, but is blocked`);
    if (why.kind !== 'blocked') continue;
    if (free > 0) faults.push(`${unit} is said to be blocked, but fits ${free} times`);
    if (why.spots !== spots || why.first.reduce((sum, one) => sum + one.spots, 0) !== spots)
      faults.push(`${unit} counts its spots wrong`);
    for (const { rule, spots: said } of why.first)
      if ((first.get(rule) ?? 0) < said) faults.push(`${unit} is not held back ${said} times by ${rule}`);
    for (const { rule } of why.alone) if (!first.has(rule)) faults.push(`${unit} is not held back by ${rule}`);
  }
  const units = [...proposal.placed, ...proposal.unplaced].map(({ unit }) => unit);
  if (new Set(units).size !== units.length) faults.push('a unit is told of twice');
  return faults;
}

/** Formats of an account that nothing speaks against for a piece. */
export const possibleOn = (piece: ProposePiece, account: ProposeAccount): readonly string[] =>
  account.formats.filter((format) => !new Set([...piece.unfit, ...piece.notFor]).has(format));

/** Hard rules a post would break beside others, each found by its own plain reckoning. */
export function brokenBy(
  { rules, campaigns }: Problem,
  others: readonly Post[],
  piece: ProposePiece,
  account: ProposeAccount,
  format: string,
  day: string,
  time: string,
): readonly HardRule[] {
  const broken: HardRule[] = [];
  const said = (rule: HardRule, is: boolean) => {
    if (is) broken.push(rule);
  };
  const mine = others.filter((post) => post.accountId === account.id);
  const clock = Number(time.replace(':', ''));
  said('closed', account.closed);
  said(
    'format',
    account.formats.every((one) => one !== format),
  );
  said('not_for', new Set(piece.notFor).has(format));
  said('unfit', new Set(piece.unfit).has(format));
  said(
    'lang',
    piece.langs.every((lang) => lang !== account.lang),
  );
  if (piece.personaId !== null && account.personaId !== null && piece.personaId !== account.personaId) {
    const allowed = rules.standIns.filter(({ persona }) => persona === piece.personaId).map(({ by }) => by);
    said('voice', !allowed.includes(account.personaId));
  }
  said(
    'silent_persona',
    rules.silentPersonas.some((id) => id === piece.personaId || id === account.personaId),
  );
  said(
    'once',
    piece.on.some(({ accountId }) => accountId === account.id) || mine.some(({ pieceId }) => pieceId === piece.id),
  );
  said(
    'refused',
    rules.refused.some((one) => `${one.pieceId} ${one.accountId} ${one.day}` === `${piece.id} ${account.id} ${day}`),
  );
  for (const campaign of campaigns)
    if (campaign.id === piece.campaignId) {
      const there = campaign.phases.filter(({ start, end }) => day >= start && day <= end).map(({ kind }) => kind);
      const outside =
        (campaign.start !== null && day < campaign.start) || (campaign.end !== null && day > campaign.end);
      said('campaign', outside || (there.length > 0 && new Set(there).size === 1 && there[0] === 'review'));
    }
  said('deadline', piece.lastDay !== null && day > piece.lastDay);
  said('past', millis(day, time) <= millis(rules.now.day, rules.now.time));
  said(
    'free_day',
    rules.freeDays.some((free) => free === day),
  );
  for (const { from, to } of account.quiet) {
    const [a, b] = [Number(from.replace(':', '')), Number(to.replace(':', ''))];
    said('quiet_hours', a < b ? a <= clock && clock < b : a <= clock || clock < b);
  }
  const week = mine.filter((post) => weekOf(post.day, rules.weekStart) === weekOf(day, rules.weekStart));
  said('capacity', account.capacity > 0 && week.length + 1 > account.capacity);
  said(
    'quiet_gap',
    mine.some(
      (post) =>
        post.time !== null &&
        Math.abs(millis(post.day, post.time) - millis(day, time)) < Math.max(1, account.gapMinutes) * 60_000,
    ),
  );
  return broken;
}

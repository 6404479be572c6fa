import { compose, type Sheet, sentenceText } from '../compose';
import { type ClosingKind, type Context, type Draft, entry, found, type Step, traced } from '../draft';
import { factLeftOut, isFactOf } from '../facts';
import { additive } from '../measure';
import type { TraceReason } from '../reasons';
import { bodyRoom, type Room, sheetOf } from '../room';
import { type Costs, type Group, type Item, Selection } from '../select';
import type { Over, TraceEntry } from '../types';
import { weigh } from '../weigh';
import { type Tier, tiers, type Weighed, weightless } from '../weights';
import { lines } from './lines';
import { links } from './links';
import { mentions } from './mentions';
import { tags } from './tags';
import { voice } from './voice';

/**
 * Makes the text fit by leaving out whole sentences; it never changes one and never cuts inside one.
 *
 *   dress   the text as the later steps will (sign-off, links, tags, line ends), because all of that counts
 *   measure the dressed text; if it fits, nothing happens
 *   choose  sentences by tier and weight, on costs counted once per sentence
 *   check   the chosen text as a whole, and correct
 *
 * A text for a platform with threads is left whole: `parts` divides it.
 */
export const fit: Step = (draft, context) => {
  const rooms = bodyRoom(context, draft.title);
  if (rooms.length === 0 || context.format.format.threads) return draft;
  if (isWithin(slackOf(draft, context, rooms))) return draft;
  const piece = placesOf(draft, context);
  let current = draft;
  for (const next of [...sheddable, null]) {
    const selection = choose(current, context, rooms, piece);
    if (isComplete(selection, piece) || next === null) return applied(current, context, selection, piece, rooms);
    current = { ...current, shed: [...current.shed, next] };
  }
  return current;
};

/** Given up in this order when not one sentence, or not every kept one, fits beside them. */
const sheddable: readonly ClosingKind[] = ['sign_off', 'tags', 'benefit', 'link'];

/** What the steps after fitting will add and rewrite. Paragraphs and sentences keep their places. */
export const dress: Step = (draft, context) => dressing.reduce<Draft>((dressed, step) => step(dressed, context), draft);
const dressing: readonly Step[] = [voice, links, mentions, tags, lines];

/** Room left per unit once the draft is dressed; negative when it is over. */
export function slackOf(draft: Draft, context: Context, rooms: readonly Room[]): number[] {
  const dressed = dress(draft, context);
  const text = compose(sheetOf(dressed, context), dressed);
  return rooms.map(({ unit, max }) => max - additive(unit)(text));
}
const isWithin = (slack: readonly number[]): boolean => slack.every((left) => left >= 0);

/** One thing that can stay or go: a sentence, or a picture or rule standing alone (`sentence` is -1). */
type Place = { readonly paragraph: number; readonly sentence: number; readonly weighed: Weighed };

/** Everything that takes room. A sentence that a later step empties (it only held an address) costs nothing and stays. */
function placesOf(draft: Draft, context: Context): readonly Place[] {
  const dressed = dress(draft, context);
  const sheet = sheetOf(dressed, context);
  const weighed = weigh(draft.paragraphs, context);
  return dressed.paragraphs.flatMap((paragraph, at): readonly Place[] =>
    paragraph.sentences.length === 0
      ? [{ paragraph: at, sentence: -1, weighed: weightless(paragraph.keep ? 'keep' : 'optional') }]
      : paragraph.sentences.flatMap((sentence, index) =>
          sentenceText(sheet, sentence) === ''
            ? []
            : [{ paragraph: at, sentence: index, weighed: weighed[at]?.[index] ?? weightless('ordinary') }],
        ),
  );
}

function choose(draft: Draft, context: Context, rooms: readonly Room[], piece: readonly Place[]): Selection {
  const dressed = dress(draft, context);
  const { items, groups, closings } = priced(dressed, sheetOf(dressed, context), rooms, piece);
  const selection = new Selection(items, groups);
  const total = selection.total(rooms.length);
  const free = rooms.map(({ max }, unit) => max - (total[unit] ?? 0) - (closings[unit] ?? 0));
  if (selection.shrink(free.map((left) => -left)) > 0) selection.grow(freeAfter(selection, rooms, closings));
  return corrected(selection, draft, context, rooms, piece);
}

const freeAfter = (selection: Selection, rooms: readonly Room[], closings: Costs): number[] => {
  const total = selection.total(rooms.length);
  return rooms.map(({ max }, unit) => max - (total[unit] ?? 0) - (closings[unit] ?? 0));
};

/**
 * Costs add up but for the seams (a tag that leaves the text enters the tag line, a footnote goes with its link), so
 * the choice is measured as a whole. Over: more goes, with a growing margin. Under: what still fits comes back.
 */
function corrected(
  selection: Selection,
  draft: Draft,
  context: Context,
  rooms: readonly Room[],
  piece: readonly Place[],
): Selection {
  const slack = measuring(selection, () => slackOf(withOnly(draft, selection, piece), context, rooms));
  let left = slack();
  for (let margin = 1; !isWithin(left); margin *= 2) {
    if (selection.shrink(left.map((room) => -room * margin)) === 0) break;
    left = slack();
  }
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    for (const index of hangingHeadings(draft, selection, piece)) selection.lock(index);
    left = slack();
    const taken = [...selection.grow(left)];
    if (taken.length === 0) break;
    for (left = slack(); !isWithin(left) && taken.length > 0; left = slack()) selection.lock(taken.pop() ?? 0);
  }
  for (const index of withTags(draft, selection, piece)) {
    selection.put(index);
    if (!isWithin(slack())) selection.drop(index);
  }
  returned(selection, draft, piece, slack);
  return selection;
}

/** The room left beside what is chosen now, measured once for each choice: corrections often ask again about the same one. */
function measuring(selection: Selection, measure: () => readonly number[]): () => number[] {
  let chosen = -1;
  let left: readonly number[] = [];
  return () => {
    if (chosen !== selection.changes) {
      left = measure();
      chosen = selection.changes;
    }
    return [...left];
  };
}

/**
 * What was passed by while something else stood in its place gets a last chance, weightiest first: a sentence whose own
 * cost is within the room left is tried as a whole. A heading without its text stays out.
 */
function returned(selection: Selection, draft: Draft, piece: readonly Place[], slack: () => number[]): void {
  let left = slack();
  const isOut = (index: number) => selection.kept[index] !== true;
  const isHanging = (index: number) =>
    selection.isLocked(index) && draft.paragraphs[piece[index]?.paragraph ?? -1]?.kind === 'heading';
  const affordable = (index: number) => selection.price(index).every((cost, unit) => cost <= (left[unit] ?? 0) + SEAM);
  const candidates = selection.mostValuableFirst().filter((index) => isOut(index) && !isHanging(index));
  let trials = MAX_TRIALS;
  for (const index of candidates) {
    if (trials === 0) return;
    if (!affordable(index)) continue;
    trials -= 1;
    selection.put(index);
    const now = slack();
    if (isWithin(now)) left = now;
    else selection.drop(index);
  }
}
/** Units by which a text may be cheaper than the sum of its sentences: a break less, a tag that leaves its line. */
const SEAM = 2;
const MAX_ROUNDS = 6;
const MAX_TRIALS = 24;

/**
 * Sentences left out that hold a hashtag or an address, weightiest first: in the text, the tag need not stand in the tag
 * line, nor the piece's own address in the link line, so they cost less than was counted and are tried as a whole.
 */
function withTags(draft: Draft, selection: Selection, piece: readonly Place[]): readonly number[] {
  return piece
    .map(({ paragraph, sentence, weighed }, index) => ({
      index,
      weighed,
      of: draft.paragraphs[paragraph]?.sentences[sentence],
    }))
    .filter(({ index, of }) => selection.kept[index] !== true && !selection.isLocked(index) && of !== undefined)
    .filter(({ of }) => of?.runs.some((run) => run.kind === 'hashtag' || run.kind === 'link'))
    .sort(
      (a, b) => tiers.indexOf(b.weighed.tier) - tiers.indexOf(a.weighed.tier) || b.weighed.weight - a.weighed.weight,
    )
    .slice(0, MAX_TRIALS)
    .map(({ index }) => index);
}

/** Counts every sentence, paragraph and closing line by itself. */
function priced(
  dressed: Draft,
  sheet: Sheet,
  rooms: readonly Room[],
  piece: readonly Place[],
): { readonly items: readonly Item[]; readonly groups: readonly Group[]; readonly closings: Costs } {
  const price = (text: string): Costs =>
    text === '' ? rooms.map(() => 0) : rooms.map(({ unit }) => additive(unit)(text));
  const items = piece.map(({ paragraph, sentence, weighed }): Item => {
    const around = dressed.paragraphs[paragraph];
    const given = around?.sentences[sentence];
    return {
      group: paragraph,
      text: price(given === undefined ? '' : sentenceText(sheet, given)),
      gap: price(around === undefined || given === undefined ? '' : sheet.gap(given.gap, around)),
      tier: tiers.indexOf(weighed.tier),
      weight: weighed.weight,
    };
  });
  const groups = dressed.paragraphs.map((paragraph) => {
    const wrap = sheet.open(paragraph) + sheet.close(paragraph);
    const silent = wrap === '' && paragraph.sentences.length === 0;
    return { wrap: price(wrap), between: price(silent ? '' : sheet.between(paragraph)) };
  });
  const closings = price(dressed.closings.map((closing) => sheet.between(closing) + sheet.closing(closing)).join(''));
  return { items, groups, closings };
}

/** The draft without the places that were not chosen; a paragraph that loses its last sentence goes too. */
function withOnly(draft: Draft, selection: Selection, piece: readonly Place[]): Draft {
  // Flags by paragraph: its own at 0, those of its sentences behind it.
  const gone = new Map<number, Uint8Array>();
  for (let index = 0; index < piece.length; index += 1) {
    const place = piece[index];
    if (place === undefined || selection.kept[index] === true) continue;
    let here = gone.get(place.paragraph);
    if (here === undefined) {
      here = new Uint8Array(1 + (draft.paragraphs[place.paragraph]?.sentences.length ?? 0));
      gone.set(place.paragraph, here);
    }
    here[1 + place.sentence] = 1;
  }
  const paragraphs = draft.paragraphs.flatMap((paragraph, at) => {
    const here = gone.get(at);
    if (here === undefined) return [paragraph];
    if (paragraph.sentences.length === 0) return here[0] === 1 ? [] : [paragraph];
    const sentences = paragraph.sentences.filter((_, index) => here[1 + index] !== 1);
    return sentences.length === 0 ? [] : [{ ...paragraph, sentences }];
  });
  return { ...draft, paragraphs };
}

/** Headings whose section has lost every sentence; none when headings are all there is. */
function hangingHeadings(draft: Draft, selection: Selection, piece: readonly Place[]): readonly number[] {
  const hanging: number[] = [];
  let open: { readonly paragraph: number; readonly level: number; readonly places: number[] }[] = [];
  let hasText = false;
  for (const [index, { paragraph, sentence, weighed }] of piece.entries()) {
    const given = draft.paragraphs[paragraph];
    if (given === undefined || sentence === -1 || selection.kept[index] !== true) continue;
    const last = open.at(-1);
    if (given.kind !== 'heading') {
      open = [];
      hasText = true;
    } else if (last?.paragraph === paragraph) last.places.push(index);
    else if (weighed.tier !== 'keep') {
      hanging.push(...open.filter(({ level }) => level >= given.level).flatMap(({ places }) => places));
      open = [...open.filter(({ level }) => level < given.level), { paragraph, level: given.level, places: [index] }];
    }
  }
  return hasText ? [...hanging, ...open.flatMap(({ places }) => places)] : [];
}

/** At least one sentence is shown and every kept one is. */
function isComplete(selection: Selection, piece: readonly Place[]): boolean {
  const shown = piece.some(({ sentence }, index) => sentence >= 0 && selection.kept[index] === true);
  return shown && piece.every(({ weighed }, index) => weighed.tier !== 'keep' || selection.kept[index] === true);
}

const removalReason: { readonly [K in Tier]: TraceReason } = {
  optional: 'optional_first',
  repeated: 'repetition',
  ordinary: 'too_long',
  fact: 'too_long',
  keep: 'keep_too_long',
};

/**
 * How far over the text would be with one more sentence, by its own cost beside what was left free. Costs are nearly
 * additive; where the seams say it would fit, it was tried as a whole and did not, so the whole is measured.
 */
function overIfKept(
  draft: Draft,
  context: Context,
  selection: Selection,
  piece: readonly Place[],
  rooms: readonly Room[],
): (index: number) => Over | undefined {
  const left = slackOf(withOnly(draft, selection, piece), context, rooms);
  let trials = MAX_TRIALS;
  const most = (over: readonly number[]): Over | undefined => {
    const by = Math.max(...over);
    const unit = rooms[over.indexOf(by)]?.unit;
    return by > 0 && unit !== undefined ? { unit, by: Math.ceil(by) } : undefined;
  };
  return (index) => {
    const price = selection.price(index);
    const counted = most(left.map((room, unit) => (price[unit] ?? 0) - room));
    if (counted !== undefined || trials-- <= 0) return counted;
    selection.put(index);
    const measured = slackOf(withOnly(draft, selection, piece), context, rooms).map((room) => -room);
    selection.drop(index);
    return most(measured);
  };
}

/** The draft without what was not chosen, every removal in the trace, and `cannot_fit` where a promise was broken. */
function applied(
  draft: Draft,
  context: Context,
  selection: Selection,
  piece: readonly Place[],
  rooms: readonly Room[],
): Draft {
  const trace: TraceEntry[] = [];
  const overOf = overIfKept(draft, context, selection, piece, rooms);
  for (const [index, { paragraph, sentence, weighed }] of piece.entries()) {
    if (selection.kept[index] === true) continue;
    const given = draft.paragraphs[paragraph];
    const before = sentence === -1 ? (given?.src ?? '') : (given?.sentences[sentence]?.source ?? '');
    if (before === '') continue;
    const reason = selection.isLocked(index) && given?.kind === 'heading' ? 'heading_without_text' : undefined;
    trace.push(
      entry('fit', 'removed', reason ?? removalReason[weighed.tier], {
        before,
        block: given?.block ?? null,
        sentence: given?.sentences[sentence]?.at?.index,
        ...weighed,
        over: reason === undefined ? overOf(index) : undefined,
      }),
    );
  }
  const shown = piece.some(({ sentence }, index) => sentence >= 0 && selection.kept[index] === true);
  const hadText = piece.some(({ sentence }) => sentence >= 0);
  const empty = hadText && !shown;
  const lost = piece.filter(({ weighed }, index) => weighed.tier === 'keep' && selection.kept[index] !== true).length;
  const next: Draft = empty
    ? { ...draft, paragraphs: [], shed: [...sheddable, 'footnote'] }
    : withOnly(draft, selection, piece);
  const shedTrace = next.shed.map((kind) => entry('fit', 'removed', `no_room_${kind}`));
  const [room] = rooms;
  const params = {
    limit: room?.max ?? 0,
    unit: room?.unit ?? context.format.format.count.body,
    lost: empty ? 0 : lost,
  };
  const isFact = isFactOf(context.source);
  const unsaid = trace
    .filter(({ before, tier }) => tier !== 'repeated' && isFact(before))
    .map(({ before }) => factLeftOut(before));
  return found(
    traced(next, [...trace, ...shedTrace]),
    empty || lost > 0 ? [{ code: 'cannot_fit', severity: 'error', field: 'body', params }, ...unsaid] : unsaid,
  );
}

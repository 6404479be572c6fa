import type { Json } from '../../core/model/json';
import type { Lang } from '../../core/model/records';
import { type Comparison, comparePlans } from '../../core/plan/comparing/compare';
import { aheadOf, stampsOf, withoutFuture } from '../../core/plan/comparing/future';
import { latestMark, seenByPlan } from '../../core/plan/comparing/marks';
import { type ComparedRecord, compareGroups } from '../../core/plan/comparing/types';
import type { PlanContent } from '../../core/plan/file/content';
import { joinContents } from '../../core/plan/file/joinContents';
import type { RecordState } from '../../core/plan/state';
import { nameOf } from '../../core/plan/survey/survey';
import { cliWords } from '../../core/words/cli';
import { cliHelpWords } from '../../core/words/cliHelp';
import { sayRecordType } from '../../core/words/recordTypes';
import { say, speaker } from '../../core/words/say';
import { bodyLines, bodyParts, fieldLine, partsOf, setLine } from '../changeText';
import { type ExitCode, exitCodes, type Io, Stop } from '../io';
import { readOptions, requireTwo } from '../options';
import { isEmptyFile, type PlanPart, readParts } from '../planParts';
import { writePart } from '../writePlan';

type Options = 'out' | 'base' | 'deletions' | 'path';

/**
 * `merge MINE THEIRS -o OUT [--base FILE] [--dry-run] [--json]`: two copies of a plan become one by the law of merging. The
 * answer is the same whichever is called mine. 0 when nothing waits for a person, 1 when something does: it is written
 * all the same, with both texts. As git's merge driver it is given single files of the folder form: docs/git.md.
 */
export async function mergeCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
  const asked = readOptions<Options>(argv, ['out', 'base', 'deletions', 'path'], ['dry-run', 'json', 'force', 'quiet']);
  const { lang, values, flags } = asked;
  const t = speaker(cliWords, lang);
  if (asked.help) {
    io.out(say(cliHelpWords, lang, 'merge'));
    return exitCodes.ok;
  }
  const [mine, theirs] = requireTwo(asked, 'merge MINE.juzhen THEIRS.juzhen -o OUT.juzhen');
  const isDry = flags.has('dry-run');
  const out = values.out ?? '';
  if (out === '' && !isDry) throw new Stop(t('usage_missing_option', { name: 'out' }));
  const [ours, others] = [await readParts(io, lang, mine), await readParts(io, lang, theirs)];
  requireCopies(lang, mine, theirs, ours, others);
  // The commit git makes of it is the only copy there will be, and must be the same tomorrow: nothing is held back there.
  const isDriver = values.path !== undefined;
  const { content: lawful, held } = isDriver ? { content: others.content, held: [] } : parted(others.content, io.now());
  const comparison = compare(ours.content, lawful, await baseOf(io, lang, values.base));
  const { records } = comparison;
  const summary = { ...comparison.summary, held: held.length };

  const waits = summary.counts.needs_you > 0 || held.length > 0;
  const { mass } = summary;
  const isTooMuch = !isDry && mass !== null && Number(values.deletions) !== mass.count;
  if (!isDry && !isTooMuch) {
    const content = joinContents(ours.content, lawful, comparison.merged);
    await writePart(io, lang, out, { kind: ours.kind, content }, flags.has('force'));
  }
  if (flags.has('json'))
    io.out(
      `${JSON.stringify({ mine, theirs, ...summary, records: records.map(json), heldBack: held.map(heldJson) }, null, 2)}\n`,
    );
  else if (!flags.has('quiet'))
    (isDry ? io.out : io.err)(`${text(lang, comparison, values.path)}${heldText(lang, theirs, held)}`);
  if (isTooMuch) io.err(`${t('merge_mass', { ...mass, type: sayRecordType(lang, mass.type) })}\n`);
  return waits || isTooMuch ? exitCodes.findings : exitCodes.ok;
}

/** Edits from more than a day ahead stay in their file, as the studio keeps them outside the plan (M9). */
function parted(
  content: PlanContent,
  now: number,
): { readonly content: PlanContent; readonly held: readonly RecordState[] } {
  const isAhead = aheadOf(now);
  const parts = content.states.map((state) => withoutFuture(state, now));
  const seen = content.seen?.filter((stamp) => !isAhead(stamp));
  return {
    content: {
      ...content,
      states: parts.flatMap(({ lawful }) => lawful ?? []),
      ...(seen === undefined ? {} : { seen }),
    },
    held: parts.flatMap(({ future }) => future ?? []),
  };
}

const heldJson = (state: RecordState): object => {
  const until = latestMark(stampsOf(state));
  return { type: state.type, id: state.id, name: nameOf(state), node: until?.node, at: until?.at };
};

function heldText(lang: Lang, file: string, held: readonly RecordState[]): string {
  if (held.length === 0) return '';
  const rows = held.map((state) => {
    const at = latestMark(stampsOf(state))?.at ?? 0;
    return `  ${sayRecordType(lang, state.type)} ${nameOf(state) || state.id} ${new Date(at).toISOString()}`;
  });
  return `${[speaker(cliWords, lang)('merge_held', { count: held.length, file }), ...rows].join('\n')}\n`;
}

/** What lies ahead was parted from it before: nothing more is held back. */
function compare(ours: PlanContent, others: PlanContent, base: PlanContent | null): Comparison {
  const kept = new Map(base?.states.map((state) => [`${state.type}\n${state.id}`, Object.values(state.versions)]));
  const side = ({ states, seen }: PlanContent) => ({ states, seen: seenByPlan(states, seen) });
  return comparePlans(side(ours), side(others), {
    now: Number.POSITIVE_INFINITY,
    kept: ({ type, id }) => kept.get(`${type}\n${id}`) ?? [],
  });
}

/** The file both began from; git hands an empty one where there never was any. */
async function baseOf(io: Io, lang: Lang, file: string | undefined): Promise<PlanContent | null> {
  if (file === undefined || file === '' || (await isEmptyFile(io, file))) return null;
  return (await readParts(io, lang, file)).content;
}

/** Both must be copies of one thing: of one workspace, or of one record. */
function requireCopies(lang: Lang, mine: string, theirs: string, ours: PlanPart, others: PlanPart): void {
  const isPlan = ({ kind }: PlanPart) => kind === 'folder' || kind === 'packed';
  const sameForm = isPlan(ours) ? isPlan(others) : ours.kind === others.kind;
  const [a] = ours.content.states;
  const [b] = others.content.states;
  const sameRecord = ours.kind !== 'record' || (a?.type === b?.type && a?.id === b?.id);
  if (!sameForm || !sameRecord || ours.content.workspaceId !== others.content.workspaceId)
    throw new Stop(speaker(cliWords, lang)('merge_strangers', { mine, theirs }), exitCodes.badInput);
}

function text(lang: Lang, { summary, records }: Comparison, path: string | undefined): string {
  const t = speaker(cliWords, lang);
  const rows = compareGroups.flatMap((group) => {
    const of = records.filter((record) => record.group === group);
    return of.length === 0 ? [] : [t(`merge_${group}`), ...of.flatMap((record) => lines(lang, record)), ''];
  });
  const head = path === undefined || path === '' ? [] : [path];
  return `${[...head, ...rows, t('merge_counts', summary.counts)].join('\n')}\n`;
}

function lines(lang: Lang, { type, id, name, life, fields, sets, body }: ComparedRecord): readonly string[] {
  const t = speaker(cliWords, lang);
  return [
    `  ${sayRecordType(lang, type)} ${name || id}`,
    ...(life?.fate === 'contested' ? [t('merge_contested')] : []),
    ...fields.map(({ register, mine, theirs, fate }) =>
      fate === 'theirs_lost'
        ? `${fieldLine(lang, register, theirs, mine)} ${t('merge_theirs_lost')}`
        : `${fieldLine(lang, register, mine, theirs)}${fate === 'mine_lost' ? ` ${t('merge_mine_lost')}` : ''}`,
    ),
    ...sets.map(({ set, added, removed }) => setLine(lang, set, added, removed)),
    ...(body === null ? [] : bodyText(lang, body)),
  ].map((line, index) => (index === 0 ? line : `    ${line}`));
}

function bodyText(lang: Lang, { fate, before, after, heads }: NonNullable<ComparedRecord['body']>): readonly string[] {
  const t = speaker(cliWords, lang);
  if (fate !== 'both') return bodyLines(lang, docOf(before), docOf(after));
  const [first, ...others] = heads;
  return [
    t('merge_both', { count: heads.length }),
    ...others.flatMap((head) => bodyLines(lang, docOf(first), docOf(head))),
  ];
}

type Side = NonNullable<ComparedRecord['body']>['before'] | undefined;
const docOf = (side: Side): Json => (side?.version.doc as Json | undefined) ?? null;

/** With the words of every text that changes. */
const json = ({ fields, body, ...rest }: ComparedRecord): object => ({
  ...rest,
  fields: fields.map((field) => ({ ...field, words: partsOf(field.mine, field.theirs) })),
  body: body === null ? null : { ...body, blocks: bodyParts(docOf(body.before), docOf(body.after)) },
});

import { adapt } from '../../core/adapt/adapt';
import type { Finding, Variant } from '../../core/adapt/types';
import { mergeFindings } from '../../core/check/check';
import { createSameTextIndex, type Placed, sketchesOf } from '../../core/check/sameText';
import type { Account, Lang, Placement } from '../../core/model/records';
import type { PlatformPack } from '../../core/platforms/pack';
import { cliWords } from '../../core/words/cli';
import { cliHelpWords } from '../../core/words/cliHelp';
import { sayFindingLine } from '../../core/words/findings';
import { say } from '../../core/words/say';
import { type ExitCode, exitCodes, type Io } from '../io';
import { markdownSource } from '../markdownSource';
import { readOptions, someFiles } from '../options';
import { entriesOf, planOf } from '../planEntries';
import { isPlan, readPlan } from '../planFile';
import { packsAsked } from '../rules';
import { variantJson } from '../variantJson';
import { severityText, variantText } from '../variantText';
import { formatsAsked, nameOf } from './adapt';

/** What was checked and what was found about it. */
type Checked = {
  readonly heading: string;
  readonly facts: Readonly<Record<string, string | null>>;
  /** With what was found, in itself and beside the others. */
  readonly variant: Variant;
  /** Where its text stands, to be held against the others; null for one that goes nowhere yet. */
  readonly placed: Placed | null;
};

/**
 * `check FILE.md|PLAN.juzhen … [--to LIST] [--json]`: variants, findings and trace. Texts of several files, and of all placements
 * of a plan, are held against each other too: the same paragraph on two accounts of one platform is a finding of both.
 */
export async function checkCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
  const asked = readOptions(argv, ['to', 'rules'], ['json']);
  const { lang } = asked;
  if (asked.help) {
    io.out(say(cliHelpWords, lang, 'check'));
    return exitCodes.ok;
  }
  const files = someFiles(asked, 'check FILE.md');
  const found: Checked[] = [];
  let plansOnly = true;
  for (const file of files) {
    const isOfPlan = await isPlan(io, file);
    if (!isOfPlan) plansOnly = false;
    // A plan brings its own rules along.
    const packs = await packsAsked(io, lang, asked.values.rules ?? (isOfPlan ? file : undefined));
    const formats = formatsAsked(asked.values.to ?? 'all', lang, packs);
    const wanted = new Set(formats.map(({ ref }) => ref));
    found.push(
      ...(isOfPlan
        ? await checkPlan(io, lang, file, packs, wanted)
        : await checkPiece(io, lang, file, formats, files.length > 1)),
    );
  }
  const checked = besideEachOther(found);
  if (asked.flags.has('json')) io.out(json(checked, plansOnly ? 'placements' : 'variants', lang));
  else io.out(text(checked, lang));
  return checked.some(({ variant }) => variant.findings.some(isError)) ? exitCodes.findings : exitCodes.ok;
}

async function checkPiece(
  io: Io,
  lang: Lang,
  file: string,
  formats: ReturnType<typeof formatsAsked>,
  isOneOfSeveral: boolean,
): Promise<readonly Checked[]> {
  const source = await markdownSource(io, lang, file);
  const named = isOneOfSeveral ? { file } : {};
  return formats.map((format) => {
    const variant = adapt({ source, format });
    // A file has no account; each goes out on one of its own, and each format is a place by itself.
    const at = { id: `${file} ${format.ref}`, platform: format.ref, accountId: file, account: file, day: null };
    return {
      heading: isOneOfSeveral ? `${file} · ${nameOf(format, lang)}` : nameOf(format, lang),
      facts: { ...named, platform: format.platform.id, format: format.format.id },
      variant,
      placed: { ...at, sketches: sketchesOf(variant) },
    };
  });
}

async function checkPlan(
  io: Io,
  lang: Lang,
  file: string,
  packs: readonly PlatformPack[],
  formats: ReadonlySet<string>,
): Promise<readonly Checked[]> {
  const plan = planOf(await readPlan(io, lang, file));
  const { entries, missing } = entriesOf(plan, packs, { from: null, to: null, platforms: [] });
  if (missing > 0) io.err(`${say(cliWords, lang, 'placements_missing', { count: missing })}\n`);
  return entries
    .filter(({ variant }) => formats.has(`${variant.platform}/${variant.format}`))
    .map(({ placement, piece, account, variant }) => ({
      heading: [placement.day, placement.time, `${variant.platform}/${variant.format}`, account?.name, piece.title]
        .filter((part) => part)
        .join(' · '),
      facts: {
        placement: placement.id,
        day: placement.day,
        time: placement.time,
        account: account?.name ?? null,
        piece: piece.title,
        platform: variant.platform,
        format: variant.format,
      },
      variant,
      placed: account === null ? null : placedOf(placement, account, variant),
    }));
}

const placedOf = ({ id, day }: Placement, account: Account, variant: Variant): Placed => ({
  id,
  platform: account.platform,
  accountId: account.id,
  account: account.name,
  day,
  sketches: sketchesOf(variant),
});

/** Adds what is to be said about each text beside all the others. */
function besideEachOther(checked: readonly Checked[]): readonly Checked[] {
  const index = createSameTextIndex();
  for (const { placed } of checked) if (placed !== null) index.put(placed);
  return checked.map((one) => {
    const finding = one.placed === null ? null : index.findingOf(one.placed.id);
    return finding === null
      ? one
      : { ...one, variant: { ...one.variant, findings: mergeFindings(one.variant.findings, [finding]) } };
  });
}

const isError = ({ severity }: Finding): boolean => severity === 'error';

function json(checked: readonly Checked[], key: 'placements' | 'variants', lang: Lang): string {
  const items = checked.map(({ facts, variant }) => ({ ...facts, ...variantJson(variant, lang) }));
  return `${JSON.stringify({ [key]: items }, null, 2)}\n`;
}

/** Every text with its findings and what was done to it; at the end, where one looks, all findings once more. */
function text(checked: readonly Checked[], lang: Lang): string {
  const lists = checked
    .filter(({ variant }) => variant.findings.length > 0)
    .map(({ heading, variant: { findings } }) =>
      [
        heading,
        ...findings.map((finding) => `  ${severityText(finding.severity, lang)} · ${sayFindingLine(lang, finding)}`),
        '',
      ].join('\n'),
    );
  const all = checked.flatMap(({ variant }) => variant.findings);
  const warnings = all.filter(({ severity }) => severity === 'warning').length;
  return [
    ...checked.map(({ heading, variant }) => variantText(variant, heading, lang)),
    `# ${say(cliWords, lang, 'findings')}\n`,
    ...lists,
    `${say(cliWords, lang, 'checked', { errors: all.filter(isError).length, warnings })}\n`,
  ].join('\n');
}

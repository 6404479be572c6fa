import { whyBlocked } from '../../core/export/entry';
import { type ExporterId, exporterIds, usualOptions } from '../../core/export/options';
import { exporters, filesIn } from '../../core/export/registry';
import type { ExportEntry, ExportFile, ExportModel } from '../../core/export/types';
import type { PlanContent } from '../../core/plan/file/content';
import { findPlatform } from '../../core/platforms/registry';
import { shippedPacks } from '../../core/platforms/shipped';
import { failure } from '../../core/result';
import { type WallDate, wallDateSchema } from '../../core/time/wall';
import { cliWords } from '../../core/words/cli';
import { cliHelpWords } from '../../core/words/cliHelp';
import { exportWords } from '../../core/words/export';
import { sayFailure } from '../../core/words/failures';
import { say, speaker } from '../../core/words/say';
import { type ExitCode, exitCodes, type Io, Stop } from '../io';
import { type Asked, oneFile, readOptions } from '../options';
import { entriesOf, packsOf, planOf } from '../planEntries';
import { readPlan } from '../planFile';
import { type Pictures, writeExport } from '../writeExport';

type Options = 'out' | 'from' | 'to' | 'platforms' | 'forms';

/**
 * `export PLAN.juzhen --out DIR [--forms LIST]`: every form that needs no window, in one folder, all or nothing. The paths
 * written go to standard output, one a line.
 */
export async function exportCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
  const asked = readOptions<Options>(argv, ['out', 'from', 'to', 'platforms', 'forms']);
  const { lang, values } = asked;
  const t = speaker(cliWords, lang);
  if (asked.help) {
    io.out(say(cliHelpWords, lang, 'export'));
    return exitCodes.ok;
  }
  const file = oneFile(asked, 'export PLAN.juzhen --out DIR');
  if (values.out === undefined || values.out === '') throw new Stop(t('usage_missing_option', { name: 'out' }));
  const [from, to] = [dayAsked(asked, 'from'), dayAsked(asked, 'to')];
  if (from !== null && to !== null && from > to) throw new Stop(t('usage_bad_range'));
  const forms = formsAsked(asked);
  const content = await readPlan(io, lang, file);
  const plan = planOf(content);
  const packs = packsOf(plan, shippedPacks());
  const platforms = namesIn(values.platforms ?? '');
  for (const id of platforms)
    if (findPlatform(packs, id) === null) throw new Stop(sayFailure(lang, failure('unknown_format', { format: id })));

  const { entries, missing } = entriesOf(plan, packs, { from, to, platforms });
  if (entries.length === 0) throw new Stop(sayFailure(lang, failure('cannot_export')));
  const [workspace] = plan.list('workspace');
  const files = filesOf(forms, {
    lang: workspace?.lang ?? lang,
    today: io.today() as WallDate,
    zone: workspace?.zone ?? 'Asia/Shanghai',
    title: workspace?.name || 'Juzhen',
    packs,
    entries,
    pieces: [
      ...new Map(
        entries.map(({ piece, doc, persona, images }) => [piece.id, { piece, doc, persona, images }]),
      ).values(),
    ],
    accounts: plan.list('account').filter(({ closed }) => !closed),
    backdrop: {
      weekStart: workspace?.weekStart ?? 1,
      campaigns: plan.list('campaign'),
      phases: plan.list('phase'),
      workspace,
    },
    shown: { look: 'list', from, to, filter: [] },
    stamp: { by: '', at: io.today() },
  });
  const { written, missing: pictures } = await writeExport(io, lang, values.out, files, pictureReader(content, plan));
  for (const path of pictures) io.err(`${t('picture_not_in_plan', { path })}\n`);
  if (missing > 0) io.err(`${t('placements_missing', { count: missing })}\n`);
  const blocked = entries.filter((entry) => entry.blocked);
  if (blocked.length > 0) io.err(`${t('placements_blocked', { count: blocked.length })}\n`);
  for (const entry of blocked)
    io.err(`${t('placement_blocked', { heading: headingOf(entry), reason: whyBlocked(entry, lang) })}\n`);
  io.out(written.map((path) => `${path}\n`).join(''));
  io.err(`${t('written', { count: written.length, folder: values.out })}\n`);
  return exitCodes.ok;
}

const headingOf = ({ placement, piece, account, variant }: ExportEntry): string =>
  [placement.day, placement.time, `${variant.platform}/${variant.format}`, account?.name, piece.title]
    .filter((part) => part)
    .join(' · ');

const namesIn = (list: string): readonly string[] => list.split(/[,，\s]+/).filter((name) => name !== '');

function dayAsked({ values, lang }: Asked<Options>, name: 'from' | 'to'): WallDate | null {
  const value = values[name];
  if (value === undefined) return null;
  const day = wallDateSchema.safeParse(value);
  if (day.success) return day.data;
  throw new Stop(speaker(cliWords, lang)('usage_bad_day', { name, value }));
}

/** The forms a list names; without one, all that need no window. Stops with 3 at one only the desktop app makes. */
function formsAsked({ values, lang }: Asked<Options>): readonly ExporterId[] {
  const t = speaker(cliWords, lang);
  const isDesktop = (id: ExporterId) => exporters[id].where === 'desktop';
  if (values.forms === undefined) return exporterIds.filter((id) => !isDesktop(id));
  return namesIn(values.forms).map((name) => {
    const id = exporterIds.find((known) => known === name);
    if (id === undefined) throw new Stop(t('usage_unknown_form', { name, known: exporterIds.join(', ') }));
    if (isDesktop(id))
      throw new Stop(t('desktop_only', { form: say(exportWords, lang, `kind.${id}`) }), exitCodes.notHere);
    return id;
  });
}

/** Forms of many files get a folder of their own. */
async function* filesOf(forms: readonly ExporterId[], model: ExportModel): AsyncGenerator<ExportFile> {
  for (const id of forms)
    for await (const file of filesIn(id, model, usualOptions))
      yield exporters[id].extension === '' ? { ...file, path: `${id}/${file.path}` } : file;
}

/** Bytes of a picture carried in the plan file, by the id of its record. */
function pictureReader({ assets }: PlanContent, plan: ReturnType<typeof planOf>): Pictures {
  const byHash = new Map([...assets].map(([name, bytes]) => [name.split('.')[0] ?? '', bytes]));
  return (assetId) => byHash.get(plan.get('asset', assetId)?.hash ?? '') ?? null;
}

import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { whyBlocked } from '../../core/export/entry';
import { exporterIds, usualOptions } from '../../core/export/options';
import { exporters, filesIn } from '../../core/export/registry';
import type { ExportContent, ExportEntry, Exporter, ExportFile, ExportModel } from '../../core/export/types';
import { withoutPrivateParts } from '../../core/media/privateParts/withoutPrivateParts';
import type { Lang } from '../../core/model/records';
import type { PlanContent } from '../../core/plan/file/content';
import { writeZip } from '../../core/plan/file/zip';
import { findPlatform } from '../../core/platforms/registry';
import { shippedPacks } from '../../core/platforms/shipped';
import { failure } from '../../core/result';
import { type WallDate, wallDateSchema } from '../../core/time/wall';
import { cliWords } from '../../core/words/cli';
import { sayFailure } from '../../core/words/failures';
import { speaker } from '../../core/words/say';
import { type ExitCode, exitCodes, type Io, Stop, stopped } from '../io';
import { type Asked, oneFile, readOptions } from '../options';
import { entriesOf, packsOf, planOf } from '../planEntries';
import { readPlan } from '../planFile';

type Options = 'out' | 'from' | 'to' | 'platforms';

/**
 * `export PLAN.juzhen --out DIR`: the copy pack, a table, a calendar file and the sources as Markdown, in one folder.
 * The paths written go to standard output, one a line.
 */
export async function exportCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
  const asked = readOptions<Options>(argv, ['out', 'from', 'to', 'platforms']);
  const { lang, values } = asked;
  const t = speaker(cliWords, lang);
  if (asked.help) {
    io.out(t('help_export'));
    return exitCodes.ok;
  }
  const file = oneFile(asked, 'export PLAN.juzhen --out DIR');
  if (values.out === undefined || values.out === '') throw new Stop(t('usage_missing_option', { name: 'out' }));
  const [from, to] = [dayAsked(asked, 'from'), dayAsked(asked, 'to')];
  if (from !== null && to !== null && from > to) throw new Stop(t('usage_bad_range'));
  const content = await readPlan(io, lang, file);
  const plan = planOf(content);
  const packs = packsOf(plan, shippedPacks());
  const platforms = namesIn(values.platforms ?? '');
  for (const id of platforms)
    if (findPlatform(packs, id) === null) throw new Stop(sayFailure(lang, failure('unknown_format', { format: id })));

  const { entries, missing } = entriesOf(plan, packs, { from, to, platforms });
  if (entries.length === 0) throw new Stop(sayFailure(lang, failure('cannot_export')));
  const [workspace] = plan.list('workspace');
  const files = await filesOf({
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
  if (missing > 0) io.err(`${t('placements_missing', { count: missing })}\n`);
  await writeAll(io, lang, values.out, files, pictureReader(content, plan));
  const blocked = entries.filter((entry) => entry.blocked);
  if (blocked.length > 0) io.err(`${t('placements_blocked', { count: blocked.length })}\n`);
  for (const entry of blocked)
    io.err(`${t('placement_blocked', { heading: headingOf(entry), reason: whyBlocked(entry, lang) })}\n`);
  io.out(files.map(({ path }) => `${path}\n`).join(''));
  io.err(`${t('written', { count: files.length, folder: values.out })}\n`);
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

/** Exporters that write many files get a folder of their own; what only the desktop makes is left to it. */
async function filesOf(model: ExportModel): Promise<readonly ExportFile[]> {
  const files: ExportFile[] = [];
  for (const id of exporterIds) {
    const { extension, where } = exporters[id] as Exporter;
    if (where === 'desktop') continue;
    for await (const file of filesIn(id, model, usualOptions))
      files.push(extension === '' ? { ...file, path: `${id}/${file.path}` } : file);
  }
  return files;
}

type Pictures = (assetId: string) => Uint8Array | null;

/** Bytes of a picture carried in the plan file, by the id of its record. */
function pictureReader({ assets }: PlanContent, plan: ReturnType<typeof planOf>): Pictures {
  const byHash = new Map([...assets].map(([name, bytes]) => [name.split('.')[0] ?? '', bytes]));
  return (assetId) => byHash.get(plan.get('asset', assetId)?.hash ?? '') ?? null;
}

/** Without a window nothing is cut, scaled or printed: originals go out, without what they tell about their maker. */
function bytesOf(content: ExportContent, pictures: Pictures): Uint8Array | string | null {
  if (typeof content === 'string' || content instanceof Uint8Array) return content;
  if ('made' in content || 'print' in content) return null;
  if ('assetId' in content) {
    const bytes = pictures(content.assetId);
    return bytes === null ? null : withoutPrivateParts(bytes);
  }
  const parts = content.archive.map((part) => ({ path: part.path, bytes: bytesOf(part.content, pictures) }));
  if (parts.some(({ bytes }) => bytes === null)) return null;
  return writeZip(
    parts.map(({ path, bytes }) => ({
      path,
      bytes: typeof bytes === 'string' ? Buffer.from(bytes) : (bytes as Uint8Array),
    })),
    (path) => /\.(?:png|jpe?g|gif|webp)$/.test(path),
  );
}

/** Each file is written beside its place and renamed into it, so that no half file is ever there. */
async function writeAll(
  io: Io,
  lang: Lang,
  out: string,
  files: readonly ExportFile[],
  pictures: Pictures,
): Promise<void> {
  const root = resolve(io.cwd, out);
  try {
    await mkdir(root, { recursive: true });
    for (const { path, content } of files) {
      const target = resolve(root, path);
      if (!target.startsWith(root + sep)) throw stopped(lang, failure('file_unsafe_path', { file: out, place: path }));
      const bytes = bytesOf(content, pictures);
      if (bytes === null) {
        io.err(`${speaker(cliWords, lang)('picture_not_in_plan', { path })}\n`);
        continue;
      }
      await mkdir(dirname(target), { recursive: true });
      await writeFile(`${target}.part`, bytes);
      await rename(`${target}.part`, target);
    }
  } catch (error) {
    throw error instanceof Stop ? error : stopped(lang, failure(codeOf(error), { folder: out }));
  }
}

/** Everything the file system refuses means for the user: choose another folder, or make room. */
const codeOf = (error: unknown): 'disk_full' | 'folder_not_writable' =>
  (error as NodeJS.ErrnoException).code === 'ENOSPC' ? 'disk_full' : 'folder_not_writable';

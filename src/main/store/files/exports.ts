import type { CallOutput, ExportChoice, ExportPreview, PictureJob, PrintJob } from '../../../contract';
import { scheduleTable } from '../../../core/export/columns';
import { isBlocked } from '../../../core/export/entry';
import { exporters, filesIn } from '../../../core/export/registry';
import { safeName } from '../../../core/export/safeName';
import type { ExportBytes, ExportFile, ExportModel } from '../../../core/export/types';
import { checkZip } from '../../../core/plan/file/zipLimits';
import { exchangePrivate } from '../assets/privateAssets';
import type { StoreContext } from '../context';
import { readView } from '../rows';
import { gather } from './exportModel';
import { guessed, madeIn, pictureJobs, reviewJobs, withReviewPictures } from './exportPictures';
import { createPace } from './pace';
import { planAbout } from './planAbout';
import { writePlan } from './planFiles';
import { planTable } from './planTable';
import { type FileToWrite, writeFolder } from './writeFolder';

/** Longest text a preview sends to the screen, in UTF-16 units; the file itself is whole. */
const PREVIEW = 40_000;

/** Rows of a table a preview shows. */
const ROWS = 200;

type Written = FileToWrite & { readonly kind: ExportPreview['files'][number]['kind'] };

/** What only writing knows: the plan file, and how much everything is. A guess by the originals would refuse too much. */
type Known = {
  readonly plan: () => Promise<Uint8Array>;
  readonly size: (content: ExportFile['content']) => number;
};
const unknown: Known = { plan: async () => new Uint8Array(0), size: () => 0 };

/** Everything that was asked for, one file after the other. */
async function* filesOf(
  choice: ExportChoice,
  model: ExportModel,
  { plan, size }: Known = unknown,
): AsyncGenerator<Written> {
  const several = choice.kinds.length > 1;
  for (const kind of choice.kinds) {
    if (kind === 'plan') {
      yield { kind, path: `${safeName(model.title)}.juzhen`, content: await plan(), synced: true };
      continue;
    }
    if (kind === 'copy_pack' && choice.options.copy_pack.zip) {
      const zip = `${safeName(`${model.title} ${kind}`)}.zip`;
      const files: ExportFile[] = [];
      for await (const file of filesIn(kind, model, choice.options)) files.push(file);
      // Before a minute is spent on it.
      checkZip({ files: files.length, bytes: files.reduce((sum, { content }) => sum + size(content), 0) });
      for (const file of files) yield { ...file, kind, zip };
      continue;
    }
    // A folder of its own for what writes many files, once there is more than one kind of thing to find.
    const prefix = several && exporters[kind].extension === '' ? `${kind}/` : '';
    for await (const file of filesIn(kind, model, choice.options)) yield { ...file, kind, path: prefix + file.path };
  }
}

type Sizes = ReadonlyMap<string, number>;

/** In bytes, as far as it is known before anything is made: a print has no size yet, an archive that of its parts. */
function sizeOf(store: StoreContext, content: ExportFile['content'], made: Sizes): number | null {
  if (typeof content === 'object' && 'print' in content) return null;
  if (typeof content === 'object' && 'archive' in content)
    return content.archive.reduce((sum, part) => sum + plainSize(store, part.content, made), 0);
  return plainSize(store, content, made);
}

function plainSize({ db }: StoreContext, content: ExportBytes, made: Sizes): number {
  if (typeof content === 'string') return Buffer.byteLength(content, 'utf8');
  if (content instanceof Uint8Array) return content.length;
  return 'made' in content ? (made.get(content.made) ?? 0) : (readView(db, 'asset', content.assetId)?.bytes ?? 0);
}

/** Bytes of the made pictures, by key: as far as they are known. */
const madeSizes = ({ entries, pieces }: ExportModel): Sizes =>
  new Map(
    [...entries, ...pieces.map(({ images }) => ({ images, covers: [] }))].flatMap(({ images, covers = [] }) =>
      [...images, ...covers.map(({ image }) => image)].flatMap(({ made }) =>
        made ? [[made.key, made.bytes] as const] : [],
      ),
    ),
  );

/** The pictures that must be made before the same choice can be written. */
export async function exportPictures(store: StoreContext, choice: ExportChoice): Promise<readonly PictureJob[]> {
  // Before anything is counted on: what leaves in a plan file is named by its bytes.
  cleanFor(store, choice);
  if (!choice.kinds.some((kind) => kind === 'copy_pack' || kind === 'docx')) return [];
  const { model, prepared } = await gather(store, choice, createPace(store, null));
  return [
    ...(choice.kinds.includes('copy_pack') ? pictureJobs(prepared) : []),
    ...(choice.kinds.includes('docx') ? reviewJobs(model.pieces) : []),
  ];
}

/** The model with the pictures of its pieces as Word shows them, where Word is asked for. */
const forReview = (model: ExportModel, { kinds }: ExportChoice, look: typeof guessed): ExportModel =>
  kinds.includes('docx') ? { ...model, pieces: model.pieces.map((piece) => withReviewPictures(piece, look)) } : model;

/** The pages that must be printed before the same choice can be written. */
export async function exportPrints(store: StoreContext, choice: ExportChoice): Promise<readonly PrintJob[]> {
  const kinds = choice.kinds.filter((kind) => kind !== 'plan' && exporters[kind].where === 'desktop');
  if (kinds.length === 0) return [];
  const { model } = await gather(store, choice, createPace(store, null));
  const jobs: PrintJob[] = [];
  for await (const { path, content } of filesOf({ ...choice, kinds }, model))
    if (typeof content === 'object' && 'print' in content)
      jobs.push({ key: content.key, file: path, html: content.print });
  return jobs;
}

/** A plan file carries originals; none of them may still tell where it was taken. */
function cleanFor({ db, clock, folder, tell }: StoreContext, { kinds }: ExportChoice): void {
  if (kinds.includes('plan')) tell(exchangePrivate(db, clock, folder), 'edit');
}

export async function previewExport(store: StoreContext, choice: ExportChoice): Promise<ExportPreview> {
  const { model: gathered, prepared } = await gather(store, choice, createPace(store, null));
  const model = forReview(gathered, choice, guessed);
  const sizes = madeSizes(model);
  const tableOf = async (kind: Written['kind']) => {
    if (kind === 'plan') return planTable(store, choice, createPace(store, null));
    return kind === 'csv' || kind === 'xlsx' ? scheduleTable(model, ROWS) : null;
  };
  const files: ExportPreview['files'][number][] = [];
  for await (const file of filesOf(choice, model))
    files.push({
      path: file.zip === undefined ? file.path : `${file.zip}/${file.path}`,
      kind: file.kind,
      bytes: file.kind === 'plan' ? null : sizeOf(store, file.content, sizes),
      placement: file.placement ?? null,
      table: await tableOf(file.kind),
      text: typeof file.content === 'string' ? file.content.slice(0, PREVIEW).toWellFormed() : null,
    });
  const withErrors = prepared.flatMap(({ placement, piece, account, adapted }) => {
    const errors = adapted.findings.filter(({ severity }) => severity === 'error');
    const first = errors.find(({ code }) => code === 'cannot_fit') ?? errors[0];
    return first === undefined
      ? []
      : [
          {
            placementId: placement.id,
            title: piece.title,
            account: account.name,
            code: first.code,
            field: first.field,
            params: first.params,
            blocked: isBlocked({ adapted }),
          },
        ];
  });
  return {
    placements: prepared.length,
    days: new Set(prepared.flatMap(({ placement }) => placement.day ?? [])).size,
    undated: prepared.filter(({ placement }) => placement.day === null).length,
    files,
    withErrors,
    blocked: prepared.filter(isBlocked).length,
  };
}

/**
 * Writes everything that was asked for into a new folder below the chosen one, all or nothing.
 *
 * @param job under which its progress is told and by which it can be stopped; null for neither.
 */
export async function writeExport(
  store: StoreContext,
  choice: ExportChoice,
  parent: string,
  job: string | null = null,
): Promise<CallOutput<'export.write'>> {
  const pace = createPace(store, job);
  try {
    cleanFor(store, choice);
    const made = choice.kinds.includes('copy_pack') ? madeIn(store.folder) : guessed;
    const { model } = await gather(store, choice, pace, made);
    const whole = forReview(model, choice, madeIn(store.folder));
    const sizes = madeSizes(whole);
    const files = filesOf(choice, whole, {
      plan: async () => {
        const about = await planAbout(store, choice, pace);
        return writePlan(store.db, store.folder, { ...choice.plan, about });
      },
      size: (content) => sizeOf(store, content, sizes) ?? 0,
    });
    return await writeFolder(store, parent, `${safeName(model.title)} ${store.today()}`, files, pace);
  } finally {
    if (job !== null) store.stoppedExports.delete(job);
  }
}

import { z } from 'zod';
import { MAX_KEPT } from '../core/adapt/keep';
import { overrideFields } from '../core/adapt/types';
import { pasteInput } from '../core/article/pasteInput';
import { themeIds } from '../core/article/themes';
import type { PlanFix } from '../core/cadence/finding';
import type { CampaignCount } from '../core/campaign/facts';
import type { Unlaid } from '../core/cascade/lay';
import type { Unfit } from '../core/cascade/settle';
import { fixActs } from '../core/check/fixes/fix';
import { text } from '../core/model/json';
import { langs, outcomes, pieceKinds, waveRule } from '../core/model/records';
import type { OccasionFile } from '../core/occasions/ics/takeIcs';
import { layers } from '../core/occasions/layers';
import { changeLabel } from '../core/plan/labels';
import { opSchema } from '../core/plan/ops';
import type { Failure } from '../core/result';
import type { WallDate } from '../core/time/wall';
import { type AssetCard, type AssetUse, assetFilter, type KeptFile, keptFile } from './assets';
import { bulkAct, bulkIds, bulkTarget, type PurgePreview, type TrashState } from './bulk';
import {
  type CascadeTable,
  type CascadeTemplateEntry,
  type FollowerCard,
  type KeptCascade,
  type MissingAccount,
  placementMoves,
  waveSettlements,
} from './cascade';
import type { DeskAlarms, DeskCards, ReminderState } from './desk';
import type { HistoryState } from './history';
import {
  type ImportCard,
  type ImportDetail,
  type ImportState,
  importChoice,
  importRows,
  sheetChoice,
} from './importing';
import type { PictureJob } from './pictures';
import type { PlanCheckAnswer } from './planCheck';
import { type ProposeState, proposeChoice, proposedSpot } from './propose';
import type {
  BackupFile,
  CampaignFacts,
  ExportPreview,
  HistoryPage,
  HistoryStep,
  OpenedPiece,
  Outline,
  PieceCard,
  PieceCounts,
  PieceList,
  PieceState,
  PlacementCard,
  Recovery,
  SiblingPair,
  TemplateEntry,
  TileReport,
} from './views';
import {
  docSchema,
  exportChoice,
  formatRefSchema,
  idSchema,
  pieceFilter,
  wallDateSchema,
  wallTimeSchema,
} from './views';

/**
 * The one table of calls between the screens and the studio behind them. Each entry: who answers (`store`: the worker
 * that owns the database; `shell`: the main process), the schema of its one input object, and the type of its
 * answer. Inputs, outputs, handler tables and the client are derived; a missing handler does not compile.
 */
type By = 'store' | 'shell';
type CallSpec<Input extends z.ZodType, Output, Who extends By = By> = {
  readonly by: Who;
  readonly input: Input;
  readonly output: Output;
};

const store = <I extends z.ZodType>(input: I) => ({
  returns: <O>(): CallSpec<I, O, 'store'> => ({ by: 'store', input, output: undefined as O }),
});
const shell = <I extends z.ZodType>(input: I) => ({
  returns: <O>(): CallSpec<I, O, 'shell'> => ({ by: 'shell', input, output: undefined as O }),
});

/** The number of a change, as in `HistoryState`; 0 stands before all of them. */
const changeNumber = z.number().int().nonnegative().default(0);
const nothing = z.object({}).strict();
/** A point of a history: the stamp of an edit, or the digest of a merged version. */
const pointKey = z.string().regex(/^[0-9a-z_-]{1,80}$/);
const ids = z.array(idSchema).max(5_000);
/** Two days, both included. */
const planSpan = z.object({ from: wallDateSchema, to: wallDateSchema }).strict();
/** Keys of findings of the plan (`cadence/context.ts`). */
const findingKeys = z
  .array(z.string().regex(/^f_[0-9a-f]{22}$/))
  .min(1)
  .max(500);
/** A piece at a place; without a format the account's usual one, without a time the evening peak. */
const planned = z
  .object({
    pieceId: idSchema,
    accountId: idSchema,
    format: formatRefSchema.nullable(),
    day: wallDateSchema,
    time: wallTimeSchema.nullable(),
  })
  .strict();
/** A path the user chose in a dialog of this session, as a token; screens never name paths. */
const token = z.string().regex(/^[a-f0-9]{32}$/);
export type Chosen = { readonly token: string; readonly name: string };

export const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];
/** What the user set for this machine; not part of any plan. */
export const studioSettings = z.object({
  lang: z.enum(langs),
  theme: z.enum(themes),
  density: z.enum(['compact', 'normal', 'comfortable']),
  /** Reminders on the desktop when a post is due, and by how many minutes before. */
  remind: z.boolean(),
  remindLead: z.number().int().min(0).max(1_440),
  /** The window's close button leaves the studio running in the system tray, where there is one. */
  closeToTray: z.boolean(),
  /** A zone whose times are shown beside the plan's; absent or empty for none. */
  secondZone: z
    .string()
    .max(64)
    .regex(/^[A-Za-z0-9_+/-]*$/)
    .optional(),
  /** What stands with the days of a calendar; absent until somebody chose, and then as usual in the language. */
  dayLayers: z.array(z.enum(layers)).max(layers.length).readonly().optional(),
});
export type StudioSettings = z.infer<typeof studioSettings>;

export type WorkspaceEntry = {
  readonly key: string;
  readonly name: string;
  readonly sample: boolean;
  readonly openedAt: number;
};

export type Boot = {
  readonly settings: StudioSettings;
  /** The workspace that is open; null on first run. */
  readonly workspace: WorkspaceEntry | null;
  readonly workspaces: readonly WorkspaceEntry[];
  /** Why the workspace of last time could not be opened; null when it could, or on first run. */
  readonly trouble: { readonly key: string; readonly failure: Failure } | null;
  /** Fixed by `--today`, else the machine's date in the workspace's zone. */
  readonly today: WallDate;
  /** Milliseconds to add to the machine's clock for the studio's: not 0 only when `--clock` or `--today` says so. */
  readonly shift: number;
  /**
   * A `FirstScreen` as JSON text, the first time a page asks after an opening; null when it must be asked for. As
   * text, because the hatch copies thousands of values one by one, and a text at once.
   */
  readonly first: string | null;
  readonly versions: {
    readonly app: string;
    readonly electron: string;
    readonly chrome: string;
    readonly node: string;
  };
  readonly dataFolder: string;
  readonly platform: string;
};

export const calls = {
  'studio.boot': shell(nothing).returns<Boot>(),
  'studio.configure': shell(studioSettings.partial().strict()).returns<StudioSettings>(),
  /** Opens the folder in the file manager: the data folder, or the last export. */
  'studio.reveal': shell(z.object({ what: z.enum(['data', 'export']) }).strict()).returns<null>(),
  /** Opens an https address in the user's browser, after the shell has checked it. */
  'studio.browse': shell(z.object({ url: z.string().max(2_000) }).strict()).returns<null>(),
  'studio.copy': shell(
    z.object({ text: z.string().max(2_000_000), html: z.string().max(2_000_000).optional() }).strict(),
  ).returns<null>(),
  /** Puts one picture of a placement on the clipboard, made as its platform takes it. */
  'studio.copy_picture': shell(z.object({ placementId: idSchema, assetId: idSchema }).strict()).returns<null>(),
  'reminder.state': shell(nothing).returns<ReminderState>(),
  /** Says nothing before the moment (milliseconds since 1970, the studio's clock); null ends a pause. */
  'reminder.pause': shell(
    z.object({ until: z.number().int().nonnegative().nullable() }).strict(),
  ).returns<ReminderState>(),
  /** What came due while the studio was not running has been seen. */
  'reminder.seen': shell(nothing).returns<ReminderState>(),

  'workspace.open_sample': shell(z.object({ edition: z.enum(langs) }).strict()).returns<WorkspaceEntry>(),
  'workspace.create': shell(z.object({ name: text(200).min(1) }).strict()).returns<WorkspaceEntry>(),
  /** `repair` puts the newest sound backup in the place of a damaged database, which is kept beside it. */
  'workspace.open': shell(
    z.object({ key: z.string().regex(/^[a-z0-9-]{1,80}$/), repair: z.boolean().default(false) }).strict(),
  ).returns<WorkspaceEntry>(),
  /** A received plan file opens as a workspace of its own. */
  'workspace.import': shell(z.object({ token }).strict()).returns<WorkspaceEntry>(),

  /** What taking in a calendar file would do; nothing is changed. */
  'occasion.read': store(z.object({ token }).strict()).returns<OccasionFile>(),
  /** Reads the file again and takes it in as one step of undo; with nothing to do nothing is written. */
  'occasion.take': store(z.object({ token }).strict()).returns<OccasionFile>(),

  /** Null when the user closed the dialog. */
  'dialog.open_file': shell(
    z.object({ what: z.enum(['plan', 'image', 'import', 'calendar']) }).strict(),
  ).returns<Chosen | null>(),
  /** Several pictures, films or sounds at once; an empty list when the user closed the dialog. */
  'dialog.open_media': shell(nothing).returns<readonly Chosen[]>(),
  'dialog.choose_folder': shell(nothing).returns<Chosen | null>(),
  'dialog.save_file': shell(z.object({ what: z.enum(['plan']), name: text(200) }).strict()).returns<Chosen | null>(),

  'plan.outline': store(nothing).returns<Outline>(),

  /** Ops under one label: one transaction, one step of undo. Answers the ids of records that changed. */
  'change.make': store(z.object({ label: changeLabel, ops: z.array(opSchema).min(1).max(5_000) }).strict()).returns<{
    readonly changed: number;
  }>(),

  /** One page of the library; pages of one filter fit together until something changes. A board column is a filter by state. */
  'piece.list': store(
    z
      .object({ filter: pieceFilter, limit: z.number().int().min(1).max(500), offset: z.number().int().min(0) })
      .strict(),
  ).returns<PieceList>(),
  /** A stretch of the ids a filter matches, in list order, and how many there are. */
  'piece.ids': store(
    z
      .object({
        filter: pieceFilter,
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(100_000).default(5_000),
      })
      .strict(),
  ).returns<{
    readonly ids: readonly string[];
    readonly total: number;
  }>(),
  'piece.counts': store(z.object({ filter: pieceFilter }).strict()).returns<PieceCounts>(),
  /** Pieces that wait for a day: not archived, not in the trash, no placement. Oldest first. */
  'piece.tray': store(nothing).returns<readonly PieceCard[]>(),
  'piece.open': store(z.object({ id: idSchema }).strict()).returns<OpenedPiece>(),
  'piece.create': store(
    z
      .object({
        kind: z.enum(pieceKinds),
        title: text(500),
        templateId: idSchema.nullable().default(null),
        lang: z.enum(langs),
        /** Planned at once, in the same step of undo. */
        place: planned.omit({ pieceId: true }).nullable().default(null),
      })
      .strict(),
  ).returns<{ readonly id: string }>(),
  /** Saves the body. `base` is the version the editor started from; `session` groups keystrokes into one step of undo. */
  'piece.write': store(
    z
      .object({ id: idSchema, doc: docSchema, base: z.string().max(64).nullable(), session: z.string().max(64) })
      .strict(),
  ).returns<{ readonly version: string; readonly savedAt: number }>(),
  'piece.duplicate': store(z.object({ id: idSchema, title: text(500) }).strict()).returns<{ readonly id: string }>(),
  /** One thing done to many pieces as one step of undo. Answers how many changed, and the copies that were made. */
  'piece.bulk': store(z.object({ target: bulkTarget, act: bulkAct }).strict()).returns<{
    readonly changed: number;
    readonly made: readonly string[];
  }>(),
  /** Writes just these pieces as Markdown into a new folder below the chosen one, all or nothing. */
  'piece.export': store(z.object({ target: bulkTarget, token }).strict()).returns<{
    readonly folder: string;
    readonly files: number;
    readonly bytes: number;
    /** Pieces written; those whose text this version cannot read are left out. */
    readonly pieces: number;
  }>(),
  /** What `piece.purge` would take along; changes nothing. */
  'piece.purge_preview': store(z.object({ ids: bulkIds }).strict()).returns<PurgePreview>(),
  /** Deletes pieces of the trash for good, with what only they use. One step of undo. */
  'piece.purge': store(z.object({ ids: bulkIds }).strict()).returns<{ readonly pieces: number }>(),
  'trash.state': store(nothing).returns<TrashState>(),
  /** Begins the dry run of an import from what was chosen or dropped; a reading that runs is given up for it. */
  'import.start': store(z.object({ token }).strict()).returns<ImportState>(),
  'import.state': store(nothing).returns<ImportState | null>(),
  /** Reads again with what the user says about the columns of one sheet. */
  'import.remap': store(
    z.object({ job: idSchema, path: text(4_096), sheet: text(300), choice: sheetChoice }).strict(),
  ).returns<ImportState>(),
  'import.rows': store(importRows).returns<{ readonly items: readonly ImportCard[]; readonly total: number }>(),
  'import.row': store(z.object({ job: idSchema, index: z.number().int().min(0) }).strict()).returns<ImportDetail>(),
  /** Gives an import up: before it is applied nothing has changed, while it is being applied nothing will have. */
  'import.cancel': store(z.object({ job: idSchema }).strict()).returns<null>(),
  /** Takes the chosen rows as one change. Answers at once; `importing` events tell how far it is. */
  'import.apply': store(z.object({ job: idSchema, choice: importChoice }).strict()).returns<ImportState>(),

  /** Points of a piece's history, newest first, after the point `after`. */
  'piece.history': store(
    z
      .object({ id: idSchema, after: pointKey.nullable().default(null), limit: z.number().int().min(1).max(200) })
      .strict(),
  ).returns<HistoryPage>(),
  /** The piece at a point; `key` null: as it is now. */
  'piece.point': store(z.object({ id: idSchema, key: pointKey.nullable() }).strict()).returns<PieceState>(),
  /** Brings a point back as a new version, one step of undo. `fields`: title, brief and belongings too. */
  'piece.restore': store(
    z.object({ id: idSchema, key: pointKey, fields: z.boolean().default(false) }).strict(),
  ).returns<{ readonly changed: number }>(),
  /** The same piece in another language: its text to translate, or its structure without words. */
  'piece.make_sibling': store(
    z.object({ id: idSchema, lang: z.enum(langs), text: z.enum(['copy', 'structure']) }).strict(),
  ).returns<{ readonly id: string }>(),
  /** Two pieces become languages of one; the other brings along whoever was linked with it. */
  'piece.link': store(z.object({ id: idSchema, otherId: idSchema }).strict()).returns<{ readonly changed: number }>(),
  'piece.unlink': store(z.object({ id: idSchema }).strict()).returns<{ readonly changed: number }>(),
  'piece.compare': store(z.object({ id: idSchema, otherId: idSchema }).strict()).returns<SiblingPair>(),
  /** What an unexpected end of the last session left; null after a clean one, or once it was seen. */
  'recovery.state': store(nothing).returns<Recovery | null>(),
  /** Seen: one piece, or all with null. */
  'recovery.settle': store(z.object({ id: idSchema.nullable() }).strict()).returns<null>(),

  /** The starter shelf in one language, then the workspace's own templates: what a new piece may begin with. */
  'template.list': store(z.object({ lang: z.enum(langs) }).strict()).returns<readonly TemplateEntry[]>(),
  /** Keeps a piece as a template of one's own; `over` names the one it replaces. */
  'template.save': store(
    z.object({ pieceId: idSchema, name: text(200).min(1), over: idSchema.nullable().default(null) }).strict(),
  ).returns<{ readonly id: string }>(),

  'campaign.counts': store(nothing).returns<readonly CampaignCount[]>(),
  /** Adapts every placement of the campaign, in slices. Null for one with more than `most` of them. */
  'campaign.facts': store(
    z.object({ id: idSchema, most: z.number().int().min(1).nullable().default(null) }).strict(),
  ).returns<CampaignFacts | null>(),
  /** Deletes the campaign with its phases and waves; its pieces and placements stay, outside of it. One step of undo. */
  'campaign.remove': store(z.object({ id: idSchema }).strict()).returns<{ readonly changed: number }>(),

  'placement.range': store(z.object({ from: wallDateSchema, to: wallDateSchema }).strict()).returns<
    readonly PlacementCard[]
  >(),
  /** Placements by name, wherever they stand; those that are gone are left out. */
  'placement.cards': store(z.object({ ids }).strict()).returns<readonly PlacementCard[]>(),
  /** Placements whose pieces the words find, the nearest to today first. */
  'placement.search': store(
    z.object({ query: z.string().max(200), limit: z.number().int().min(1).max(100).default(20) }).strict(),
  ).returns<readonly PlacementCard[]>(),
  'placement.reports': store(z.object({ ids, lang: z.enum(langs) }).strict()).returns<readonly TileReport[]>(),
  'placement.plan': store(planned).returns<{ readonly id: string }>(),
  /** Several at once, one step of undo. Answers the new placements in the order given. */
  'placement.plan_all': store(z.object({ plans: z.array(planned).min(1).max(5_000) }).strict()).returns<{
    readonly ids: readonly string[];
  }>(),
  /**
   * Moves to another day and, if named, another account; the clock time stays unless given. Waves that follow what is
   * moved go along by their rules, in the same step of undo; the answer says what became of each.
   */
  'placement.move': store(z.object({ moves: placementMoves }).strict()).returns<{
    readonly moved: number;
    readonly followers: readonly FollowerCard[];
  }>(),
  /** What became of the waves that follow, if this were moved; nothing is changed. */
  'cascade.preview': store(z.object({ moves: placementMoves }).strict()).returns<readonly FollowerCard[]>(),
  'cascade.table': store(z.object({ campaignId: idSchema }).strict()).returns<CascadeTable>(),
  /** Makes a placement for every wave that has none, at the moment of its rule: one step of undo. */
  'cascade.lay': store(z.object({ campaignId: idSchema }).strict()).returns<{
    readonly made: number;
    readonly left: readonly Unlaid[];
  }>(),
  /** Pins placements of waves, brings them back to their rules, or changes the rules to where they are. Answers which could not. */
  'cascade.settle': store(z.object({ ids: ids.min(1), how: z.enum(waveSettlements) }).strict()).returns<{
    readonly changed: number;
    readonly left: readonly Unfit[];
  }>(),
  /** Writes a wave's rule; with `move` its placement goes where the rule wants it, and its own followers with it. */
  'cascade.rule': store(
    z
      .object({
        waveId: idSchema,
        rule: waveRule,
        onlyWorkdays: z.boolean(),
        afterWaveId: idSchema.nullable(),
        move: z.boolean(),
      })
      .strict(),
  ).returns<{ readonly followers: readonly FollowerCard[] }>(),
  /** The team's own cascades, then those that come with the studio in one language. */
  'cascade.templates': store(z.object({ lang: z.enum(langs) }).strict()).returns<readonly CascadeTemplateEntry[]>(),
  /** A campaign with phases and waves on the team's accounts. What has no account is made without one and named. */
  'cascade.apply': store(
    z
      .object({
        templateId: idSchema,
        name: text(200).min(1),
        zeroDay: wallDateSchema,
        time: wallTimeSchema.nullable(),
      })
      .strict(),
  ).returns<{ readonly campaignId: string; readonly missing: readonly MissingAccount[] }>(),
  /** Keeps a campaign's cascade as a template; `over` names the one it replaces. */
  'cascade.keep': store(
    z
      .object({
        campaignId: idSchema,
        name: text(200).min(1),
        about: text(500),
        over: idSchema.nullable().default(null),
      })
      .strict(),
  ).returns<KeptCascade>(),
  'cascade.forget': store(z.object({ id: idSchema }).strict()).returns<{ readonly changed: number }>(),
  'placement.remove': store(z.object({ ids: ids.min(1) }).strict()).returns<{ readonly removed: number }>(),
  'placement.settle': store(
    z
      .object({ id: idSchema, outcome: z.enum(outcomes), link: text(2_000).optional(), reason: text(500).optional() })
      .strict(),
  ).returns<null>(),

  /** For the hand-over desk: all of `from` to `to`, and of the days since `since` what still asks for something. */
  'desk.list': store(
    z.object({ since: wallDateSchema, from: wallDateSchema, to: wallDateSchema }).strict(),
  ).returns<DeskCards>(),
  /** Planned posts to be reminded of on these days. */
  'desk.alarms': store(z.object({ from: wallDateSchema, to: wallDateSchema }).strict()).returns<DeskAlarms>(),

  /** Everything there is to say about the plan between two days. */
  'plan.check': store(planSpan).returns<PlanCheckAnswer>(),
  /** The fix of each of these findings that has one, tried on the plan, by its key. */
  'plan.fixes': store(planSpan.extend({ keys: findingKeys })).returns<Readonly<Record<string, PlanFix>>>(),
  /** Fixes findings one after the other as one step of undo. Those that cannot be fixed any more are left. */
  'plan.fix': store(planSpan.extend({ keys: findingKeys })).returns<{
    readonly fixed: number;
    readonly left: number;
  }>(),

  /** Begins a proposal; one that is being worked out is given up for it. Nothing changes before `propose.take`. */
  'propose.start': store(proposeChoice).returns<ProposeState>(),
  'propose.state': store(nothing).returns<ProposeState | null>(),
  'propose.cancel': store(z.object({ job: idSchema }).strict()).returns<null>(),
  /** Plans what was proposed, as one change; refused when it no longer fits the plan. */
  'propose.take': store(z.object({ spots: z.array(proposedSpot).min(1).max(2_000) }).strict()).returns<{
    readonly ids: readonly string[];
  }>(),

  /** Overrides one field of a variant, or gives it back to the source with null. */
  'variant.override': store(
    z
      .object({
        pieceId: idSchema,
        format: formatRefSchema,
        accountId: idSchema.nullable(),
        field: z.enum(overrideFields),
        value: text(200_000).nullable(),
      })
      .strict(),
  ).returns<{ readonly variantId: string }>(),

  /** Writes what mends a finding (`core/check/fixes`): several texts of a variant as one step of undo, named by its act. */
  'variant.fix': store(
    z
      .object({
        pieceId: idSchema,
        format: formatRefSchema,
        accountId: idSchema.nullable(),
        act: z.enum(fixActs),
        params: changeLabel.shape.params,
        fields: z.partialRecord(z.enum(overrideFields), text(200_000).nullable()),
      })
      .strict(),
  ).returns<{ readonly variantId: string }>(),

  /** Keeps a sentence of the source in this variant whatever has to go for space, or lets it go again. */
  'variant.keep': store(
    z
      .object({
        pieceId: idSchema,
        format: formatRefSchema,
        accountId: idSchema.nullable(),
        sentence: text(MAX_KEPT),
        keep: z.boolean(),
      })
      .strict(),
  ).returns<{ readonly variantId: string }>(),
  /** Keeps what an editor made of an article as a file of the workspace; answers its place there. */
  'article.keep_case': store(pasteInput).returns<{ readonly file: string }>(),
  /** Gives an article looks of its own; null gives those of its account back. */
  'variant.dress': store(
    z
      .object({
        pieceId: idSchema,
        format: formatRefSchema,
        accountId: idSchema.nullable(),
        theme: z.enum(themeIds).nullable(),
      })
      .strict(),
  ).returns<{ readonly variantId: string }>(),
  /**
   * Ends being behind: the texts a person decided on are written (null gives a field back to the source), and the
   * variant counts as made from the source as it stands now. One step of undo.
   */
  'variant.settle': store(
    z
      .object({
        pieceId: idSchema,
        format: formatRefSchema,
        accountId: idSchema.nullable(),
        overrides: z.partialRecord(z.enum(overrideFields), text(200_000).nullable()),
      })
      .strict(),
  ).returns<{ readonly variantId: string }>(),

  /**
   * The team's own values for one platform's rules, as JSON text by key (`core/platforms/overrides.ts`); null gives one
   * back. `title` names the platform in history. Values that do not fit are refused, all together. One step of undo.
   */
  'platform.set': store(
    z
      .object({
        id: idSchema,
        title: text(100),
        values: z.record(z.string().min(1).max(150), text(20_000).nullable()),
        note: text(2_000).optional(),
      })
      .strict(),
  ).returns<{ readonly changed: number }>(),

  /** Puts a chosen file beside the database, checked but without a record yet: `asset.take` makes those, all at once. */
  'asset.keep': store(z.object({ token }).strict()).returns<KeptFile>(),
  /** The same for bytes that lie in no file: a picture of the clipboard, or inside pasted markup. */
  'asset.keep_bytes': store(
    z.object({ name: text(300), bytes: z.instanceof(Uint8Array) }).strict(),
  ).returns<KeptFile>(),
  /** Records for kept files, one step of undo. `known` were there before, by the same bytes. */
  'asset.take': store(z.object({ files: z.array(keptFile).min(1).max(500) }).strict()).returns<{
    readonly ids: readonly string[];
    readonly known: readonly string[];
  }>(),
  /** Newest first. */
  'asset.list': store(
    z
      .object({ filter: assetFilter, limit: z.number().int().min(1).max(500), offset: z.number().int().min(0) })
      .strict(),
  ).returns<{ readonly items: readonly AssetCard[]; readonly total: number; readonly all: number }>(),
  'asset.uses': store(z.object({ id: idSchema }).strict()).returns<readonly AssetUse[]>(),
  /** Deletes; refuses `asset_used` for one that is shown somewhere unless `anyway`. The file stays for 30 days. */
  'asset.remove': store(z.object({ ids: ids.min(1), anyway: z.boolean().default(false) }).strict()).returns<{
    readonly removed: number;
  }>(),
  'asset.restore': store(z.object({ ids: ids.min(1) }).strict()).returns<{ readonly restored: number }>(),

  'history.state': store(nothing).returns<HistoryState>(),
  /** Takes back the latest change, or nothing when its number is not above `after`. */
  'history.undo': store(z.object({ after: changeNumber }).strict()).returns<HistoryStep>(),
  'history.redo': store(z.object({ after: changeNumber }).strict()).returns<HistoryStep>(),

  'export.preview': store(z.object({ choice: exportChoice }).strict()).returns<ExportPreview>(),
  /** What must be made of which pictures before an export can be written; the shell has it made. */
  'export.pictures': store(z.object({ choice: exportChoice }).strict()).returns<readonly PictureJob[]>(),
  /** Writes into a new folder below the chosen one, all or nothing. */
  'export.write': store(z.object({ choice: exportChoice, token }).strict()).returns<{
    readonly folder: string;
    readonly files: number;
    readonly bytes: number;
  }>(),

  'backup.list': store(nothing).returns<readonly BackupFile[]>(),
  'backup.make': store(nothing).returns<BackupFile>(),
  /** Saves the present first, then puts the chosen copy in its place. */
  'backup.restore': store(z.object({ name: z.string().regex(/^[0-9A-Za-z_.-]{1,120}$/) }).strict()).returns<null>(),
} as const satisfies Record<string, CallSpec<z.ZodType, unknown>>;

export type CallName = keyof typeof calls;
export type CallInput<N extends CallName> = z.input<(typeof calls)[N]['input']>;
/** The input after parsing, defaults filled in: what a handler receives. */
export type CallParsed<N extends CallName> = z.output<(typeof calls)[N]['input']>;
export type CallOutput<N extends CallName> = (typeof calls)[N]['output'];

type NamesBy<W extends 'store' | 'shell'> = {
  [N in CallName]: (typeof calls)[N]['by'] extends W ? N : never;
}[CallName];
export type StoreCallName = NamesBy<'store'>;
export type ShellCallName = NamesBy<'shell'>;

export const callNames = Object.keys(calls) as readonly CallName[];

import { z } from 'zod';
import { idSchema } from '../../core/model/ids';
import { text } from '../../core/model/json';
import { langs } from '../../core/model/records';
import type { Boot, WorkspaceEntry } from '../boot';
import type { ReminderState } from '../desk';
import type { LastExport } from '../exports';
import { type StudioSettings, studioSettings } from '../settings';
import { type Chosen, nothing, shell, token } from './spec';

/** The studio itself: this machine's settings, reminders, workspaces, and the dialogs of the shell. */
export const studioCalls = {
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
  /** What `export.write` was last asked for here; null where nothing was written yet. */
  'export.last': shell(nothing).returns<LastExport | null>(),
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

  /** Null when the user closed the dialog. */
  'dialog.open_file': shell(
    z.object({ what: z.enum(['plan', 'image', 'import', 'calendar', 'received']) }).strict(),
  ).returns<Chosen | null>(),
  /** Several pictures, films or sounds at once; an empty list when the user closed the dialog. */
  'dialog.open_media': shell(nothing).returns<readonly Chosen[]>(),
  'dialog.choose_folder': shell(nothing).returns<Chosen | null>(),
  'dialog.save_file': shell(
    z.object({ what: z.enum(['plan', 'marks', 'slip']), name: text(200) }).strict(),
  ).returns<Chosen | null>(),
} as const;

import type { CoverSlot, SourceImage, Variant } from '../adapt/types';
import type { Doc } from '../model/doc';
import type { Account, Campaign, Lang, Persona, Phase, Piece, Placement, Workspace } from '../model/records';
import type { PlatformPack } from '../platforms/pack';
import type { WallDate } from '../time/wall';
import type { ExporterId, ExportOptions } from './options';

/**
 * What every exporter receives: the chosen part of the plan, already adapted. Gathering it (range, platforms, the
 * sibling in the account's language) is the caller's; exporters only write.
 */
export type ExportModel = {
  /** Language of headings, file names and notes; the copy itself is in each account's. */
  readonly lang: Lang;
  readonly today: WallDate;
  /** The workspace's zone, for what has none of its own. */
  readonly zone: string;
  /** Name of the workspace or the view: titles of calendar and pages. */
  readonly title: string;
  readonly packs: readonly PlatformPack[];
  /** In any order; exporters sort by day, time, account and id (`sortEntries`). */
  readonly entries: readonly ExportEntry[];
  /** What forms about pieces tell of: those that were chosen, planned or not; else those of the entries. In list order. */
  readonly pieces: readonly ExportPiece[];
  /** Accounts of the workspace that are not closed, in the order of the matrix. */
  readonly accounts: readonly Account[];
  readonly shown: Shown;
  readonly stamp: Stamp;
  /** Absent where nobody draws the plan. */
  readonly backdrop?: Backdrop | undefined;
};

/** What lies behind the tiles of a drawn plan. */
export type Backdrop = {
  /** 1 Monday … 7 Sunday. */
  readonly weekStart: number;
  readonly campaigns: readonly Campaign[];
  readonly phases: readonly Phase[];
  /** The team's own order and names of roles. */
  readonly workspace?: Pick<Workspace, 'roleNames' | 'roleOrder'> | undefined;
};

export const backdropOf = ({ backdrop }: ExportModel): Backdrop =>
  backdrop ?? { weekStart: 1, campaigns: [], phases: [] };

/** A source with what its file needs, planned or not. */
export type ExportPiece = Pick<ExportEntry, 'piece' | 'doc' | 'persona' | 'images'>;

/** How the plan stood on the screen: what a form that draws it draws. */
export type Shown = {
  readonly look: 'matrix' | 'month' | 'list';
  /** First and last day, both included; null: from the first or to the last there is. */
  readonly from: WallDate | null;
  readonly to: WallDate | null;
  /** What was chosen, in words and in the language of the model: `平台：微博、小红书`. Empty for all. */
  readonly filter: readonly string[];
};

/** Who made it and when, for what is handed to people. Forms that must be the same bytes again leave it out. */
export type Stamp = {
  /** Name of the member; empty where nobody is known. */
  readonly by: string;
  /** Wall time in the model's zone, `2026-11-23 07:10`, or a day alone. */
  readonly at: string;
};

/** One placement with everything it needs. */
export type ExportEntry = {
  readonly placement: Placement;
  readonly piece: Piece;
  readonly doc: Doc;
  /** null for a placement that names no account yet. */
  readonly account: Account | null;
  readonly persona: Persona | null;
  readonly variant: Variant;
  /** All images of the source; `variant.extra.images` says which go out, in posting order. */
  readonly images: readonly ExportImage[];
  /** The cover as each place of the platform shows it, cut; absent where nobody cuts pictures. */
  readonly covers?: readonly ExportCover[] | undefined;
  /** The text fits no lawful form (`cannot_fit`): listed, never written. */
  readonly blocked: boolean;
  /** Name of the campaign it is planned for, where the caller knows it. */
  readonly campaign?: string | undefined;
  /** Milliseconds since 1970 of the placement's or the piece's last edit, where the caller knows it. */
  readonly editedAt?: number | undefined;
};

/** `src` is the asset's id; `hash` the SHA-256 of its bytes, as the asset record has it. */
export type ExportImage = SourceImage & { readonly hash: string; readonly made?: MadePicture | undefined };

/** A picture cut for one place a cover is shown: `place` and its names are the pack's. */
export type ExportCover = Pick<CoverSlot, 'place' | 'zh' | 'en'> & {
  readonly image: ExportImage & { readonly made: MadePicture };
};

/** A picture made ready for one format: cut, sized, without metadata. `key` names its file until it is written. */
export type MadePicture = {
  readonly key: string;
  readonly mime: string;
  readonly bytes: number;
  readonly sha256: string;
};

/** Text, bytes, or a picture by its name. */
export type ExportBytes = string | Uint8Array | { readonly assetId: string } | { readonly made: string };

/**
 * `print` is a page that the desktop prints as PDF shortly before the files are written, `key` names it meanwhile; `archive` is one file made
 * of several, packed without a date, so that the same parts are the same bytes.
 */
export type ExportContent =
  | ExportBytes
  | { readonly print: string; readonly key: string }
  | { readonly archive: readonly { readonly path: string; readonly content: ExportBytes }[] };

/** A file to write, relative to the export folder, with forward slashes. Pictures are named: copied as they are, or made for the place. */
export type ExportFile = {
  readonly path: string;
  readonly content: ExportContent;
  /** Whose file it is, where it is one placement's. */
  readonly placement?: Pick<Placement, 'id' | 'day'> | undefined;
};

/**
 * A form the plan can leave in. Pure: it names files and their contents one after the other, the shell writes them, tells
 * how far it is and may stop between two of them. The same model and options give the same files.
 */
export type Exporter<K extends ExporterId = ExporterId> = {
  readonly id: K;
  /** Of its one file; empty for a folder of files. */
  readonly extension: string;
  /** What only the desktop can make, the command line says so. */
  readonly where: 'anywhere' | 'desktop';
  readonly run: (model: ExportModel, options: ExportOptions[K]) => ExportFiles;
};

/** Read with `for await`, whichever it is. */
export type ExportFiles = Iterable<ExportFile> | AsyncIterable<ExportFile>;

import type { Doc } from '../model/doc';
import type { Lang, Outcome, PieceKind, PieceState } from '../model/vocabulary';
import type { TextRead } from '../text/encoding';
import type { WallDate, WallTime } from '../time/wallDate';
import type { MessageCode } from './messages';

/**
 * What every reader of foreign files gives back, whatever the file was: candidate rows. A row is a pure value: names stay
 * names as written, pictures stay paths, and nothing has an id. Names become ids, and rows are compared with what the
 * workspace holds, in pure steps of their own (`resolve.ts`, `compare.ts`); only `import.apply` changes anything.
 */

/** Where in the world a row came from, so that every message can name the place. */
export type RowSource = {
  /** Name of the file as the user knows it, without folders. */
  readonly file: string;
  /** Path below the chosen folder with forward slashes, or the file's name when it was chosen by itself. */
  readonly path: string;
  /** Line of a text file or row of a sheet, from 1, the header counted; null when the whole file is the row. */
  readonly line: number | null;
  /** Name of the sheet of a workbook; null elsewhere. */
  readonly sheet: string | null;
  /** How the text of a document was read, so that it can be said otherwise; left out where there is nothing to say. */
  readonly read?: TextRead | undefined;
};

/**
 * - `new`: can be taken as it is.
 * - `same`: title and text are already in the workspace; taking it again would make a double.
 * - `changed`: a piece of this title or source key is there with another text.
 * - `unclear`: readable, but something had to be guessed or could not be placed; taken only when the user says so.
 * - `refused`: cannot be taken; its messages say why and what to do.
 *
 * Readers answer `new`, `unclear` or `refused`; `same` and `changed` come from comparing.
 */
export const verdicts = ['new', 'same', 'changed', 'unclear', 'refused'] as const;
export type Verdict = (typeof verdicts)[number];

/** Something to tell about a row, worded by `words/importing.ts`. `line` when it is about another line than the row's. */
export type RowMessage = {
  readonly code: MessageCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly line: number | null;
};

/** A picture that the body or cover names by `path`. */
export type ImageDraft = {
  /** As written in the body's `src`. */
  readonly path: string;
  readonly alt: string;
  /** Null when it was not found, lies outside the chosen folder, or is not a picture; a message says which. */
  readonly found: FoundImage | null;
};

/** A picture whose bytes were read and wait, checked, under their hash. */
export type FoundImage = {
  readonly name: string;
  /** SHA-256 of the bytes, 64 hex digits. */
  readonly hash: string;
  readonly mime: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  /** What another plan says about it; null for a bare file. */
  readonly about: {
    readonly alt: string;
    readonly credit: string;
    readonly licence: string;
    readonly consent: string;
  } | null;
};

export type PieceDraft = {
  readonly title: string;
  readonly kind: PieceKind;
  readonly subkind: string | null;
  readonly lang: Lang;
  readonly brief: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  /** Names as written; empty for none. */
  readonly personaName: string;
  readonly campaignName: string;
  readonly ownerName: string;
  readonly product: string;
  readonly state: PieceState;
  readonly link: string;
  readonly notes: string;
  readonly body: Doc;
  readonly images: readonly ImageDraft[];
  /** Path of the picture that leads; null when none does, or the text shows it already. */
  readonly cover: string | null;
  /** The number or id the source gives the piece, by which it is known again; empty when it gives none. */
  readonly sourceKey: string;
};

/** A day in the plan as a sheet tells it. Names as written; null where it says nothing. */
export type PlacementDraft = {
  readonly day: WallDate | null;
  readonly time: WallTime | null;
  /** IANA zone, when the sheet names one; null means the workspace's. */
  readonly zone: string | null;
  /** Platform as written (微博, weibo, Twitter …); empty when the sheet names the account only. */
  readonly platform: string;
  /** Name or handle of the account; empty when the sheet names the platform only. */
  readonly account: string;
  /** `weibo/post`, or a type as written (图文, 视频); empty for the account's usual one. */
  readonly format: string;
  /** What a sheet says became of it; left out where it says nothing, which means planned. */
  readonly outcome?: Outcome | undefined;
  /** Where it can be seen, when it is out; left out where nothing is said. */
  readonly liveLink?: string | undefined;
};

type Row = {
  readonly source: RowSource;
  readonly messages: readonly RowMessage[];
};
/** One candidate. A refused row may have no piece at all. */
export type ImportRow =
  | (Row & {
      readonly verdict: Exclude<Verdict, 'refused'>;
      readonly piece: PieceDraft;
      readonly placements: readonly PlacementDraft[];
    })
  | (Row & {
      readonly verdict: 'refused';
      readonly piece: PieceDraft | null;
      readonly placements: readonly PlacementDraft[];
    });

export type Totals = Readonly<Record<Verdict, number>> & {
  readonly rows: number;
  readonly images: number;
  readonly placements: number;
};

/** What a list of rows adds up to; pictures are counted once each. */
export function totalsOf(rows: readonly ImportRow[]): Totals {
  const counts: Record<Verdict, number> = { new: 0, same: 0, changed: 0, unclear: 0, refused: 0 };
  const images = new Set<string>();
  let placements = 0;
  for (const row of rows) {
    counts[row.verdict] += 1;
    for (const { found } of row.piece?.images ?? []) if (found !== null) images.add(found.hash);
    placements += row.placements.length;
  }
  return { ...counts, rows: rows.length, images: images.size, placements };
}

/** A draft with nothing said: what a reader spreads what it knows over. */
export const blankDraft: PieceDraft = {
  title: '',
  kind: 'scene',
  subkind: null,
  lang: 'zh',
  brief: {},
  tags: [],
  personaName: '',
  campaignName: '',
  ownerName: '',
  product: '',
  state: 'drafting',
  link: '',
  notes: '',
  body: { type: 'doc', content: [{ type: 'paragraph' }] },
  images: [],
  cover: null,
  sourceKey: '',
};

import type { PictureWork } from '../core/media/pictureWork';

/** One picture of an export: the file beside the database it is made from, what the user calls it, and the work. */
export type PictureJob = {
  readonly key: string;
  readonly file: string;
  /** The asset it is a picture of. */
  readonly asset: string;
  readonly name: string;
  /** The format it is made for first, by its name: what a refusal says. */
  readonly place: string;
  readonly work: PictureWork;
};

/** A page of an export that is printed as PDF; no script in it is run. */
export type PrintJob = { readonly key: string; readonly file: string; readonly html: string };

/** Folder beside the assets where an export's pictures and prints wait until they are written. */
export const PICTURES = 'pictures';

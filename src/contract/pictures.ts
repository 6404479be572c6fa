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

/** Folder beside the assets where an export's pictures wait until they are written. */
export const PICTURES = 'pictures';

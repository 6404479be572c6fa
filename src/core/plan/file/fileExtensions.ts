import { FORMAT } from './content';

/** Files the studio writes for another studio. */
export const fileKinds = ['plan', 'review', 'marks', 'slip'] as const;
export type FileKind = (typeof fileKinds)[number];

/** What each kind is called on a disk. Only a courtesy: what a file is, it says inside (`fileKind.ts`). */
export const fileExtensions: Readonly<Record<FileKind, string>> = {
  plan: 'juzhen',
  review: 'juzhen-review',
  marks: 'juzhen-marks',
  slip: 'juzhen-slip',
};

/** What files of the studio say of themselves, in `format`. */
export const fileFormats: Readonly<Record<FileKind, string>> = {
  plan: FORMAT,
  review: 'juzhen-review',
  marks: 'juzhen-marks',
  slip: 'juzhen-slip',
};

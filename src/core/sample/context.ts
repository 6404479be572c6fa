import type { Doc } from '../model/doc';
import type { Lang, RecordDraft, RecordType } from '../model/records';
import { addDays, type WallDate } from '../time/wall';
import type { Both, SampleSource } from './schema';

/** One record of the sample, as it would be created by hand. */
export type SampleRecord = {
  [T in RecordType]: {
    readonly type: T;
    readonly id: string;
    readonly draft: RecordDraft<T>;
    readonly doc?: Doc;
  };
}[RecordType];

/** What every part of the sample is written with. */
export type SampleContext = {
  readonly source: SampleSource;
  readonly today: WallDate;
  readonly edition: Lang;
  readonly zone: string;
  /** A text of the files, in the language of the edition. */
  readonly say: (both: Both) => string;
  /** The date of an offset from today. */
  readonly on: (day: number) => WallDate;
};

export const contextOf = (source: SampleSource, today: WallDate, edition: Lang, zone: string): SampleContext => ({
  source,
  today,
  edition,
  zone,
  say: (both) => both[edition],
  on: (day) => addDays(today, day),
});

export type SampleAccount = SampleSource['accounts'][number];

/** A slug of one list; a test walks every reference, so an unknown one is a fault of the files. */
export function bySlug<T extends { readonly slug: string }>(list: readonly T[], slug: string): T {
  const found = list.find((item) => item.slug === slug);
  if (found === undefined) throw new Error(`The sample names ${slug}, which is not there.`);
  return found;
}

/** The language an account is written in: its own, or the edition's. */
export const langOf = (account: SampleAccount, edition: Lang): Lang => account.lang ?? edition;

/** Position among siblings, with room between any two and before the first. */
export const orderOf = (index: number): string =>
  `${String.fromCharCode(98 + Math.floor(index / 8))}${'behknqtw'[index % 8]}`;

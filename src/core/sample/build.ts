import type { Lang } from '../model/records';
import type { WallDate } from '../time/wall';
import { assetFilesOf, assetsOf, type SampleAsset } from './assets';
import { audienceOf } from './audience';
import { campaignOf } from './campaign';
import { contextOf, type SampleRecord } from './context';
import { peopleOf } from './people';
import { piecesOf } from './pieces';
import { placementsOf } from './placements';
import { type SampleFiles, sampleSource } from './schema';
import { variantsOf } from './variants';

export type { SampleAsset, SampleFiles, SampleRecord };

export type SamplePlan = {
  /** Every record of the plan, references before what refers to them where that is possible. */
  readonly records: readonly SampleRecord[];
  readonly assets: readonly SampleAsset[];
};

export type SampleInput = {
  /** The day that shall fall into the burst phase. */
  readonly today: WallDate;
  /** Names, labels and the pieces of accounts that follow the edition. */
  readonly edition: Lang;
  readonly files: SampleFiles;
  /** Zone of the workspace and of placements that name none. */
  readonly zone?: string;
};

/**
 * The sample plan: a flagship phone's night-photography challenge over four weeks. Pure: equal input gives equal
 * records with equal ids on every machine. Throws when a file is not as `schema.ts` says or names what is not there;
 * the sample is ours, and a test reads all of it.
 */
export function buildSample({ today, edition, files, zone = 'Asia/Shanghai' }: SampleInput): SamplePlan {
  const context = contextOf(sampleSource.parse(files), today, edition, zone);
  const pieces = piecesOf(context);
  const records = [
    ...peopleOf(context),
    ...assetsOf(context),
    ...pieces,
    ...campaignOf(context),
    ...placementsOf(context),
    ...variantsOf(context, pieces),
    ...audienceOf(context),
  ];
  return { records, assets: assetFilesOf(context) };
}

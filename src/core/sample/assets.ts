import type { SampleContext, SampleRecord } from './context';
import { sampleId } from './ids';

/** A picture of the sample: the shell reads its bytes from `resources/sample/<path>` and checks them by `hash`. */
export type SampleAsset = {
  readonly id: string;
  /** Below `resources/sample/`: `images/bridge.jpg`. */
  readonly path: string;
  /** SHA-256 of the bytes, 64 hex digits. */
  readonly hash: string;
  readonly mime: string;
  readonly bytes: number;
};

export const assetFilesOf = ({ source }: SampleContext): readonly SampleAsset[] =>
  source.images.files.map(({ file, sha256, mime, bytes }) => ({
    id: sampleId.asset(sha256),
    path: `images/${file}`,
    hash: sha256,
    mime,
    bytes,
  }));

export const assetsOf = ({ source, say, edition }: SampleContext): readonly SampleRecord[] =>
  source.images.files.map((image) => ({
    type: 'asset',
    id: sampleId.asset(image.sha256),
    draft: {
      name: say(image.name),
      hash: image.sha256,
      mime: image.mime,
      bytes: image.bytes,
      width: image.width,
      height: image.height,
      alt: image.alt === undefined ? '' : say(image.alt),
      credit: say(source.images.credit),
      licence: say(source.images.licence),
      consent: image.consent === undefined ? '' : say(image.consent),
      focalX: image.focal[0],
      focalY: image.focal[1],
      tags: image.tags[edition],
    },
  }));

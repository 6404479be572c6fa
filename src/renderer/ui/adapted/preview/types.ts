import type { SentencePlace, Variant } from '../../../../core/adapt/types';
import type { Lang } from '../../../../core/model/records';
import type { Format } from '../../../../core/platforms/pack';
import type { Look, Skin } from './looks';

/** Who posts it; null where no account was chosen yet, then the platform's own name stands there. */
export type PreviewAccount = { readonly name: string; readonly handle: string };

/** A picture of the piece as a preview needs it. Focus in thousandths of width and height, the middle when unknown. */
export type PreviewImage = {
  readonly id: string;
  readonly alt: string;
  readonly name?: string | undefined;
  /** Of the upright original, in pixels; absent while nobody measured it. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly focalX?: number | undefined;
  readonly focalY?: number | undefined;
};

export type PreviewProps = {
  readonly adapted: Variant;
  readonly format: Format;
  /** Language of the text, which need not be the studio's. */
  readonly lang: Lang;
  readonly account: PreviewAccount | null;
  /** Those the piece has; the variant says which go along, and in which order. */
  readonly images: readonly PreviewImage[];
  readonly look: Look;
  /** Of the preview alone, whatever the studio wears. */
  readonly theme: 'light' | 'dark';
  /** When it goes out, in words. */
  readonly when?: string | undefined;
  /** The sentence of the source that is lit. */
  readonly selected?: SentencePlace | null | undefined;
  /** Makes sentences clickable, and walkable by arrow keys. */
  readonly onPick?: ((place: SentencePlace) => void) | undefined;
};

/** What every layout draws from: the props, read once. */
export type Scene = PreviewProps & {
  readonly skin: Skin;
  readonly name: string;
  /** The variant's pictures in posting order, each at the part its slot shows; for films, those of the piece. */
  readonly pictures: readonly PreviewImage[];
  /** The sentence the Tab key stops at: the lit one, else the first. */
  readonly stop: string | null;
};

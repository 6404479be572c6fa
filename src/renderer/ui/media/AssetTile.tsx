import { IconMovie, IconMusic, IconPhotoOff } from '@tabler/icons-react';
import { type CSSProperties, useState } from 'react';
import type { AssetCard } from '../../../contract';
import { mediaWords } from '../../../core/words/media';
import { useWords } from '../../state/StudioProvider';
import classes from './AssetTile.module.css';

/** A tile's place in the grid, in pixels. */
export const TILE_WIDTH = 176;
export const TILE_HEIGHT = 172;

/** One file: what it looks like, its name, whether it is used and described. */
export function AssetTile({
  asset,
  here,
  selected,
  style,
  place,
}: {
  readonly asset: AssetCard;
  readonly here: boolean;
  readonly selected: boolean;
  readonly style: CSSProperties;
  /** Its place in the list, for the clicks that the list hears. */
  readonly place: number;
}) {
  const t = useWords(mediaWords);
  const facts = [
    ...(asset.uses > 0 ? [t('tile.used', { count: asset.uses })] : []),
    ...(asset.mime.startsWith('image/') && asset.alt === '' ? [t('tile.no_alt')] : []),
  ];
  return (
    <div
      id={`asset-${asset.id}`}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      className={classes.tile}
      data-here={here || undefined}
      data-place={place}
      style={style}
    >
      <Look asset={asset} />
      <span className={classes.tileName}>{asset.name}</span>
      <span className={classes.tileFacts}>{facts.join(' · ')}</span>
    </div>
  );
}

function Look({ asset: { id, mime, focalX, focalY } }: { readonly asset: AssetCard }) {
  const [broken, setBroken] = useState(false);
  const Icon = mime.startsWith('video/')
    ? IconMovie
    : mime.startsWith('audio/')
      ? IconMusic
      : broken
        ? IconPhotoOff
        : null;
  return (
    <span className={classes.look}>
      {Icon === null ? (
        <img
          src={`/thumbs/320/${id}`}
          alt=""
          loading="lazy"
          draggable={false}
          style={{ objectPosition: `${focalX / 10}% ${focalY / 10}%` }}
          onError={() => setBroken(true)}
        />
      ) : (
        <Icon size={28} stroke={1.4} aria-hidden="true" />
      )}
    </span>
  );
}

import { useState } from 'react';
import type { AssetCard } from '../../../contract';
import { mediaWords } from '../../../core/words/media';
import { useWords } from '../../state/StudioProvider';
import classes from './Media.module.css';

/** A film or a sound, played by the window itself from the file beside the database. */
export function Player({ asset }: { readonly asset: AssetCard }) {
  const t = useWords(mediaWords);
  const [broken, setBroken] = useState(false);
  if (broken) return <p className={classes.broken}>{t('play.cannot', { type: asset.mime })}</p>;
  const given = {
    src: `/assets/${asset.id}`,
    controls: true,
    preload: 'metadata',
    'aria-label': t('play.label', { name: asset.name }),
    onError: () => setBroken(true),
    // Space and arrows are the player's here, not the grid's.
    onKeyDown: (event: React.KeyboardEvent) => event.stopPropagation(),
  } as const;
  // Captions of a raw film are nobody's to have yet: the alt text beside it says what is seen.
  return asset.mime.startsWith('video/') ? (
    <video className={classes.film} {...given} controlsList="nodownload noremoteplayback" disablePictureInPicture />
  ) : (
    <audio className={classes.sound} {...given} controlsList="nodownload" />
  );
}

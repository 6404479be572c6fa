import { IconCheck, IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { PlacementCard } from '../../../contract';
import type { Slot } from '../../../core/adapt/types';
import { deskWords } from '../../../core/words/desk';
import { useWords } from '../../state/StudioProvider';
import type { PreviewImage } from '../../ui/adapted/preview/types';
import { TextButton } from '../../ui/TextButton';
import { CopyCard } from './Copies';
import classes from './Pictures.module.css';
import { usePackExport } from './usePackExport';
import type { Take } from './useTake';

/** The pictures in posting order: one by one for the clipboard, or all as files. */
export function Pictures({
  card,
  images,
  slots,
  take,
  keys,
  onTake,
}: {
  readonly card: PlacementCard;
  readonly images: readonly PreviewImage[];
  readonly slots: readonly Slot[];
  readonly take: Take;
  readonly keys: string | undefined;
  readonly onTake: () => void;
}) {
  const t = useWords(deskWords);
  const { write, working } = usePackExport();
  const copied = images.map((_, index) => take.copiedAt(`picture ${index}`));
  const next = copied.indexOf(null);
  const last = Math.max(...copied.map((at) => at ?? 0));
  return (
    <CopyCard
      title={t('pictures')}
      beside={t('pictures_note', { count: images.length })}
      button={t('picture_copy', { number: (next < 0 ? 0 : next) + 1 })}
      at={next < 0 ? last : null}
      keys={keys}
      onTake={onTake}
    >
      <ol className={classes.pictures}>
        {images.map((image, index) => (
          <li key={image.id}>
            <button
              type="button"
              className={classes.picture}
              style={{ aspectRatio: (slots[index]?.ratio ?? '3:2').replace(':', ' / ') }}
              aria-label={`${t('picture_copy', { number: index + 1 })}${image.alt === '' ? '' : `: ${image.alt}`}`}
              onClick={() =>
                void take.picture(`picture ${index}`, image.id, t('pictures_copied', { number: index + 1 }))
              }
            >
              <Thumb image={image} />
              <span className={classes.number} aria-hidden="true">
                {copied[index] === null ? index + 1 : <IconCheck size={12} stroke={2} />}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <TextButton
        disabled={working}
        onClick={() => void write({ from: card.day, to: card.day, placementIds: [card.id] }, 'pictures_done')}
      >
        {t('pictures_export')}
      </TextButton>
    </CopyCard>
  );
}

function Thumb({ image: { id, focalX = 500, focalY = 500 } }: { readonly image: PreviewImage }) {
  const [broken, setBroken] = useState(false);
  return broken ? (
    <IconPhotoOff size={24} stroke={1.4} aria-hidden="true" />
  ) : (
    <img
      src={`/thumbs/320/${id}`}
      alt=""
      draggable={false}
      style={{ objectPosition: `${focalX / 10}% ${focalY / 10}%` }}
      onError={() => setBroken(true)}
    />
  );
}

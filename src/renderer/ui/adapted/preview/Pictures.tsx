import { IconChevronLeft, IconChevronRight, IconPhoto, IconPhotoOff } from '@tabler/icons-react';
import { type CSSProperties, useState } from 'react';
import { previewWords } from '../../../../core/words/preview';
import { useWords } from '../../../state/StudioProvider';
import classes from './Pictures.module.css';
import type { PreviewImage } from './types';

/** An asset's small picture. Sources that are not assets (a file beside a Markdown text) cannot be shown here. */
const assetId = /^a_[0-9a-f]{24}$/;
const thumb = (id: string, edge: 320 | 960): string => (assetId.test(id) ? `/thumbs/${edge}/${id}` : '');

/** One picture, cut to its slot around its focus. `ratio`: width over height; null fills what it stands in. */
export function Picture({
  image,
  ratio,
  edge = 960,
}: {
  readonly image: PreviewImage | undefined;
  readonly ratio: number | null;
  readonly edge?: 320 | 960;
}) {
  const [broken, setBroken] = useState(false);
  const shape: CSSProperties = ratio === null ? { height: '100%' } : { aspectRatio: `${ratio}` };
  const source = image === undefined ? '' : thumb(image.id, edge);
  if (image === undefined || source === '' || broken)
    return (
      <span className={classes.slot} style={shape} data-empty>
        {image === undefined ? <IconPhoto size={22} stroke={1.4} /> : <IconPhotoOff size={22} stroke={1.4} />}
      </span>
    );
  return (
    <span className={classes.slot} style={shape}>
      <img
        src={source}
        alt={image.alt}
        loading="lazy"
        decoding="async"
        draggable={false}
        style={{ objectPosition: `${(image.focalX ?? 500) / 10}% ${(image.focalY ?? 500) / 10}%` }}
        onError={() => setBroken(true)}
      />
    </span>
  );
}

const MOST = 9;

/** Pictures below a post: one large, two and four in pairs, else three in a row; nine are shown. */
export function PictureGrid({
  images,
  ratio = 1,
}: {
  readonly images: readonly PreviewImage[];
  readonly ratio?: number;
}) {
  const t = useWords(previewWords);
  if (images.length === 0) return null;
  const shown = images.slice(0, MOST);
  const [only] = shown;
  if (shown.length === 1)
    return (
      <div className={classes.single}>
        <Picture image={only} ratio={Math.max(ratio, 3 / 4)} />
      </div>
    );
  const columns = shown.length === 2 || shown.length === 4 ? 2 : 3;
  return (
    <div className={classes.grid} data-columns={columns}>
      {shown.map((image) => (
        <Picture key={image.id} image={image} ratio={ratio} edge={320} />
      ))}
      {images.length > MOST && (
        <span className={classes.rest}>{t('pictures.more', { count: images.length - MOST })}</span>
      )}
    </div>
  );
}

/** Pictures one by one, as a note shows them: side to side, with dots and a count. */
export function Swiper({ images, ratio }: { readonly images: readonly PreviewImage[]; readonly ratio: number }) {
  const t = useWords(previewWords);
  const [at, setAt] = useState(0);
  const count = images.length;
  const number = Math.min(at, Math.max(0, count - 1));
  if (count === 0)
    return (
      <div className={classes.swiper}>
        <Picture image={undefined} ratio={ratio} />
        <span className={classes.missing}>{t('pictures.none')}</span>
      </div>
    );
  return (
    <fieldset className={classes.swiper} aria-label={t('pictures.of', { number: number + 1, count })}>
      <Picture key={images[number]?.id} image={images[number]} ratio={ratio} />
      <span className={classes.count}>
        {number + 1}/{count}
      </span>
      {count > 1 && (
        <>
          <button
            type="button"
            className={classes.step}
            data-side="before"
            aria-label={t('pictures.before')}
            aria-disabled={number === 0}
            onClick={() => setAt(Math.max(0, number - 1))}
          >
            <IconChevronLeft size={16} stroke={1.8} />
          </button>
          <button
            type="button"
            className={classes.step}
            data-side="next"
            aria-label={t('pictures.next')}
            aria-disabled={number === count - 1}
            onClick={() => setAt(Math.min(count - 1, number + 1))}
          >
            <IconChevronRight size={16} stroke={1.8} />
          </button>
          <span className={classes.dots} aria-hidden="true">
            {images.slice(0, MOST).map((image, index) => (
              <span key={image.id} data-on={index === Math.min(number, MOST - 1) || undefined} />
            ))}
          </span>
        </>
      )}
    </fieldset>
  );
}

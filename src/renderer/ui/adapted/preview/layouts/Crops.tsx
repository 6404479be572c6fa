import type { ReactNode } from 'react';
import type { Slot } from '../../../../../core/adapt/types';
import type { Area } from '../../../../../core/media/crop';
import { previewWords } from '../../../../../core/words/preview';
import { useLang, useWords } from '../../../../state/StudioProvider';
import { ratioOf } from '../looks';
import { Picture } from '../Pictures';
import { useScene } from '../scene';
import type { PreviewImage } from '../types';
import classes from './Crops.module.css';

/** Every picture in posting order, whole, with the part that goes out drawn on it; then the cover as each place shows it. */
export function Pictures() {
  const t = useWords(previewWords);
  const lang = useLang();
  const { adapted, images } = useScene();
  const { slots = [], covers = [], cover } = adapted.extra;
  const imageOf = (slot: Slot): PreviewImage =>
    images.find(({ id }) => id === slot.asset) ?? { id: slot.asset, alt: '' };
  return (
    <div className={classes.all}>
      {cover !== undefined && cover !== '' && (
        <p className={classes.words} dir="auto">
          <span>{t('crop.words')}</span> <b>{cover}</b>
        </p>
      )}
      {slots.length > 0 && (
        <Group title={t('crop.slots', { count: slots.length })}>
          {slots.map((slot, at) => (
            <Cut key={slot.asset} slot={slot} image={imageOf(slot)} name={t('crop.number', { number: at + 1 })} />
          ))}
        </Group>
      )}
      {slots.length + covers.length === 0 && <p className={classes.words}>{t('pictures.none')}</p>}
      {covers.length > 0 && (
        <Group title={t('crop.covers')}>
          {covers.map((slot) => (
            <Cut key={slot.place} slot={slot} image={imageOf(slot)} name={slot[lang]} />
          ))}
        </Group>
      )}
    </div>
  );
}

const Group = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section>
    <h4 className={classes.title}>{title}</h4>
    <ol className={classes.cuts}>{children}</ol>
  </section>
);

/** One picture: what is left of it is bright, what goes is veiled. Unmeasured, it stands in the slot's shape. */
function Cut({ slot, image, name }: { readonly slot: Slot; readonly image: PreviewImage; readonly name: string }) {
  const t = useWords(previewWords);
  const { crop, ratio } = slot;
  const { width = 0, height = 0 } = image;
  const measured = width > 0 && height > 0;
  const said = crop === null ? t('crop.whole') : t('crop.part', { width: crop.width, height: crop.height });
  return (
    <li className={classes.cut}>
      <span className={classes.frame}>
        <Picture image={image} ratio={measured ? width / height : (ratioOf(ratio ?? undefined) ?? 1)} edge={320} />
        {measured && crop !== null && <span className={classes.kept} data-kept style={placeOf(crop, width, height)} />}
      </span>
      <span className={classes.name}>
        <b>{name}</b> {ratio ?? t('crop.any')}
      </span>
      <span className={classes.quiet} title={image.name}>
        {said}
      </span>
    </li>
  );
}

const placeOf = ({ left, top, width, height }: Area, wide: number, high: number) => ({
  left: `${(left * 100) / wide}%`,
  top: `${(top * 100) / high}%`,
  width: `${(width * 100) / wide}%`,
  height: `${(height * 100) / high}%`,
});

import { IconHeart } from '@tabler/icons-react';
import { previewWords } from '../../../../../core/words/preview';
import { useWords } from '../../../../state/StudioProvider';
import { Acts } from '../Acts';
import { Author } from '../Author';
import { CutTitle } from '../CutTitle';
import { Folded } from '../Folded';
import { coverRatio, ratioOf } from '../looks';
import { Picture, Swiper } from '../Pictures';
import { useScene } from '../scene';
import { PlainWords } from '../Words';
import classes from './Note.module.css';
import { ApartTags, FirstComment, Topics } from './Post';

const UPRIGHT = 3 / 4;

/** A note of pictures: a tile of a two-column feed, or its page with the pictures to swipe through. */
export function Note() {
  const { look, skin } = useScene();
  return look === 'feed' && skin.notes === 'tiles' ? <Tile /> : <Page />;
}

function Tile() {
  const t = useWords(previewWords);
  const { adapted, pictures, name, format } = useScene();
  const ratio = coverRatio(format, 'first') ?? UPRIGHT;
  const words = adapted.title || adapted.body;
  return (
    <div className={classes.feed}>
      <article className={classes.tile}>
        <span className={classes.cover}>
          <Picture image={pictures[0]} ratio={ratio} edge={960} />
          {adapted.extra.cover !== undefined && (
            <span className={classes.coverWords} data-on={pictures.length > 0 || undefined} dir="auto">
              {adapted.extra.cover}
            </span>
          )}
        </span>
        <p className={classes.tileTitle} dir="auto">
          <CutTitle text={words} />
        </p>
        <p className={classes.tileFoot}>
          <span>{name}</span>
          <IconHeart size={13} stroke={1.6} aria-hidden="true" />
        </p>
      </article>
      <div className={classes.tile} data-other aria-hidden="true">
        <span className={classes.cover}>
          <span className={classes.ghost} />
        </span>
        <span className={classes.ghostLine} />
        <span className={classes.ghostLine} data-short />
        <span className="visually-hidden">{t('other.note')}</span>
      </div>
    </div>
  );
}

function Page() {
  const { adapted, pictures, format } = useScene();
  const ratio = ratioOf(adapted.extra.slots?.[0]?.ratio ?? undefined) ?? coverRatio(format, 'first') ?? UPRIGHT;
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <Author follow />
      </div>
      <Swiper images={pictures} ratio={ratio} />
      <div className={classes.words}>
        {adapted.title !== null && adapted.title !== '' && (
          <p className={classes.title} dir="auto">
            <PlainWords text={adapted.title} />
          </p>
        )}
        <Folded text={adapted.body} />
        <ApartTags />
        <Topics />
        <FirstComment />
      </div>
      <div className={classes.foot}>
        <Acts />
      </div>
    </div>
  );
}

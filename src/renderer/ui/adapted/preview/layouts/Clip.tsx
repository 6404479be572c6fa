import { IconMusic } from '@tabler/icons-react';
import { previewWords } from '../../../../../core/words/preview';
import { useWords } from '../../../../state/StudioProvider';
import { Acts } from '../Acts';
import { Author, Avatar } from '../Author';
import { AboveFold, BelowFold, Folded } from '../Folded';
import { Picture } from '../Pictures';
import { useScene } from '../scene';
import { PlainWords } from '../Words';
import { Chapters } from './Chapters';
import classes from './Clip.module.css';
import { ApartTags, FirstComment } from './Post';

/** An upright film that fills the phone: its cover line, and over its foot who, title and what shows of the description. */
export function Clip() {
  const { adapted, look } = useScene();
  return (
    <>
      <Film />
      <div className={classes.below}>
        {look === 'feed' ? (
          <BelowFold text={adapted.body} />
        ) : (
          <>
            <Author follow />
            <ClipTitle />
            <Folded text={adapted.body} />
            <Chapters />
            <ApartTags />
          </>
        )}
        <FirstComment />
      </div>
    </>
  );
}

/** In the feed the description lies over the film; opened, it is a sheet below a smaller one. */
function Film() {
  const { adapted, pictures, name, look } = useScene();
  return (
    <div className={classes.film} data-scheme="dark" data-small={look !== 'feed' || undefined}>
      <span className={classes.still}>
        <Picture image={pictures[0]} ratio={null} />
      </span>
      <CoverLine />
      {look === 'feed' && (
        <>
          <div className={classes.rail}>
            <Avatar />
            <Acts along="column" />
          </div>
          <div className={classes.foot}>
            <b className={classes.name}>@{name}</b>
            <ClipTitle />
            <AboveFold text={adapted.body} />
            <Sound />
          </div>
        </>
      )}
    </div>
  );
}

function ClipTitle() {
  const { adapted } = useScene();
  if (adapted.title === null || adapted.title === '') return null;
  return (
    <p className={classes.title} dir="auto">
      <PlainWords text={adapted.title} />
    </p>
  );
}

/** The words of the cover, as large as a thumb's width away they must be. */
export function CoverLine() {
  const t = useWords(previewWords);
  const { adapted, pictures } = useScene();
  const { cover } = adapted.extra;
  if (cover === undefined || cover === '')
    return pictures.length === 0 ? <span className={classes.noCover}>{t('cover.none')}</span> : null;
  return (
    <span className={classes.coverLine} dir="auto">
      {cover}
    </span>
  );
}

function Sound() {
  const { name } = useScene();
  return (
    <span className={classes.sound} aria-hidden="true">
      <IconMusic size={12} stroke={1.8} />
      {name}
    </span>
  );
}

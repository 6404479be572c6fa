import { IconMusic } from '@tabler/icons-react';
import { previewWords } from '../../../../../core/words/preview';
import { useWords } from '../../../../state/StudioProvider';
import { Acts } from '../Acts';
import { Avatar } from '../Author';
import { Folded } from '../Folded';
import { Picture } from '../Pictures';
import { useScene } from '../scene';
import { PlainWords } from '../Words';
import classes from './Clip.module.css';
import { FirstComment } from './Post';

/** An upright film that fills the phone: its cover line, and over its foot who, title and description. Dark by nature. */
export function Clip() {
  const { adapted, pictures, name, look } = useScene();
  return (
    <>
      <div className={classes.film} data-scheme="dark" data-open={look === 'detail' || undefined}>
        <span className={classes.still}>
          <Picture image={pictures[0]} ratio={null} />
        </span>
        <CoverLine />
        <div className={classes.rail}>
          <Avatar />
          <Acts along="column" />
        </div>
        <div className={classes.foot}>
          <b className={classes.name}>@{name}</b>
          {adapted.title !== null && adapted.title !== '' && (
            <p className={classes.title} dir="auto">
              <PlainWords text={adapted.title} />
            </p>
          )}
          <Folded text={adapted.body} />
          <Sound />
        </div>
      </div>
      <div className={classes.below}>
        <FirstComment />
      </div>
    </>
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

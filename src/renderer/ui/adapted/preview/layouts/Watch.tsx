import { IconPlayerPlayFilled } from '@tabler/icons-react';
import { Acts } from '../Acts';
import { Author } from '../Author';
import { CutTitle } from '../CutTitle';
import { Folded } from '../Folded';
import { coverRatio } from '../looks';
import { Picture } from '../Pictures';
import { useScene } from '../scene';
import { PlainWords } from '../Words';
import { Chapters } from './Chapters';
import { CoverLine } from './Clip';
import { ApartTags, FirstComment } from './Post';
import classes from './Watch.module.css';

const WIDE = 16 / 9;

/** A film with a page around it: in the feed a cover and two lines of title; its page has description and tags. */
export function Watch() {
  const { look } = useScene();
  return look === 'feed' ? <Card /> : <Page />;
}

function Card() {
  const { adapted } = useScene();
  return (
    <article>
      <Player />
      <div className={classes.cardWords}>
        <p className={classes.cardTitle} dir="auto">
          <CutTitle text={adapted.title || adapted.body} />
        </p>
        <Author size="normal" />
      </div>
    </article>
  );
}

function Page() {
  const { adapted } = useScene();
  return (
    <div>
      <Player />
      <div className={classes.page}>
        {adapted.title !== null && adapted.title !== '' && (
          <p className={classes.title} dir="auto">
            <PlainWords text={adapted.title} />
          </p>
        )}
        <Author follow />
        <div className={classes.acts}>
          <Acts />
        </div>
        <div className={classes.about}>
          <Folded text={adapted.body} />
        </div>
        <Chapters />
        <ApartTags />
        <FirstComment />
      </div>
    </div>
  );
}

function Player() {
  const { pictures, format, look } = useScene();
  const ratio = look === 'feed' ? (coverRatio(format, 'first') ?? WIDE) : WIDE;
  return (
    <div className={classes.player} data-scheme="dark">
      <Picture image={pictures[0]} ratio={ratio} />
      <CoverLine />
      <span className={classes.play} aria-hidden="true">
        <IconPlayerPlayFilled size={18} />
      </span>
    </div>
  );
}

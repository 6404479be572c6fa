import { sayUnit } from '../../../../../core/words/platforms';
import { previewWords } from '../../../../../core/words/preview';
import { useLang, useWords } from '../../../../state/StudioProvider';
import { Acts } from '../Acts';
import { Author, Avatar } from '../Author';
import { Folded, FoldLine } from '../Folded';
import { ratioOf } from '../looks';
import { PictureGrid } from '../Pictures';
import { useScene } from '../scene';
import { PlainWords, Words } from '../Words';
import classes from './Post.module.css';

/** A post of a feed: who, the text with its fold, pictures, buttons. A thread is one post below the other, joined. */
export function Post() {
  const { adapted } = useScene();
  return adapted.parts.length > 1 ? <Thread parts={adapted.parts} /> : <One />;
}

function One() {
  const { adapted } = useScene();
  return (
    <div className={classes.post}>
      <Author />
      <PostTitle />
      <Folded text={adapted.body} />
      <ApartTags />
      <PostPictures />
      <div className={classes.foot}>
        <Acts />
      </div>
      <FirstComment />
    </div>
  );
}

function PostTitle() {
  const { adapted } = useScene();
  if (adapted.title === null || adapted.title === '') return null;
  return (
    <p className={classes.title} dir="auto">
      <PlainWords text={adapted.title} />
    </p>
  );
}

function PostPictures() {
  const { adapted, pictures, format } = useScene();
  // Several pictures are cut square, as every feed does; a single one keeps the shape of its slot.
  const only = adapted.extra.slots?.[0]?.ratio ?? format.format.ratios[0];
  const ratio = pictures.length === 1 ? (ratioOf(only) ?? 4 / 3) : 1;
  return <PictureGrid images={pictures} ratio={ratio} />;
}

/** Tags of a field of their own: not part of the text, so drawn apart from it. */
export function ApartTags() {
  const t = useWords(previewWords);
  const { adapted, format } = useScene();
  const { topics } = adapted.extra;
  if (adapted.tags.length === 0 || topics !== undefined || format.format.tags.where !== 'apart') return null;
  return (
    <ul className={classes.tags} aria-label={t('list.tags')}>
      {adapted.tags.map((tag) => (
        <li key={tag} dir="auto">
          {tag}
        </li>
      ))}
    </ul>
  );
}

/** Topics to choose from the platform's list one by one: a word that was only typed is none. */
export function Topics() {
  const t = useWords(previewWords);
  const { adapted } = useScene();
  const { topics = [] } = adapted.extra;
  if (topics.length === 0) return null;
  return (
    <section className={classes.topics}>
      <h4>{t('topics')}</h4>
      <ul className={classes.tags}>
        {topics.map((topic) => (
          <li key={topic} dir="auto">
            {topic}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function FirstComment() {
  const t = useWords(previewWords);
  const { adapted, name } = useScene();
  const { firstComment } = adapted.extra;
  if (firstComment === undefined || firstComment === '') return null;
  return (
    <p className={classes.comment} dir="auto">
      <b>{name}</b> <span className={classes.quiet}>{t('comment.first')}</span>
      <br />
      <PlainWords text={firstComment} />
    </p>
  );
}

/** Posts joined by a line at their left, each with its own measure. */
function Thread({ parts }: { readonly parts: readonly string[] }) {
  const t = useWords(previewWords);
  const lang = useLang();
  const { adapted, name, look } = useScene();
  const folds = look === 'feed';
  return (
    <ol className={classes.thread}>
      {parts.map((text, index) => {
        const number = index + 1;
        const field = `part ${number}`;
        const count = adapted.counts.find((one) => one.field === field);
        const over = count !== undefined && count.limit !== null && count.value > count.limit;
        return (
          <li key={field} className={classes.part} data-below={(folds && index > 0) || undefined}>
            {folds && index === 1 && (
              <div className={classes.threadFold}>
                <FoldLine>{t('thread.fold', { count: parts.length - 1 })}</FoldLine>
              </div>
            )}
            <Avatar />
            <div className={classes.partBody}>
              <p className={classes.partHead}>
                <b>{name}</b>
                <span className={classes.quiet}>{t('part', { number, count: parts.length })}</span>
                {count !== undefined && (
                  <span className={classes.partCount} data-over={over || undefined}>
                    {sayUnit(lang, count.unit)} <b>{count.value}</b>
                    {count.limit === null ? '' : `/${count.limit}`}
                  </span>
                )}
              </p>
              <p className={classes.text} dir="auto">
                <Words text={text} field={field} />
              </p>
              {index === 0 && <PostPictures />}
              <Acts />
            </div>
          </li>
        );
      })}
    </ol>
  );
}

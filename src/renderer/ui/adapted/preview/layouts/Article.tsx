import { lazy, Suspense } from 'react';
import type { Variant } from '../../../../../core/adapt/types';
import { previewWords } from '../../../../../core/words/preview';
import { useWords } from '../../../../state/StudioProvider';
import { Acts } from '../Acts';
import { Author } from '../Author';
import { CutTitle } from '../CutTitle';
import { coverRatio, type Skin } from '../looks';
import { Picture } from '../Pictures';
import { useScene } from '../scene';
import { PlainWords } from '../Words';
import classes from './Article.module.css';
import { ApartTags } from './Post';

/** The reader of HTML comes when an article is opened, not with the editor. */
const ArticleText = lazy(() => import('../ArticleText'));

const WIDE = 16 / 9;

/** A long article: its card in the feed, or its page. */
export function Article() {
  const { look, skin } = useScene();
  const Card = cards[skin.feed];
  return look === 'feed' ? <Card /> : <Page />;
}

const cards: { readonly [K in Skin['feed']]: () => React.JSX.Element } = { banner: Banner, row: Row, card: Card };

/** A wide cover with the title on it, as a subscription list shows it. */
function Banner() {
  const { adapted, pictures, format } = useScene();
  const ratio = coverRatio(format, 'first') ?? WIDE;
  return (
    <div className={classes.list}>
      <Author size="normal" />
      <article className={classes.banner}>
        <Picture image={pictures[0]} ratio={ratio} />
        <p className={classes.bannerTitle} dir="auto">
          <CutTitle text={titleOf(adapted)} />
        </p>
      </article>
      <Digest />
    </div>
  );
}

/** Title and first words, a small picture at the end. */
function Row() {
  const { adapted, pictures, name, format } = useScene();
  return (
    <article className={classes.row}>
      <div className={classes.rowWords}>
        <p className={classes.rowTitle} dir="auto">
          <CutTitle text={titleOf(adapted)} />
        </p>
        <p className={classes.rowText} dir="auto">
          {useOpening()}
        </p>
        <p className={classes.quiet}>{name}</p>
      </div>
      {pictures.length > 0 && (
        <span className={classes.rowPicture}>
          <Picture image={pictures[0]} ratio={coverRatio(format, 'last') ?? 3 / 2} edge={320} />
        </span>
      )}
    </article>
  );
}

/** A post that carries the article as a card. */
function Card() {
  const { adapted, pictures, format } = useScene();
  const ratio = coverRatio(format, 'first') ?? WIDE;
  return (
    <div className={classes.list}>
      <Author />
      <article className={classes.card}>
        <Picture image={pictures[0]} ratio={ratio} />
        <div className={classes.cardWords}>
          <p className={classes.rowTitle} dir="auto">
            <CutTitle text={titleOf(adapted)} />
          </p>
          <p className={classes.rowText} dir="auto">
            {useOpening()}
          </p>
        </div>
      </article>
      <div className={classes.foot}>
        <Acts />
      </div>
    </div>
  );
}

function Page() {
  const t = useWords(previewWords);
  const { adapted } = useScene();
  return (
    <div className={classes.page}>
      {adapted.title !== null && adapted.title !== '' && (
        <p className={classes.title} dir="auto">
          <PlainWords text={adapted.title} />
        </p>
      )}
      <Author follow />
      <Suspense fallback={null}>
        <ArticleText />
      </Suspense>
      {adapted.extra.sourceUrl !== undefined && <p className={classes.original}>{t('article.original')}</p>}
      <ApartTags />
      <div className={classes.foot}>
        <Acts />
      </div>
    </div>
  );
}

function Digest() {
  const t = useWords(previewWords);
  const { adapted } = useScene();
  const { digest } = adapted.extra;
  if (digest === undefined || digest === '') return null;
  return (
    <p className={classes.digest} dir="auto">
      <span className={classes.quiet}>{t('article.digest')}</span> {digest}
    </p>
  );
}

/** Its own title, or the first line of a text without one. */
const titleOf = ({ title, body }: Variant): string => title ?? body.split('\n', 1)[0] ?? '';

/** What a feed shows of the text: its digest, else how it begins. */
function useOpening(): string {
  const { adapted } = useScene();
  const { title, body, extra } = adapted;
  const text = title === null ? body.slice(titleOf(adapted).length) : body;
  return extra.digest || text.trim().replace(/\s+/g, ' ').slice(0, 160);
}

import { lazy, Suspense } from 'react';
import { CopyList } from '../copy/CopyList';
import type { ArticleProps } from './ArticleCopy';

/** The reader of HTML comes with the first article that is opened. */
const ArticleCopy = lazy(() => import('./ArticleCopy'));

/** A version's texts to take along; of a long article with what its platform's editor does to it. */
export function CopyAlong(props: ArticleProps) {
  const { adapted, format, findings } = props;
  if (format.format.family !== 'article')
    return <CopyList keys adapted={adapted} format={format} findings={findings} />;
  return (
    <Suspense fallback={null}>
      <ArticleCopy {...props} />
    </Suspense>
  );
}

import { type ReactNode, useMemo } from 'react';
import { sayUnit } from '../../../../core/words/platforms';
import { previewWords } from '../../../../core/words/preview';
import { useLang, useWords } from '../../../state/StudioProvider';
import classes from './Folded.module.css';
import { type Fold, foldOf } from './foldOf';
import { useScene } from './scene';
import { Words } from './Words';

/**
 * A text as the feed shows it: up to the fold, the word one taps, the fold line with its measure, and below it in grey
 * what most readers never see. Open, or short enough, it is simply the text.
 */
export function Folded({ text, field = 'body' }: { readonly text: string; readonly field?: string }) {
  return (
    <>
      <AboveFold text={text} field={field} />
      <BelowFold text={text} field={field} />
    </>
  );
}

type Part = { readonly text: string; readonly field?: string };

/** What is seen without a tap: the whole text where nothing folds. */
export function AboveFold({ text, field = 'body' }: Part) {
  const t = useWords(previewWords);
  const { skin } = useScene();
  const folded = useFold(text);
  if (text === '') return <p className={classes.none}>{t('text.none')}</p>;
  return (
    <p className={classes.text} dir="auto">
      {folded === null ? (
        <Words text={text} field={field} />
      ) : (
        <>
          <Words text={text} field={field} to={folded.above.trimEnd().length} />…
          <span className={classes.more}>{t(skin.more)}</span>
        </>
      )}
    </p>
  );
}

/** The fold line and what lies behind it; nothing where nothing folds. */
export function BelowFold({ text, field = 'body' }: Part) {
  const t = useWords(previewWords);
  const lang = useLang();
  const { format } = useScene();
  const folded = useFold(text);
  if (folded === null) return null;
  const { limits, count } = format.format;
  const blank = folded.below.length - folded.below.trimStart().length;
  return (
    <>
      <FoldLine>
        {folded.by === 'lines'
          ? t('fold.lines', { value: limits.fold_lines ?? 0 })
          : t('fold.at', { unit: sayUnit(lang, count.body), value: limits.fold ?? 0 })}
      </FoldLine>
      <p className={classes.text} dir="auto" data-below>
        <Words text={text} field={field} from={folded.above.length + blank} />
      </p>
    </>
  );
}

/** A dashed line with a few words in it. */
export const FoldLine = ({ children }: { readonly children: ReactNode }) => (
  <p className={classes.fold}>
    <span>{children}</span>
  </p>
);

function useFold(text: string): Fold | null {
  const { format, look } = useScene();
  return useMemo(() => (look === 'feed' ? foldOf(text, format.format) : null), [text, format, look]);
}

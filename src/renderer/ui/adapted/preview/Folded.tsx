import { sayUnit } from '../../../../core/words/platforms';
import { previewWords } from '../../../../core/words/preview';
import { useLang, useWords } from '../../../state/StudioProvider';
import { foldAt } from '../../plan/fold';
import classes from './Folded.module.css';
import { useScene } from './scene';
import { Words } from './Words';

/**
 * A text as the feed shows it: up to the fold, the word one taps, the fold line with its measure, and below it in grey
 * what most readers never see. Open, or short enough, it is simply the text.
 */
export function Folded({ text, field = 'body' }: { readonly text: string; readonly field?: string }) {
  const t = useWords(previewWords);
  const lang = useLang();
  const { format, look, skin } = useScene();
  if (text === '') return <p className={classes.none}>{t('text.none')}</p>;
  const folded = look === 'feed' ? foldAt(text, format.format) : null;
  if (folded === null)
    return (
      <p className={classes.text} dir="auto">
        <Words text={text} field={field} />
      </p>
    );
  const at = folded.above.length;
  const shown = folded.above.trimEnd().length;
  return (
    <>
      <p className={classes.text} dir="auto">
        <Words text={text} field={field} to={shown} />…<span className={classes.more}>{t(skin.more)}</span>
      </p>
      <p className={classes.fold}>
        <span>
          {t('fold.at', { unit: sayUnit(lang, format.format.count.body), value: format.format.limits.fold ?? 0 })}
        </span>
      </p>
      <p className={classes.text} dir="auto" data-below>
        <Words text={text} field={field} from={at + leadingSpace(folded.below)} />
      </p>
    </>
  );
}

const leadingSpace = (text: string): number => text.length - text.trimStart().length;

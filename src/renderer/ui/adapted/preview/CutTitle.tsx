import { count } from '../../../../core/platforms/counters';
import { graphemes } from '../../../../core/text/grapheme';
import { sayUnit } from '../../../../core/words/platforms';
import { previewWords } from '../../../../core/words/preview';
import { useLang, useWords } from '../../../state/StudioProvider';
import classes from './CutTitle.module.css';
import { useScene } from './scene';
import { PlainWords } from './Words';

/** A title as a feed cuts it: the cut drawn as a line, what it takes away behind it in grey. Elsewhere, or short enough, whole. */
export function CutTitle({ text }: { readonly text: string }) {
  const t = useWords(previewWords);
  const lang = useLang();
  const { format } = useScene();
  const { limits, count: rules } = format.format;
  const most = limits.title_fold;
  const shown = most === undefined ? text : titleUpTo(text, most, (part) => count(rules.title, part));
  if (shown === text) return <PlainWords text={text} />;
  return (
    <>
      <PlainWords text={shown} />
      <span className={classes.cut} title={t('title.cut', { unit: sayUnit(lang, rules.title), value: most ?? 0 })} />
      <span className={classes.gone}>{text.slice(shown.length)}</span>
    </>
  );
}

/** The longest beginning of whole clusters that measures at most `most`. */
export function titleUpTo(text: string, most: number, measure: (text: string) => number): string {
  if (measure(text) <= most) return text;
  let taken = '';
  for (const cluster of graphemes(text)) {
    if (measure(taken + cluster) > most) break;
    taken += cluster;
  }
  return taken;
}

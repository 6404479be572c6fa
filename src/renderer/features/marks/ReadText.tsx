import { Fragment, type ReactNode } from 'react';
import type { Lang } from '../../../core/model/records';
import { canPointAt, type ReadableSentence, readable } from '../../../core/review/readable';
import type { ReviewText } from '../../../core/review/texts';
import { sayReviewField } from '../../../core/words/reviewPage';
import { useLang } from '../../state/StudioProvider';
import classes from './ReadText.module.css';

/** A text as lines of sentences that can be pointed at; what belongs to a line stands under it. */
export function ReadText({
  text,
  lang,
  marked,
  open,
  onOpen,
  under,
}: {
  readonly text: ReviewText;
  readonly lang: Lang;
  /** Where marked words begin. */
  readonly marked: ReadonlySet<number>;
  /** The sentence that is pointed at. */
  readonly open: number | null;
  readonly onOpen: (sentence: ReadableSentence) => void;
  readonly under: (sentences: readonly ReadableSentence[]) => ReactNode;
}) {
  const own = useLang();
  return (
    <section className={classes.text} lang={lang === 'zh' ? 'zh-CN' : 'en'}>
      <h3>{sayReviewField(own, text.field)}</h3>
      {readable(text.text, lang).map((line) => (
        <Fragment key={line.at}>
          <p>
            {line.sentences.map((one) => (
              <Fragment key={one.at}>
                {canPointAt(one) ? (
                  <button
                    type="button"
                    className={classes.sentence}
                    data-at={one.at}
                    data-marked={[...marked].some((at) => at >= one.at && at < one.at + one.text.length) || undefined}
                    aria-expanded={open === one.at}
                    onClick={() => onOpen(one)}
                  >
                    {one.text}
                  </button>
                ) : (
                  one.text
                )}
                {one.space}
              </Fragment>
            ))}
          </p>
          {under(line.sentences)}
        </Fragment>
      ))}
    </section>
  );
}

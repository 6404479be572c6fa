import { previewWords } from '../../../../../core/words/preview';
import { useWords } from '../../../../state/StudioProvider';
import { useScene } from '../scene';
import classes from './Chapters.module.css';
import { clock } from './Script';

/** The chapters of a film below its description: when each begins, and its name. Nothing where there are none. */
export function Chapters() {
  const t = useWords(previewWords);
  const { adapted } = useScene();
  const { chapters = [] } = adapted.extra;
  if (chapters.length === 0) return null;
  return (
    <section className={classes.chapters}>
      <h4>{t('chapters', { count: chapters.length })}</h4>
      <ol>
        {chapters.map(({ at, title }) => (
          <li key={at}>
            <b>{clock(at)}</b>
            <span dir="auto">{title}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

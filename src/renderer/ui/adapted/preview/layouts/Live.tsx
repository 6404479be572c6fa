import { previewWords } from '../../../../../core/words/preview';
import { useWords } from '../../../../state/StudioProvider';
import { Author } from '../Author';
import { Folded } from '../Folded';
import { coverRatio } from '../looks';
import { Picture } from '../Pictures';
import { useScene } from '../scene';
import { PlainWords } from '../Words';
import classes from './Live.module.css';
import { clock, timedShots } from './Script';

/** A live stream: the notice people see before it, or its run of show minute by minute. */
export function Live() {
  const { look } = useScene();
  return look === 'feed' ? <Notice /> : <Show />;
}

function Notice() {
  const t = useWords(previewWords);
  const { adapted, pictures, format } = useScene();
  return (
    <div className={classes.notice}>
      <Author follow />
      <div className={classes.cover}>
        <Picture image={pictures[0]} ratio={coverRatio(format, 'first') ?? 1} />
        <span className={classes.badge}>{t('live.badge')}</span>
      </div>
      {adapted.title !== null && (
        <p className={classes.title} dir="auto">
          <PlainWords text={adapted.title} />
        </p>
      )}
      {adapted.body !== '' && <Folded text={adapted.body} />}
    </div>
  );
}

function Show() {
  const t = useWords(previewWords);
  const { adapted } = useScene();
  const shots = adapted.extra.script ?? [];
  if (shots.length === 0) return <p className={classes.none}>{t('show.none')}</p>;
  const total = shots.reduce((sum, { seconds }) => sum + seconds, 0);
  return (
    <div className={classes.show}>
      <p className={classes.sum}>
        <b>{adapted.title}</b>
        <span>{t('show.total', { minutes: Math.max(1, Math.round(total / 60)) })}</span>
      </p>
      <ol className={classes.segments}>
        {timedShots(shots).map(({ key, start, picture, voice, caption }) => (
          <li key={key} className={classes.segment}>
            <b className={classes.mark}>{clock(start)}</b>
            <span className={classes.said}>
              {picture !== '' && (
                <b className={classes.heading} dir="auto">
                  {picture}
                </b>
              )}
              <span dir="auto">{voice}</span>
              {caption !== '' && caption !== voice && (
                <span className={classes.quiet} dir="auto">
                  {caption}
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

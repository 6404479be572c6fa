import { mark } from '../../../../../core/adapt/showText';
import { saidInItem, titleOfItem } from '../../../../../core/adapt/spoken';
import { extraWords } from '../../../../../core/words/extras';
import { previewWords } from '../../../../../core/words/preview';
import { say } from '../../../../../core/words/say';
import { useWords } from '../../../../state/StudioProvider';
import { Author } from '../Author';
import { Folded } from '../Folded';
import { coverRatio } from '../looks';
import { Picture } from '../Pictures';
import { useScene } from '../scene';
import { PlainWords, Words } from '../Words';
import classes from './Live.module.css';

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
  const { adapted, lang } = useScene();
  const segments = adapted.extra.runOfShow ?? [];
  if (segments.length === 0) return <p className={classes.none}>{t('show.none')}</p>;
  const total = segments.reduce((sum, { minutes }) => sum + minutes, 0);
  const marks = { ask: 'show.ask', links: 'show.link', risks: 'show.risk' } as const;
  return (
    <div className={classes.show}>
      <p className={classes.sum}>
        <b>{adapted.title}</b>
        <span>{t('show.total', { minutes: total })}</span>
      </p>
      <ol className={classes.segments}>
        {segments.map((segment, index) => (
          <li key={segment.at} className={classes.segment}>
            <b className={classes.mark}>{mark(segment.at)}</b>
            <span className={classes.said}>
              {segment.title !== '' && (
                <b className={classes.heading} dir="auto">
                  <Words text={segment.title} field={titleOfItem(index + 1)} />
                </b>
              )}
              {segment.say.map((text, line) => (
                <span key={saidInItem(index + 1, line + 1)} dir="auto">
                  <Words text={text} field={saidInItem(index + 1, line + 1)} />
                </span>
              ))}
              {(['ask', 'links', 'risks'] as const).flatMap((name) =>
                [...new Set(segment[name])].map((text) => (
                  <span key={`${name} ${text}`} className={classes.quiet} dir="auto">
                    {say(extraWords, lang, marks[name], { text })}
                  </span>
                )),
              )}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

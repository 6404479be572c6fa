import { voiceOfShot } from '../../../../../core/adapt/spoken';
import type { Shot } from '../../../../../core/adapt/types';
import { previewWords } from '../../../../../core/words/preview';
import { useWords } from '../../../../state/StudioProvider';
import { useScene } from '../scene';
import { Words } from '../Words';
import classes from './Script.module.css';

/** The shooting script: shot by shot what is seen, said and written, with the time it takes against the limit. */
export function Script() {
  const t = useWords(previewWords);
  const { adapted, lang } = useScene();
  const { script: shots = [], timing } = adapted.extra;
  if (shots.length === 0 || timing === undefined) return <p className={classes.none}>{t('script.none')}</p>;
  const timed = timedShots(shots);
  const { seconds, min, max } = timing;
  const rate = lang === 'zh' ? timing.rate.han : timing.rate.words;
  return (
    <div className={classes.script}>
      <p className={classes.sum}>
        {t(lang === 'zh' ? 'script.rate' : 'script.rate_words', { rate, seconds })}
        {max !== null && (
          <span className={seconds > max ? classes.over : undefined}>
            {' · '}
            {t(seconds > max ? 'script.over' : 'script.within', { limit: max })}
          </span>
        )}
        {min !== null && seconds < min && <span className={classes.over}> · {t('script.under', { limit: min })}</span>}
      </p>
      <ol className={classes.shots}>
        {timed.map(({ key, start, seconds: length, picture, voice, caption }, index) => (
          <li key={key} className={classes.shot}>
            <span className={classes.time}>
              <b>{clock(start)}</b>
              <span>{t('script.length', { seconds: length })}</span>
            </span>
            <span className={classes.cells}>
              {picture !== '' && (
                <span className={classes.picture} dir="auto">
                  <span className={classes.name}>{t('script.picture')}</span> {picture}
                </span>
              )}
              <span dir="auto">
                <Words text={voice} field={voiceOfShot(index + 1)} />
              </span>
              {caption !== '' && (
                <span className={classes.caption} dir="auto">
                  <span className={classes.name}>{t('script.caption')}</span> {caption}
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The subtitle file as text, as it will be uploaded. */
export function Subtitles() {
  const t = useWords(previewWords);
  const { adapted } = useScene();
  const { srt } = adapted.extra;
  if (srt === undefined || srt === '') return <p className={classes.none}>{t('subtitles.none')}</p>;
  return (
    <pre className={classes.srt} dir="auto">
      {srt.trim()}
    </pre>
  );
}

/** Shots with the second each begins at. Two may read alike, so their place names them. */
export function timedShots(
  shots: readonly Shot[],
): readonly (Shot & { readonly key: string; readonly start: number })[] {
  let at = 0;
  return shots.map((shot, index) => {
    const start = at;
    at += shot.seconds;
    return { ...shot, key: `shot ${index + 1}`, start };
  });
}

/** `1:05`, `1:02:09`. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3_600);
  const minutes = Math.floor((whole % 3_600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

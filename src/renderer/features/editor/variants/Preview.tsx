import { Fragment, useState } from 'react';
import type { Family } from '../../../../core/platforms/pack';
import { sayUnit } from '../../../../core/words/platforms';
import { versionWords } from '../../../../core/words/versions';
import { useLang, useWords } from '../../../state/StudioProvider';
import { PersonDot } from '../../../ui/PersonDot';
import { foldAt } from '../../../ui/plan/fold';
import { assetUrl } from '../extensions/picture';
import type { Outcome } from './adaptTask';
import { htmlLang } from './names';
import classes from './Preview.module.css';

/** The version as a plain card of a phone's feed: name, text with its fold, pictures. An approximation, and says so. */
export function Preview({ outcome }: { readonly outcome: Outcome }) {
  const t = useWords(versionWords);
  const lang = useLang();
  const { task, adapted } = outcome;
  const { platform, format } = task.pack;
  const name = task.account?.name ?? platform[lang];
  const picturesFirst = format.family === 'image_note';
  const pictures = <Pictures ids={adapted.extra.images ?? []} family={format.family} />;
  return (
    <figure className={classes.frame}>
      <div className={classes.card} lang={htmlLang(outcome.source.lang)} data-selectable>
        <header className={classes.who}>
          <PersonDot name={name} size="large" hint={false} />
          <span>
            <b>{name}</b>
            <span className={classes.quiet}>{platform[lang]}</span>
          </span>
        </header>
        {picturesFirst && pictures}
        {adapted.title !== null && adapted.title !== '' && <p className={classes.title}>{adapted.title}</p>}
        {adapted.parts.length > 1 ? <Thread parts={adapted.parts} /> : <Body outcome={outcome} />}
        {adapted.tags.length > 0 && format.tags.where === 'apart' && (
          <p className={classes.tags}>{adapted.tags.map((tag) => `#${tag}`).join(' ')}</p>
        )}
        {!picturesFirst && pictures}
        <Script outcome={outcome} />
      </div>
      <figcaption className={classes.note}>{t('preview.note')}</figcaption>
    </figure>
  );
}

const LONG = 900;

function Body({ outcome }: { readonly outcome: Outcome }) {
  const t = useWords(versionWords);
  const lang = useLang();
  const [whole, setWhole] = useState(false);
  const { body } = outcome.adapted;
  const { format } = outcome.task.pack;
  const folded = foldAt(body, format);
  if (folded !== null)
    return (
      <>
        <p className={classes.text}>{folded.above}</p>
        <p className={classes.fold}>
          <span>
            {t('preview.fold_at', { unit: sayUnit(lang, format.count.body), value: format.limits.fold ?? 0 })}
          </span>
        </p>
        <p className={classes.text} data-below>
          {folded.below}
        </p>
      </>
    );
  if (body.length <= LONG) return <p className={classes.text}>{body}</p>;
  return (
    <>
      <p className={classes.text}>{whole ? body : `${body.slice(0, LONG)}…`}</p>
      <button type="button" className={classes.more} onClick={() => setWhole(!whole)}>
        {t(whole ? 'preview.collapse' : 'preview.expand')}
      </button>
    </>
  );
}

function Thread({ parts }: { readonly parts: readonly string[] }) {
  const t = useWords(versionWords);
  return (
    <ol className={classes.thread}>
      {numbered(parts).map(({ key, text, number }) => (
        <li key={key}>
          <span className={classes.quiet}>{t('variants.part', { index: number })}</span>
          <p className={classes.text}>{text}</p>
        </li>
      ))}
    </ol>
  );
}

/** Parts keep their place as identity: two may read alike. */
const numbered = (parts: readonly string[]) =>
  parts.map((text, index) => ({ key: `part ${index + 1}`, number: index + 1, text }));

function Pictures({ ids, family }: { readonly ids: readonly string[]; readonly family: Family }) {
  if (ids.length === 0) return null;
  const shown = family === 'image_note' ? ids.slice(0, 3) : ids.slice(0, 9);
  return (
    <div className={classes.pictures} data-count={Math.min(3, shown.length)}>
      {shown.map((id) => (
        <img key={id} src={assetUrl(id)} alt="" loading="lazy" decoding="async" draggable={false} />
      ))}
    </div>
  );
}

function Script({ outcome }: { readonly outcome: Outcome }) {
  const t = useWords(versionWords);
  const shots = outcome.adapted.extra.script ?? [];
  if (shots.length === 0) return null;
  const timed = shots.map((shot, index) => ({ ...shot, key: `shot ${index + 1}` }));
  return (
    <dl className={classes.shots}>
      {timed.map(({ key, seconds, picture, voice }) => (
        <Fragment key={key}>
          <dt>{t('preview.shot', { seconds })}</dt>
          <dd>
            {picture !== '' && <span className={classes.quiet}>{picture}</span>}
            {voice}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

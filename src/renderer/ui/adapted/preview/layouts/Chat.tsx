import { extraWords, sayExtra } from '../../../../../core/words/extras';
import { previewWords } from '../../../../../core/words/preview';
import { say } from '../../../../../core/words/say';
import { useLang, useWords } from '../../../../state/StudioProvider';
import { Avatar } from '../Author';
import { Folded } from '../Folded';
import { Picture, PictureGrid } from '../Pictures';
import { useScene } from '../scene';
import { Words } from '../Words';
import classes from './Chat.module.css';
import { FirstComment } from './Post';

/** A message as it arrives in a group or with one person: a bubble, pictures below it, a card for the link. */
export function Chat() {
  const t = useWords(previewWords);
  const { adapted, format, lang, when, name, pictures } = useScene();
  const { sourceUrl } = adapted.extra;
  return (
    <div className={classes.chat}>
      <Sending />
      <p className={classes.room}>
        <b>{format.format[lang]}</b>
      </p>
      <p className={classes.when}>{when ?? t('time.none')}</p>
      <div className={classes.line}>
        <Avatar />
        <div className={classes.messages}>
          <span className={classes.name}>{name}</span>
          {adapted.title !== null && adapted.title !== '' && <p className={classes.bubble}>{adapted.title}</p>}
          <p className={classes.bubble} dir="auto">
            {adapted.body === '' ? t('text.none') : <Words text={adapted.body} />}
          </p>
          {pictures.slice(0, 9).map((image) => (
            <span key={image.id} className={classes.picture}>
              <Picture image={image} ratio={4 / 3} edge={320} />
            </span>
          ))}
          <LinkCard url={sourceUrl} />
        </div>
      </div>
    </div>
  );
}

/** A post among friends: name in the platform's ink, text, pictures in nines, a card for the link. */
export function Moment() {
  const t = useWords(previewWords);
  const { adapted, when, name, pictures } = useScene();
  return (
    <div className={classes.moment}>
      <Avatar />
      <div className={classes.momentWords}>
        <Sending />
        <b className={classes.momentName}>{name}</b>
        <Folded text={adapted.body} />
        {/* One kind of attachment only: with a link there are no pictures. */}
        {adapted.extra.sourceUrl === undefined ? (
          <PictureGrid images={pictures} ratio={1} />
        ) : (
          <LinkCard url={adapted.extra.sourceUrl} />
        )}
        <span className={classes.momentWhen}>{when ?? t('time.none')}</span>
        <FirstComment />
      </div>
    </div>
  );
}

/** Who reads it and how to speak to them: for the sender, and never part of the message. */
function Sending() {
  const lang = useLang();
  const { adapted } = useScene();
  const text = sayExtra(lang, 'sending', adapted.extra);
  if (text === '') return null;
  return (
    <aside className={classes.sending} lang={lang === 'zh' ? 'zh-CN' : 'en'}>
      <b>{say(extraWords, lang, 'sending')}</b>
      <span>{text}</span>
    </aside>
  );
}

/** A link as a card: only its place is known offline, so only that is shown. */
function LinkCard({ url }: { readonly url: string | undefined }) {
  const { adapted, name, pictures } = useScene();
  if (url === undefined || url === '') return null;
  return (
    <span className={classes.card}>
      <span className={classes.cardWords}>
        <b dir="auto">{adapted.title || name}</b>
        <span>{hostOf(url)}</span>
      </span>
      <span className={classes.cardPicture}>
        <Picture image={pictures[0]} ratio={1} edge={320} />
      </span>
    </span>
  );
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

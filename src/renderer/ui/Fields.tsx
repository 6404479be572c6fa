import { cutAtFields } from '../../core/brief/fields';
import { sayBriefLabel } from '../../core/words/briefLabels';
import { useLang } from '../state/StudioProvider';
import classes from './Fields.module.css';

/** A plain text whose fields (`{{place}}`) stand as tokens with their labels. */
export function Fields({ text }: { readonly text: string }) {
  if (!text.includes('{{')) return text;
  return cutAtFields(text).map(({ at, text: part, name }) =>
    name === null ? part : <FieldToken key={at} name={name} />,
  );
}

/** One open field of the brief, by its label in the reader's language. */
export function FieldToken({ name }: { readonly name: string }) {
  const lang = useLang();
  return (
    <span className={classes.token} lang={lang === 'zh' ? 'zh-CN' : 'en'}>
      {sayBriefLabel(lang, name)}
    </span>
  );
}

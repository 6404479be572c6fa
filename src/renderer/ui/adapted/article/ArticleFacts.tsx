import type { Variant } from '../../../../core/adapt/types';
import type { CoverSlot, Format } from '../../../../core/platforms/pack';
import { articleWords } from '../../../../core/words/article';
import { useLang, useWords } from '../../../state/StudioProvider';
import classes from './ArticleCopy.module.css';

/** What the platform asks of an article beside its text: its cover in each place, and who makes the contents. */
export function ArticleFacts({ adapted, format }: { readonly adapted: Variant; readonly format: Format }) {
  const t = useWords(articleWords);
  const lang = useLang();
  const { cover, contents } = format.format;
  const entries = adapted.extra.contents?.length ?? 0;
  const size = ({ ratio, width, height }: CoverSlot): string =>
    width === undefined || height === undefined ? ratio : `${ratio} · ${width} × ${height}`;
  if (cover === undefined && contents === undefined) return null;
  return (
    <dl className={classes.facts}>
      {cover?.slots.map((slot) => (
        <div key={slot.id} style={{ display: 'contents' }}>
          <dt>{slot[lang]}</dt>
          <dd>
            {size(slot)}
            {cover.maxMb === undefined ? '' : ` · ${t('cover.max', { mb: cover.maxMb })}`}
            {cover.formats === undefined ? '' : ` · ${cover.formats.join(' ')}`}
          </dd>
        </div>
      ))}
      {contents !== undefined && (
        <>
          <dt>{t('contents')}</dt>
          <dd>
            {entries === 0 ? t('contents.few', { min: contents.min }) : t(`contents.${contents.by}`, { entries })}
          </dd>
        </>
      )}
    </dl>
  );
}

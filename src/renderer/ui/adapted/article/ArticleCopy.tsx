import { IconListCheck } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Finding, Variant } from '../../../../core/adapt/types';
import { groupChanges, survive } from '../../../../core/article/survival';
import type { Lang } from '../../../../core/model/records';
import type { Format } from '../../../../core/platforms/pack';
import { articleWords } from '../../../../core/words/article';
import { sayPicture } from '../../../../core/words/survival';
import { useWords } from '../../../state/StudioProvider';
import { TextButton } from '../../TextButton';
import { CopyList } from '../copy/CopyList';
import type { PreviewAccount, PreviewImage } from '../preview/types';
import classes from './ArticleCopy.module.css';
import { ArticleFacts } from './ArticleFacts';
import { ArticleSheet } from './ArticleSheet';

export type ArticleProps = {
  readonly adapted: Variant;
  readonly format: Format;
  readonly findings: readonly Finding[];
  /** Language of the text. */
  readonly lang: Lang;
  readonly account: (PreviewAccount & { readonly id: string; readonly theme: string }) | null;
  readonly images: readonly PreviewImage[];
  readonly pieceId: string;
  /** The article's own looks; empty where it takes its account's. */
  readonly theme: string;
};

/**
 * What of a long article is copied, with a word on what the platform's editor will do to it: what would not live there is
 * replaced before it is copied, and a sheet says what and by what.
 */
export default function ArticleCopy(props: ArticleProps) {
  const t = useWords(articleWords);
  const { adapted, format, findings, lang } = props;
  const [open, setOpen] = useState(false);
  const rules = format.format.paste;
  const { html } = adapted.extra;
  const survived = useMemo(
    () =>
      rules === undefined || html === undefined
        ? null
        : survive(html, { rules, picture: (number, alt) => sayPicture(lang, number, alt) }),
    [rules, html, lang],
  );
  const changes = survived === null ? [] : groupChanges(survived.changes);
  const pictures = changes.find(({ code }) => code === 'image_to_upload')?.count ?? 0;
  return (
    <section className={classes.article} aria-label={t('all')}>
      <CopyList keys adapted={adapted} format={format} findings={findings} html={survived?.html ?? html} />
      {survived !== null && (
        <div className={classes.line}>
          <TextButton icon={<IconListCheck size={15} stroke={1.6} />} onClick={() => setOpen(true)}>
            {t('open')}
          </TextButton>
          <span className={classes.quiet}>
            {t('brief', { pictures, others: changes.length - (pictures === 0 ? 0 : 1) })}
          </span>
        </div>
      )}
      <ArticleFacts adapted={adapted} format={format} />
      {open && survived !== null && (
        <ArticleSheet {...props} survived={survived} changes={changes} onClose={() => setOpen(false)} />
      )}
    </section>
  );
}

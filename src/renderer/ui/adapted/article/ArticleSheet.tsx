import { Modal } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { SentencePlace } from '../../../../core/adapt/types';
import type { ChangeGroup, Survival } from '../../../../core/article/survival';
import { themeIdOf } from '../../../../core/article/themes';
import { articleWords } from '../../../../core/words/article';
import { useStudio, useWords } from '../../../state/StudioProvider';
import { useScheme } from '../../../theme/useScheme';
import { Segments } from '../../Segments';
import { Preview } from '../preview/Preview';
import type { ArticleProps } from './ArticleCopy';
import classes from './ArticleSheet.module.css';
import { CheckPart } from './CheckPart';
import { LookPart } from './LookPart';
import { PasteBackPart } from './PasteBackPart';

const parts = ['looks', 'check', 'back'] as const;
type SheetPart = (typeof parts)[number];

/** An article before it goes into the platform's editor, and after it came out: looks, what will live, what did. */
export function ArticleSheet({
  survived,
  changes,
  onClose,
  ...article
}: ArticleProps & {
  readonly survived: Survival;
  readonly changes: readonly ChangeGroup[];
  readonly onClose: () => void;
}) {
  const t = useWords(articleWords);
  const app = useScheme(useStudio((state) => state.settings.theme));
  const [part, setPart] = useState<SheetPart>('looks');
  const [lit, setLit] = useState<SentencePlace | null>(null);
  const [night, setNight] = useState(app === 'dark');
  const { adapted, format, lang, account, images } = article;
  // Beside the list of what is replaced stands the article as it is copied.
  const copied = useMemo(() => ({ ...adapted, extra: { ...adapted.extra, html: survived.html } }), [adapted, survived]);
  const used = themeIdOf(article.theme, account?.theme);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title')}
      size={940}
      closeButtonProps={{ 'aria-label': t('close') }}
      overlayProps={{ backgroundOpacity: 1, color: 'var(--jz-scrim)' }}
    >
      <div className={classes.sheet}>
        <section className={classes.phone} aria-label={t('phone')}>
          <Segments
            label={t('phone')}
            value={night ? 'night' : 'day'}
            options={[
              { value: 'day', label: t('day') },
              { value: 'night', label: t('night') },
            ]}
            onChange={(value) => setNight(value === 'night')}
          />
          <div className={classes.page}>
            <Preview
              adapted={part === 'check' ? copied : adapted}
              format={format}
              lang={lang}
              account={account}
              images={images}
              look="detail"
              theme={night ? 'dark' : 'light'}
              selected={lit}
              onPick={setLit}
            />
          </div>
        </section>
        <section className={classes.side}>
          <Segments
            label={t('parts')}
            value={part}
            options={parts.map((value) => ({ value, label: t(`part.${value}`) }))}
            onChange={setPart}
          />
          <div className={classes.part}>
            {part === 'looks' && <LookPart {...article} used={used} night={night} />}
            {part === 'check' && <CheckPart format={format} html={survived.html} changes={changes} />}
            {part === 'back' && <PasteBackPart format={format.ref} theme={used} ours={survived.html} />}
          </div>
        </section>
      </div>
    </Modal>
  );
}

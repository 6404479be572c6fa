import type { Lang } from '../../../../core/model/records';
import { editorWords } from '../../../../core/words/editor';
import { useWords } from '../../../state/StudioProvider';
import { useDraft } from '../../../ui/useDraft';
import classes from './Page.module.css';

/** The title of the source: as tall as it needs, Enter goes on into the text. */
export function TitleField({
  title,
  lang,
  readOnly,
  onChange,
  onLeave,
  onEnter,
}: {
  readonly title: string;
  readonly lang: Lang;
  readonly readOnly: boolean;
  readonly onChange: (title: string) => void;
  readonly onLeave: () => void;
  readonly onEnter: () => void;
}) {
  const t = useWords(editorWords);
  const draft = useDraft({
    value: title,
    when: 'typing',
    onCommit: (next) => onChange(next.replaceAll('\n', ' ')),
    onLeave,
  });
  return (
    <div className={classes.titleBox} data-mirror={draft.value === '' ? t('title.hint') : draft.value}>
      <textarea
        data-title
        className={classes.title}
        lang={lang === 'zh' ? 'zh-CN' : 'en'}
        aria-label={t('title.label')}
        placeholder={t('title.hint')}
        {...draft}
        rows={1}
        maxLength={500}
        readOnly={readOnly}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onEnter();
        }}
      />
    </div>
  );
}

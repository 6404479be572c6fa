import { Tooltip } from '@mantine/core';
import { useId } from 'react';
import type { Lang } from '../../../../core/model/records';
import { sayBriefHint } from '../../../../core/words/brief';
import { sayBriefLabel } from '../../../../core/words/briefLabels';
import { editorWords } from '../../../../core/words/editor';
import { useLang, useWords } from '../../../state/StudioProvider';
import { useDraft } from '../../../ui/useDraft';
import classes from './BriefPanel.module.css';

/** One field of the brief, with the name by which the text can quote it. An empty one says what it should hold. */
export function BriefField({
  name,
  subkind,
  value,
  lang: contentLang,
  readOnly,
  onChange,
  onLeave,
  onInsert,
}: {
  readonly name: string;
  readonly subkind: string | null;
  readonly value: string;
  readonly lang: Lang;
  readonly readOnly: boolean;
  readonly onChange: (value: string) => void;
  readonly onLeave: () => void;
  readonly onInsert: () => void;
}) {
  const t = useWords(editorWords);
  const lang = useLang();
  const id = useId();
  const draft = useDraft({ value, when: 'typing', onCommit: onChange, onLeave });
  const hint = sayBriefHint(lang, name, subkind);
  const token = `{{${name}}}`;
  return (
    <div className={classes.field} data-empty={value.trim() === '' || undefined}>
      <div className={classes.labels}>
        <label htmlFor={id}>{sayBriefLabel(lang, name)}</label>
        <Tooltip label={t('brief.insert', { name: token })}>
          <button
            type="button"
            className={classes.token}
            aria-label={t('brief.insert', { name: token })}
            disabled={readOnly}
            onMouseDown={(event) => event.preventDefault()}
            onClick={onInsert}
          >
            {token}
          </button>
        </Tooltip>
      </div>
      <textarea
        id={id}
        data-brief={name}
        className={classes.input}
        lang={contentLang === 'zh' ? 'zh-CN' : 'en'}
        rows={1}
        maxLength={4000}
        readOnly={readOnly}
        placeholder={t('brief.missing', { hint })}
        title={value === '' ? undefined : hint}
        {...draft}
      />
    </div>
  );
}

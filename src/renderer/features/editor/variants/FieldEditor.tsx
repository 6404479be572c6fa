import { Button } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { adapt } from '../../../../core/adapt/adapt';
import type { Count, OverrideField } from '../../../../core/adapt/types';
import { versionWords } from '../../../../core/words/versions';
import { type Outcome, overridesOf } from '../../../state/adapting/adaptTask';
import { useWords } from '../../../state/StudioProvider';
import { CountLine } from '../../../ui/adapted/CountLine';
import type { Session } from '../session';
import classes from './Variants.module.css';

/** Writes one field of a version by hand, counted as the platform counts. Too long is marked, never cut. */
export function FieldEditor({
  session,
  outcome,
  field,
  text,
  onDone,
}: {
  readonly session: Session;
  readonly outcome: Outcome;
  readonly field: OverrideField;
  readonly text: string;
  readonly onDone: () => void;
}) {
  const t = useWords(versionWords);
  const [draft, setDraft] = useState(text);
  const counts = useDraftCounts(outcome, field, useDeferredValue(draft));
  const named = { field: t(`field.${field}`) };
  const save = async (): Promise<void> => {
    if (draft === text || (await session.override(outcome.task, field, draft))) onDone();
  };
  return (
    <li className={classes.editor}>
      <div className={classes.editorHead}>
        <span className={classes.fieldName}>{named.field}</span>
        <CountLine counts={counts} />
      </div>
      <textarea
        className={classes.input}
        aria-label={t('field.edit', named)}
        title={field === 'tags' ? t('field.tags_hint') : undefined}
        value={draft}
        ref={focusOnce}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') {
            event.stopPropagation();
            onDone();
          }
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        }}
      />
      <div className={classes.editorEnd}>
        <Button size="compact-xs" onClick={onDone}>
          {t('field.cancel')}
        </Button>
        <Button size="compact-xs" variant="filled" onClick={() => void save()}>
          {t('field.save', named)}
        </Button>
      </div>
    </li>
  );
}

const focusOnce = (element: HTMLTextAreaElement | null): void => {
  element?.focus();
};

/** The counts this draft would have, by adapting with it; React puts that off while keys come fast. */
function useDraftCounts(outcome: Outcome, field: OverrideField, draft: string): readonly Count[] {
  return useMemo(() => {
    const { task, source } = outcome;
    const overrides = { ...overridesOf(task.variant), [field]: draft };
    const { counts } = adapt({ source, format: task.pack, voice: task.voice, overrides, theme: task.variant?.theme });
    return counts.filter((one) => one.field === field || (field === 'body' && one.field.startsWith('part ')));
  }, [outcome, field, draft]);
}

import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatFrom, formatKey } from '../../../../core/platforms/ownPacks';
import type { PlatformPack } from '../../../../core/platforms/pack';
import { rulePackWords } from '../../../../core/words/rulePacks';
import { useWords } from '../../../state/StudioProvider';
import { emptyFormat, FormatFields, type FormatText, faultsOf, readForm } from './FormatFields';
import classes from './Rules.module.css';
import { useSaveRules } from './useRules';

/** A format of the team's own on a platform: a few fields now, every rule afterwards. `onDone` hears its id, or null. */
export function AddFormat({
  pack,
  onDone,
}: {
  readonly pack: PlatformPack;
  readonly onDone: (id: string | null) => void;
}) {
  const t = useWords(rulePackWords);
  const save = useSaveRules(pack);
  const [form, setForm] = useState<FormatText>(emptyFormat);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const faults = faultsOf(
    form,
    pack.formats.map(({ id }) => id),
    t,
  );
  const add = async (): Promise<void> => {
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    const format = formatFrom(readForm(form));
    const why = await save({ [formatKey(format.id)]: JSON.stringify(format) });
    setRefused(why);
    if (why === null) onDone(format.id);
  };
  return (
    <form
      className={classes.form}
      aria-label={t('form_format')}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone(null);
      }}
    >
      <h3>{t('form_format')}</h3>
      <FormatFields first form={form} faults={tried ? faults : {}} onChange={setForm} />
      <p className={classes.note}>{t('form_rest')}</p>
      {refused !== null && (
        <p className={classes.fault} role="alert">
          {refused}
        </p>
      )}
      <div className={classes.acts}>
        <Button type="submit" variant="filled">
          {t('form_save')}
        </Button>
        <Button variant="default" onClick={() => onDone(null)}>
          {t('form_cancel')}
        </Button>
      </div>
    </form>
  );
}

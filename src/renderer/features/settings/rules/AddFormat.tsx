import { useState } from 'react';
import { formatFrom, formatKey } from '../../../../core/platforms/ownPacks';
import type { PlatformPack } from '../../../../core/platforms/pack';
import { rulePackWords } from '../../../../core/words/rulePacks';
import { useWords } from '../../../state/StudioProvider';
import { AddForm } from './AddForm';
import { emptyFormat, FormatFields, type FormatText, faultsOf, readForm } from './FormatFields';
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
    <AddForm label={t('form_format')} refused={refused} onAdd={() => void add()} onCancel={() => onDone(null)}>
      <h3>{t('form_format')}</h3>
      <FormatFields first form={form} faults={tried ? faults : {}} onChange={setForm} />
    </AddForm>
  );
}

import { useState } from 'react';
import { formatFrom, formatKey, ownId, ownPlatform, PLATFORM_KEY } from '../../../../core/platforms/ownPacks';
import { rulePackWords } from '../../../../core/words/rulePacks';
import { useStudio, useWords } from '../../../state/StudioProvider';
import { AddForm } from './AddForm';
import { emptyFormat, FormatFields, type FormatText, FormText, faultsOf, readForm } from './FormatFields';
import { useSaveRules } from './useRules';

/** A platform of the team's own with its first format. `onDone` hears its id, or null. */
export function AddPlatform({ onDone }: { readonly onDone: (id: string | null) => void }) {
  const t = useWords(rulePackWords);
  const packs = useStudio((state) => state.packs);
  const today = useStudio((state) => state.boot?.today ?? null);
  const [name, setName] = useState('');
  const [id, setId] = useState('');
  const [url, setUrl] = useState('');
  const [form, setForm] = useState<FormatText>(emptyFormat);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const platform = { id: id.trim(), zh: name.trim(), en: name.trim() };
  const save = useSaveRules(platform);
  const faults = {
    name: name.trim() === '' || name.trim().length > 60 ? t('bad_name') : undefined,
    id: !ownId.safeParse(id.trim()).success
      ? t('bad_id')
      : packs?.has(id.trim())
        ? t('id_taken', { id: id.trim() })
        : undefined,
    url: url.trim() === '' || ownPlatform.shape.publishUrl.safeParse(url.trim()).success ? undefined : t('bad_url'),
  };
  const formatFaults = faultsOf(form, [], t);
  const add = async (): Promise<void> => {
    setTried(true);
    const bad = Object.values(faults).some((fault) => fault !== undefined) || Object.keys(formatFaults).length > 0;
    if (bad || today === null) return;
    const format = formatFrom(readForm(form));
    const head = {
      zh: platform.zh,
      en: platform.en,
      glyph: [...platform.zh][0] ?? '?',
      region: /\p{Script=Han}/u.test(platform.zh) ? 'cn' : 'intl',
      role: 'niche',
      checkedOn: today,
      ...(url.trim() === '' ? {} : { publishUrl: url.trim() }),
    };
    const why = await save({ [PLATFORM_KEY]: JSON.stringify(head), [formatKey(format.id)]: JSON.stringify(format) });
    setRefused(why);
    if (why === null) onDone(platform.id);
  };
  return (
    <AddForm label={t('form_platform')} refused={refused} onAdd={() => void add()} onCancel={() => onDone(null)}>
      <h2>{t('form_platform')}</h2>
      <FormText first label={t('form_name')} value={name} fault={tried ? faults.name : undefined} onChange={setName} />
      <FormText
        label={t('form_id')}
        note={t('form_id_note')}
        value={id}
        fault={tried ? faults.id : undefined}
        onChange={setId}
      />
      <FormText label={t('form_publish')} value={url} fault={tried ? faults.url : undefined} onChange={setUrl} />
      <h3>{t('form_first')}</h3>
      <FormatFields form={form} faults={tried ? formatFaults : {}} onChange={setForm} />
    </AddForm>
  );
}

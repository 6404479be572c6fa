import { useState } from 'react';
import { formatKey } from '../../../../core/platforms/ownPacks';
import type { FormatPack, PlatformPack } from '../../../../core/platforms/pack';
import { rulePackWords } from '../../../../core/words/rulePacks';
import { useWords } from '../../../state/StudioProvider';
import { TextRow } from '../Row';
import classes from './Rules.module.css';
import { useSaveRules } from './useRules';

/** What a format of the team's own is called in both languages. `base`: the format without the team's single values. */
export function FormatNames({ pack, base }: { readonly pack: PlatformPack; readonly base: FormatPack }) {
  const t = useWords(rulePackWords);
  const save = useSaveRules(pack);
  const [fault, setFault] = useState<string | null>(null);
  const set = async (names: Partial<Pick<FormatPack, 'zh' | 'en'>>): Promise<void> => {
    const named = { ...base, ...names };
    const empty = named.zh.trim() === '' || named.en.trim() === '';
    setFault(empty ? t('bad_name') : await save({ [formatKey(base.id)]: JSON.stringify(named) }));
  };
  return (
    <>
      <TextRow label={t('own_format_zh')} value={base.zh} max={60} onSave={(zh) => void set({ zh })} />
      <TextRow label={t('own_format_en')} value={base.en} max={60} onSave={(en) => void set({ en })} />
      {fault !== null && (
        <p className={classes.fault} role="alert">
          {fault}
        </p>
      )}
    </>
  );
}

import { useState } from 'react';
import { roles } from '../../../../core/model/records';
import { type OwnPlatform, ownPlatform, PLATFORM_KEY } from '../../../../core/platforms/ownPacks';
import type { PlatformPack } from '../../../../core/platforms/pack';
import { kindWords } from '../../../../core/words/kinds';
import { rulePackWords } from '../../../../core/words/rulePacks';
import { useWords } from '../../../state/StudioProvider';
import { ChoiceRow, TextRow } from '../Row';
import classes from './Rules.module.css';
import { useSaveRules } from './useRules';

/** Names, letter, role and publishing page of a platform of the team's own, changed in place like any other value. */
export function OwnHead({ pack }: { readonly pack: PlatformPack }) {
  const t = useWords(rulePackWords);
  const k = useWords(kindWords);
  const save = useSaveRules(pack);
  const [fault, setFault] = useState<string | null>(null);
  const set = async (change: Partial<OwnPlatform>, wrong: string): Promise<void> => {
    const { zh, en, glyph, region, role, checkedOn, publishUrl } = pack;
    const now = { zh, en, glyph, region, role, checkedOn, ...(publishUrl === undefined ? {} : { publishUrl }) };
    const head = ownPlatform.safeParse({ ...now, ...change });
    setFault(head.success ? await save({ [PLATFORM_KEY]: JSON.stringify(head.data) }) : wrong);
  };
  return (
    <section aria-label={t('own_head')}>
      <TextRow label={t('own_zh')} value={pack.zh} max={60} onSave={(zh) => void set({ zh }, t('bad_name'))} />
      <TextRow label={t('own_en')} value={pack.en} max={60} onSave={(en) => void set({ en }, t('bad_name'))} />
      <TextRow
        label={t('own_glyph')}
        note={t('own_glyph_note')}
        value={pack.glyph}
        max={2}
        onSave={(glyph) => void set({ glyph: glyph.trim() }, t('bad_glyph'))}
      />
      <ChoiceRow
        label={t('own_role')}
        value={pack.role}
        options={roles.map((role) => ({ value: role, label: k(`role.${role}`) }))}
        onSave={(value) => {
          const role = roles.find((one) => one === value);
          if (role !== undefined) void set({ role }, '');
        }}
      />
      <TextRow
        label={t('form_publish')}
        value={pack.publishUrl ?? ''}
        max={2_000}
        onSave={(url) => void set({ publishUrl: url.trim() === '' ? undefined : url.trim() }, t('bad_url'))}
      />
      {fault !== null && fault !== '' && (
        <p className={classes.fault} role="alert">
          {fault}
        </p>
      )}
    </section>
  );
}

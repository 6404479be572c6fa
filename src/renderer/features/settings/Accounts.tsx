import { Button } from '@mantine/core';
import { useState } from 'react';
import { themeIdOf, themeIds } from '../../../core/article/themes';
import { type Account, langs, roles } from '../../../core/model/records';
import type { Role } from '../../../core/model/vocabulary';
import { createOp } from '../../../core/plan/ops';
import { formatsOf } from '../../../core/platforms/registry';
import { themeWords } from '../../../core/words/article';
import { kindWords, sayRole } from '../../../core/words/kinds';
import { settingsWords } from '../../../core/words/settings';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { PlatformTile } from '../../ui/PlatformTile';
import { AccountCadence } from './AccountCadence';
import { MasterDetail } from './MasterDetail';
import { ChoiceRow, NumberRow, Row, TextRow } from './Row';
import classes from './Settings.module.css';
import { useRecordEdit } from './useRecordEdit';
import { VoiceRows } from './VoiceRows';

/** The accounts of the matrix: one row each. A closed one leaves the matrix and keeps its past. */
export function Accounts() {
  const t = useWords(settingsWords);
  const lang = useLang();
  const unsorted = useStudio((state) => state.outline?.account ?? none);
  const accounts = unsorted.toSorted(inMatrixOrder);
  const packs = useStudio((state) => state.packs);
  const roleName = useRoleName();
  const act = useStudio((state) => state.act);
  const [wanted, setWanted] = useState<string | null>(null);
  const chosen = accounts.find(({ id }) => id === wanted) ?? accounts[0] ?? null;
  const add = async (): Promise<void> => {
    const id = crypto.randomUUID();
    const platform = [...(packs?.keys() ?? [])][0] ?? 'weibo';
    const draft = { platform, name: t('accounts.new_name'), role: packs?.get(platform)?.role ?? 'traffic', lang };
    const made = await act('change.make', {
      label: { code: 'account_edit', params: { title: draft.name } },
      ops: [createOp('account', id, draft)],
    });
    if (made !== null) setWanted(id);
  };
  return (
    <MasterDetail
      label={t('accounts.list')}
      items={accounts.map((account) => ({
        id: account.id,
        name: account.name,
        note: `${packs?.get(account.platform)?.[lang] ?? account.platform} · ${account.closed ? t('accounts.closed') : roleName(account.role)}`,
        mark: <PlatformTile glyph={packs?.get(account.platform)?.glyph ?? '?'} />,
        faded: account.closed,
      }))}
      chosen={chosen?.id ?? null}
      onChoose={setWanted}
      addLabel={t('accounts.add')}
      onAdd={() => void add()}
      empty={t(accounts.length === 0 ? 'accounts.none' : 'accounts.pick')}
    >
      {chosen !== null && <AccountForm key={chosen.id} account={chosen} />}
    </MasterDetail>
  );
}

const none: readonly never[] = [];

/** A role as the matrix calls it: by the team's own name where it has one. */
function useRoleName(): (role: Role) => string {
  const lang = useLang();
  const own = useStudio((state) => state.outline?.workspace[0]?.roleNames);
  return (role) => own?.[role] ?? sayRole(lang, role);
}

/** By role, then as the matrix orders its rows; closed ones last. */
const inMatrixOrder = (a: Account, b: Account): number =>
  Number(a.closed) - Number(b.closed) ||
  roles.indexOf(a.role) - roles.indexOf(b.role) ||
  (a.order < b.order ? -1 : a.order > b.order ? 1 : 0);

function AccountForm({ account }: { readonly account: Account }) {
  const t = useWords(settingsWords);
  const k = useWords(kindWords);
  const w = useWords(themeWords);
  const lang = useLang();
  const packs = useStudio((state) => state.packs);
  const personas = useStudio((state) => state.outline?.persona ?? none);
  const roleName = useRoleName();
  const edit = useRecordEdit('account', account.id, 'account_edit', account.name);
  const pack = packs?.get(account.platform);
  const formats = pack === undefined ? [] : formatsOf([pack]);
  return (
    <>
      <TextRow label={t('accounts.name')} value={account.name} max={100} onSave={(name) => edit.set('name', name)} />
      <TextRow
        label={t('accounts.handle')}
        value={account.handle}
        max={100}
        onSave={(handle) => edit.set('handle', handle)}
      />
      <ChoiceRow
        label={t('accounts.platform')}
        value={account.platform}
        options={[...(packs?.values() ?? [])].map((one) => ({ value: one.id, label: one[lang] }))}
        onSave={(platform) => edit.set('platform', platform)}
      />
      <ChoiceRow
        label={t('accounts.role')}
        value={account.role}
        options={roles.map((role) => ({ value: role, label: roleName(role) }))}
        note={k(`role_note.${account.role}`)}
        onSave={(role) => edit.set('role', role)}
      />
      <ChoiceRow
        label={t('accounts.persona')}
        value={account.personaId ?? ''}
        options={[
          { value: '', label: t('accounts.no_persona') },
          ...personas.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onSave={(id) => edit.set('personaId', id === '' ? null : id)}
      />
      <ChoiceRow
        label={t('accounts.lang')}
        value={account.lang}
        options={langs.map((one) => ({ value: one, label: k(`lang.${one}`) }))}
        onSave={(one) => edit.set('lang', one)}
      />
      <ChoiceRow
        label={t('accounts.format')}
        value={account.defaultFormat ?? ''}
        options={[
          { value: '', label: t('accounts.no_format') },
          ...formats.map(({ ref, format }) => ({ value: ref, label: format[lang] })),
        ]}
        onSave={(ref) => edit.set('defaultFormat', ref === '' ? null : ref)}
      />
      <NumberRow
        label={t('accounts.capacity')}
        value={account.weeklyCapacity}
        max={200}
        note={t('accounts.capacity_note')}
        onSave={(weekly) => edit.set('weeklyCapacity', weekly ?? 0)}
      />
      <AccountCadence account={account} />
      {formats.some(({ format }) => format.markup === 'wechat_html') && (
        <ChoiceRow
          label={w('label')}
          value={themeIdOf(account.theme)}
          options={themeIds.map((theme) => ({ value: theme, label: `${w(theme)} · ${w(`${theme}.note`)}` }))}
          note={w('account.note')}
          onSave={(theme) => edit.set('theme', theme)}
        />
      )}
      <VoiceRows account={account} />
      <Row label={t(account.closed ? 'accounts.closed' : 'accounts.close')} note={t('accounts.closed_note')}>
        <Button className={classes.act ?? ''} onClick={() => edit.set('closed', !account.closed)}>
          {t(account.closed ? 'accounts.reopen' : 'accounts.close')}
        </Button>
      </Row>
    </>
  );
}

import type { Account } from '../../../core/model/records';
import { cadenceWords } from '../../../core/words/cadence';
import { useStudio, useWords } from '../../state/StudioProvider';
import { HoursRow } from './HoursRow';
import { ChoiceRow, NumberRow } from './Row';
import { useRecordEdit } from './useRecordEdit';

/** One account's own gap and quiet hours, where it has some. */
export function AccountCadence({ account }: { readonly account: Account }) {
  const t = useWords(cadenceWords);
  const team = useStudio((state) => state.outline?.workspace[0] ?? null);
  const act = useStudio((state) => state.act);
  const edit = useRecordEdit('account', account.id, 'account_edit', account.name);
  if (team === null) return null;
  const isOwn = account.quietFrom !== null && account.quietTo !== null;
  const { quietFrom, quietTo } = team;
  const hasTeam = quietFrom !== null && quietTo !== null && quietFrom !== quietTo;
  /** Both ends in one change: half of the hours would be none. */
  const setBoth = (own: boolean): void => {
    const values = { quietFrom: own ? (quietFrom ?? '23:00') : null, quietTo: own ? (quietTo ?? '07:00') : null };
    void act('change.make', {
      label: { code: 'account_edit', params: { title: account.name } },
      ops: Object.entries(values).map(([register, value]) => ({
        kind: 'set' as const,
        type: 'account' as const,
        id: account.id,
        register,
        value,
      })),
    });
  };
  return (
    <>
      <NumberRow
        label={t('account.gap')}
        value={account.quietGap}
        unit={t('minutes')}
        note={t('account.gap_note', { minutes: team.quietGap })}
        max={10_080}
        empty
        onSave={(minutes) => edit.set('quietGap', minutes)}
      />
      <ChoiceRow
        label={t('account.hours')}
        value={isOwn ? 'own' : 'team'}
        options={[
          {
            value: 'team',
            label: hasTeam ? t('account.team', { from: quietFrom, to: quietTo }) : t('account.team_none'),
          },
          { value: 'own', label: t('account.own') },
        ]}
        onSave={(choice) => setBoth(choice === 'own')}
      />
      {isOwn && <HoursRow label="" from={account.quietFrom} to={account.quietTo} onSave={edit.set} />}
    </>
  );
}

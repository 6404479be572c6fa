import { noFilter } from '../../../core/schedule/filter';
import { lanesOf } from '../../../core/schedule/lanes';
import { proposeWords } from '../../../core/words/propose';
import { accountName } from '../../state/accountName';
import { useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { CheckList } from './CheckList';
import classes from './Form.module.css';
import { sayRole } from './names';
import type { DraftProps } from './ProposeForm';

/** On which accounts, lane by lane. */
export function AccountPick({ draft, setDraft }: DraftProps) {
  const t = useWords(proposeWords);
  const studio = useStudioHandle();
  const outline = useStudio((state) => state.outline);
  const lanes = lanesOf(outline?.account ?? [], outline?.workspace[0], noFilter);
  const all = lanes.reduce((sum, { accounts }) => sum + accounts.length, 0);
  return (
    <fieldset className={classes.group}>
      <legend>{t('accounts')}</legend>
      <CheckList
        summary={t('accounts.chosen', { count: draft.accountIds.size, all })}
        groups={lanes.map((lane) => ({
          id: lane.role,
          label: lane.name ?? sayRole(studio.getState(), lane.role),
          rows: lane.accounts.map((account) => ({
            id: account.id,
            label: <span>{accountName(studio.getState(), account.id)}</span>,
          })),
        }))}
        chosen={draft.accountIds}
        onChange={(accountIds) => setDraft((now) => ({ ...now, accountIds }))}
      />
    </fieldset>
  );
}

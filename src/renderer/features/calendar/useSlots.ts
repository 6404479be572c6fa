import { useMemo } from 'react';
import { rowPasses } from '../../../core/schedule/filter';
import { useAccounts } from '../../state/plan';
import { useStudio } from '../../state/StudioProvider';
import { type OpenSlot, useOpenSlots } from '../../state/series';

/** Dates of series that wait, of the accounts that the filters leave: those the matrix shows as rows. */
export function useSlots(): readonly OpenSlot[] {
  const slots = useOpenSlots();
  const accounts = useAccounts();
  const filter = useStudio((state) => state.filter);
  return useMemo(
    () =>
      slots.filter(({ series }) => {
        const account = accounts.get(series.accountId ?? '');
        return account !== undefined && !account.closed && rowPasses(account, filter);
      }),
    [slots, accounts, filter],
  );
}

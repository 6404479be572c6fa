import { viewRecord } from '../../../src/core/model/record';
import { type Account, type RecordView, records } from '../../../src/core/model/records';
import type { Planned } from '../../../src/core/schedule/planned';
import { type WallTime, wallDate } from '../../../src/core/time/wall';

/** Builders of a small plan: an account and a placement on it, with what a test does not care about filled in. */

export const TODAY = wallDate('2026-10-09');

export const anAccount = (given: Partial<Account> & { readonly id: string }): Account => ({
  ...viewRecord(records.account, given.id, {}, {}),
  ...given,
});

export const aPlacement = (given: Partial<Planned> & { readonly id: string }): Planned => ({
  pieceId: 'piece',
  accountId: 'weibo',
  format: 'weibo/post',
  day: TODAY,
  time: '20:00' as WallTime,
  outcome: 'planned',
  pieceState: 'ready',
  kind: 'scene',
  title: given.id,
  campaignId: null,
  ...given,
});

export const aRecord = <T extends 'campaign' | 'phase' | 'wave' | 'occasion'>(
  type: T,
  given: Partial<RecordView<T>> & { readonly id: string },
): RecordView<T> => ({ ...viewRecord(records[type], given.id, {}, {}), ...given }) as RecordView<T>;

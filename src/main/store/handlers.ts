import type { calls } from '../../contract/calls';
import type { HandlersOf } from './handlers/answering';
import { assetHandlers } from './handlers/assets';
import { bringingHandlers } from './handlers/bringing';
import { cascadeHandlers } from './handlers/cascades';
import { keepingHandlers } from './handlers/keeping';
import { mergingHandlers } from './handlers/merging';
import { openingHandlers } from './handlers/opening';
import { pieceHandlers } from './handlers/pieces';
import { planHandlers } from './handlers/plan';
import { reviewHandlers } from './handlers/review';
import { versionHandlers } from './handlers/versions';

export type StoreHandlers = HandlersOf<typeof calls>;

/** One handler per call the store answers, a file for each table of `contract/calls`. */
export const storeHandlers: StoreHandlers = {
  ...pieceHandlers,
  ...bringingHandlers,
  ...planHandlers,
  ...cascadeHandlers,
  ...versionHandlers,
  ...assetHandlers,
  ...keepingHandlers,
  ...openingHandlers,
  ...mergingHandlers,
  ...reviewHandlers,
};

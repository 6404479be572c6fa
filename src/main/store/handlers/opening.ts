import type { openingCalls } from '../../../contract/calls/opening';
import { chosen, type HandlersOf } from './answering';
import { late } from './late';

export const openingHandlers: HandlersOf<typeof openingCalls> = {
  'file.look': async (store, _input, path) => (await late.lookAtFile()).lookAtFile(store, chosen(path)),
};

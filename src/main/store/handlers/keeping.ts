import type { keepingCalls } from '../../../contract/calls/keeping';
import { listBackups, makeBackup } from '../files/backups';
import { historyState, redo, undo } from '../history/undo';
import { change, chosen, type HandlersOf } from './answering';
import { late } from './late';

export const keepingHandlers: HandlersOf<typeof keepingCalls> = {
  'change.make': (store, { label, ops }) => ({ changed: change(store, label, ops) }),

  'history.state': ({ db }) => historyState(db),
  'history.undo': (store, { after }) => {
    const { step, made } = undo(store.db, store.clock, after);
    store.tell(made, 'undo');
    return step;
  },
  'history.redo': (store, { after }) => {
    const { step, made } = redo(store.db, store.clock, after);
    store.tell(made, 'redo');
    return step;
  },

  'export.preview': async (store, { choice }) => (await late.exports()).previewExport(store, choice),
  'export.pictures': async (store, { choice }) => (await late.exports()).exportPictures(store, choice),
  'export.prints': async (store, { choice }) => (await late.exports()).exportPrints(store, choice),
  'export.write': async (store, { choice, job }, path) =>
    (await late.exports()).writeExport(store, choice, chosen(path), job ?? null),
  'export.cancel': (store, { job }) => {
    store.stoppedExports.add(job);
    return null;
  },

  'backup.list': ({ folder }) => listBackups(folder),
  'backup.make': ({ db, clock, folder, binding }) => makeBackup(db, folder, 'manual', clock.now(), binding),
  'backup.restore': async (store, { name }) => (await late.restore()).restoreBackup(store, name),
};

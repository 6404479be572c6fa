import type { bringingCalls } from '../../../contract/calls/bringing';
import type { SheetChoice } from '../../../core/sheets/sheetRows';
import { change, chosen, chosenAll, type HandlersOf } from './answering';
import { late } from './late';

export const bringingHandlers: HandlersOf<typeof bringingCalls> = {
  'import.start': async ({ imports }, _input, path) => (await imports.desk()).start(chosenAll(path)),
  'import.state': async ({ imports }) => (imports.isOpen() ? (await imports.desk()).state() : null),
  'import.remap': async ({ imports }, { job, path, sheet, choice }) =>
    (await imports.desk()).remap(job, { path, sheet, choice: withoutUndefined(choice) as SheetChoice }),
  'import.rows': async ({ imports }, input) => (await imports.desk()).rows(input),
  'import.row': async ({ imports }, { job, index }) => (await imports.desk()).row(job, index),
  'import.cancel': async ({ imports }, { job }) => {
    (await imports.desk()).cancel(job);
    return null;
  },
  'import.apply': async ({ imports }, { job, choice }) => (await imports.desk()).apply(job, choice),

  'occasion.read': async (store, _input, path) => (await late.occasionFiles()).readFile(store, chosen(path)).file,
  'occasion.take': async (store, _input, path) => {
    const { file, ops } = (await late.occasionFiles()).readFile(store, chosen(path));
    change(store, { code: 'occasion_import', params: { count: file.added.length + file.changed.length } }, ops);
    return file;
  },
};

const withoutUndefined = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined));

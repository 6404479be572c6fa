import type { CallName } from './calls';
import type { EventName } from './index';

/**
 * The names that may cross the hatch, without the schemas: the sandboxed preload carries this list and nothing else.
 * `test/contract/names.test.ts` holds it equal to the table of calls.
 */
export const bridgeCalls = [
  'studio.boot',
  'studio.configure',
  'studio.reveal',
  'studio.browse',
  'studio.copy',
  'workspace.open_sample',
  'workspace.create',
  'workspace.open',
  'workspace.import',
  'dialog.open_file',
  'dialog.choose_folder',
  'dialog.save_file',
  'plan.outline',
  'change.make',
  'piece.list',
  'piece.ids',
  'piece.counts',
  'piece.tray',
  'piece.open',
  'piece.create',
  'piece.write',
  'piece.duplicate',
  'piece.bulk',
  'piece.export',
  'piece.purge_preview',
  'piece.purge',
  'trash.state',
  'import.start',
  'import.state',
  'import.remap',
  'import.rows',
  'import.row',
  'import.cancel',
  'import.apply',
  'piece.import',
  'piece.history',
  'piece.point',
  'piece.restore',
  'piece.make_sibling',
  'piece.link',
  'piece.unlink',
  'piece.compare',
  'recovery.state',
  'recovery.settle',
  'template.list',
  'template.save',
  'placement.range',
  'placement.reports',
  'placement.plan',
  'placement.move',
  'placement.remove',
  'placement.settle',
  'variant.override',
  'asset.import',
  'asset.add',
  'history.state',
  'history.undo',
  'history.redo',
  'export.preview',
  'export.write',
  'backup.list',
  'backup.make',
  'backup.restore',
] as const satisfies readonly CallName[];

export const bridgeEvents = [
  'changed',
  'switched',
  'trouble',
  'command',
  'importing',
] as const satisfies readonly EventName[];

/** The only channels between the processes. Paths of dropped files go through one of their own, which no call can name. */
export const CALL_CHANNEL = 'studio:call';
export const EVENT_CHANNEL = 'studio:event';
export const DROP_CHANNEL = 'studio:drop';

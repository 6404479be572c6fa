export { fillQuickly } from './filling';

import { firstState, openStudioFile } from '../../src/main/studio-file';

/** What the store's measurements touch, in one bundle. */
export { docText } from '../../src/core/model/docText';
export { makeStamp } from '../../src/core/model/stamp';
export { applyOp, createOp, draftOf } from '../../src/core/plan/ops';
export { emptyFilter } from '../../src/core/search/emptyFilter';
export { openDatabase } from '../../src/main/store/database';
export { makeChange } from '../../src/main/store/history/changes';
export { pieceHistory } from '../../src/main/store/history/history';
export { conditionsOf } from '../../src/main/store/library/conditions';
export { refreshSearch } from '../../src/main/store/library/indexing';
export { listPieces } from '../../src/main/store/library/library';
export { matchOf } from '../../src/main/store/library/match';
export { searchRows } from '../../src/main/store/library/searching';
export { openPiece } from '../../src/main/store/pieces/pieces';
export { placementCards, placementsBetween } from '../../src/main/store/plan/placements';
export { readView, rowToView, writeState, writeVersion } from '../../src/main/store/rows';
export { createStore } from '../../src/main/store/store';
export { closeWorkspace, openWorkspace, startBlank } from '../../src/main/store/workspace';

/** Makes the studio open this workspace at its next start. */
export function rememberWorkspace(dataFolder: string, key: string): void {
  const file = openStudioFile(dataFolder, firstState('zh'));
  const entry = { key, name: key, sample: false, openedAt: 1 };
  file.set({ current: key, workspaces: [entry] });
}

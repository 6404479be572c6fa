import type { Lang, Workspace } from '../../../core/model/records';
import { type PieceKind, pieceKinds, type Role } from '../../../core/model/vocabulary';
import type { Op } from '../../../core/plan/ops';
import { moveRole, renameRole } from '../../../core/schedule/laneOrder';
import type { Lane } from '../../../core/schedule/lanes';
import { sayRole } from '../../../core/words/kinds';
import { matrixWords } from '../../../core/words/matrix';
import { say } from '../../../core/words/say';
import type { Studio } from '../../state/studio';

/** What a team changes about its lanes: their names, their order, and how much of each kind it wants. */

export const nameOf = (lang: Lang, lane: Lane): string => lane.name ?? sayRole(lang, lane.role);

const workspaceOf = (studio: Studio): Workspace | undefined => studio.getState().outline?.workspace[0];

export async function renameLane(studio: Studio, lane: Lane, name: string): Promise<void> {
  const { act, settings } = studio.getState();
  const workspace = workspaceOf(studio);
  const usual = sayRole(settings.lang, lane.role);
  const op = workspace === undefined ? null : renameRole(workspace, lane.role, name, usual);
  const title = name.trim() === '' ? usual : name.trim();
  if (op !== null) await act('change.make', { label: { code: 'lane_rename', params: { title } }, ops: [op] });
}

/** Up (-1) or down (1) past the next lane on screen. At the end of the matrix it stays. */
export async function moveLane(studio: Studio, lanes: readonly Lane[], role: Role, steps: -1 | 1): Promise<void> {
  const { act, settings, announce } = studio.getState();
  const workspace = workspaceOf(studio);
  const place = lanes.findIndex((lane) => lane.role === role);
  const lane = lanes[place];
  if (workspace === undefined || lane === undefined) return;
  const shown = lanes.map((one) => one.role);
  const ops = moveRole(workspace, role, steps, shown);
  if (ops === null) return;
  const title = nameOf(settings.lang, lane);
  const done = await act('change.make', { label: { code: 'lane_move', params: { title } }, ops: [...ops] });
  if (done === null) return;
  const words = { lane: title, place: place + steps + 1, count: lanes.length };
  announce(say(matrixWords, settings.lang, 'lane.moved', words));
}

/** Sets the kinds' shares in percent, as one change. */
export async function setTargets(studio: Studio, targets: Readonly<Record<PieceKind, number>>): Promise<void> {
  const workspace = workspaceOf(studio);
  if (workspace === undefined) return;
  const ops = pieceKinds.flatMap((kind): readonly Op[] =>
    (workspace.kindTargets[kind] ?? 0) === targets[kind]
      ? []
      : [{ kind: 'set', type: 'workspace', id: workspace.id, register: `kindTargets.${kind}`, value: targets[kind] }],
  );
  if (ops.length > 0)
    await studio.getState().act('change.make', { label: { code: 'kind_targets', params: {} }, ops: [...ops] });
}

import type { Outline } from '../../../contract';
import { createOp } from '../../../core/plan/ops';
import { opensPlan, type PlanSetup, printPlanSetup, readPlanSetup, withOpens } from '../../../core/schedule/savedView';
import { libraryWords } from '../../../core/words/library';
import { say } from '../../../core/words/say';
import type { Studio, StudioState } from '../studio';

/** Saved views of the plan, shared by matrix and calendar. Each change of them is one step of undo. */

export type PlanView = Outline['view'][number];
const SCREEN = 'plan';

export const planViewsOf = (outline: Outline | null): readonly PlanView[] =>
  (outline?.view ?? [])
    .filter(({ screen }) => screen === SCREEN)
    .toSorted((a, b) => (a.order === b.order ? (a.id < b.id ? -1 : 1) : a.order < b.order ? -1 : 1));

export const setupOf = ({ filter, zoom }: Pick<StudioState, 'filter' | 'zoom'>): PlanSetup => ({ filter, zoom });

/** Shows the plan as the view keeps it. */
export function showPlanView(studio: Pick<Studio, 'getState'>, view: PlanView): void {
  const { filter, zoom } = readPlanSetup(view.filter);
  const { setFilter, setZoom, setPlanView } = studio.getState();
  setFilter(filter);
  setZoom(zoom);
  setPlanView(view.id);
}

export async function keepPlanView(studio: Studio, name: string): Promise<void> {
  const state = studio.getState();
  const id = `w_${crypto.randomUUID()}`;
  const last = planViewsOf(state.outline).at(-1)?.order ?? '';
  const draft = { name, screen: SCREEN, filter: printPlanSetup(setupOf(state)), order: `${last || 'n'}n`.slice(-200) };
  const made = await state.act('change.make', {
    label: { code: 'view_save', params: { name } },
    ops: [createOp('view', id, draft)],
  });
  if (made === null) return;
  state.setPlanView(id);
  tell(studio, 'done.view_save', name);
}

export async function updatePlanView(studio: Studio, view: PlanView): Promise<void> {
  const setup = withOpens(printPlanSetup(setupOf(studio.getState())), opensPlan(view.filter));
  if (await edit(studio, view, 'filter', setup)) tell(studio, 'done.view_update', view.name);
}

export async function renamePlanView(studio: Studio, view: PlanView, name: string): Promise<void> {
  if (name !== view.name && (await edit(studio, { ...view, name }, 'name', name)))
    tell(studio, 'done.view_rename', name);
}

/** Makes the view the one the plan opens with, or takes that back; of several that are, the first counts. One step of undo. */
export async function openPlanWith(studio: Studio, view: PlanView, opens: boolean): Promise<void> {
  const { act, outline } = studio.getState();
  const changes = planViewsOf(outline)
    .map(({ id, filter }) => ({ id, filter, wanted: id === view.id ? opens : !opens && opensPlan(filter) }))
    .filter(({ filter, wanted }) => opensPlan(filter) !== wanted);
  const made = await act('change.make', {
    label: { code: 'view_edit', params: { name: view.name } },
    ops: changes.map(({ id, filter, wanted }) => ({
      kind: 'set',
      type: 'view',
      id,
      register: 'filter',
      value: withOpens(filter, wanted),
    })),
  });
  if (made !== null) tell(studio, opens ? 'done.view_opens' : 'done.view_opens_not', view.name);
}

/** Shows what the plan opens with, if a view was chosen for that. */
export function showOpeningView(studio: Pick<Studio, 'getState'>): void {
  const view = planViewsOf(studio.getState().outline).find(({ filter }) => opensPlan(filter));
  if (view !== undefined) showPlanView(studio, view);
}

export async function deletePlanView(studio: Studio, { id, name }: PlanView): Promise<void> {
  const { act, planView, setPlanView } = studio.getState();
  const made = await act('change.make', {
    label: { code: 'view_delete', params: { name } },
    ops: [{ kind: 'delete', type: 'view', id }],
  });
  if (made === null) return;
  if (planView === id) setPlanView(null);
  tell(studio, 'done.view_delete', name);
}

async function edit(studio: Studio, { id, name }: PlanView, register: 'name' | 'filter', value: string) {
  const made = await studio.getState().act('change.make', {
    label: { code: 'view_edit', params: { name } },
    ops: [{ kind: 'set', type: 'view', id, register, value }],
  });
  return made !== null;
}

type Done =
  | 'done.view_opens'
  | 'done.view_opens_not'
  | 'done.view_save'
  | 'done.view_update'
  | 'done.view_rename'
  | 'done.view_delete';

function tell(studio: Studio, word: Done, name: string): void {
  const { notify, announce, settings } = studio.getState();
  const message = say(libraryWords, settings.lang, word, { name });
  notify({ message, undo: true });
  announce(message);
}

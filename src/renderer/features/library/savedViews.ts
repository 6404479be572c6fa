import type { Outline } from '../../../contract';
import { createOp } from '../../../core/plan/ops';
import { START } from '../../state/library';
import { nothingPicked } from '../../state/picked';
import type { Studio } from '../../state/studio';
import { tell } from './actions';
import { plainSetup, printSetup, readSetup, type Setup } from './setup';

export type SavedView = Outline['view'][number];

/** The library's own saved views, in the order they were made. */
export const viewsOf = (outline: Outline | null): readonly SavedView[] =>
  (outline?.view ?? [])
    .filter(({ screen }) => screen === 'library')
    .toSorted((a, b) => (a.order === b.order ? (a.id < b.id ? -1 : 1) : a.order < b.order ? -1 : 1));

/** Shows a saved view as it was kept; null shows all pieces. */
export function showView(studio: Studio, view: SavedView | null, plain = plainSetup): void {
  const { filter, layout } = view === null ? plain : readSetup(view.filter);
  studio.getState().setLibrary({
    filter,
    layout,
    viewId: view?.id ?? null,
    asked: null,
    cursor: START,
    anchor: null,
    picked: nothingPicked,
    scroll: [],
  });
}

/** Each of these is one step of undo, named after the view. */
export async function saveView(studio: Studio, name: string, setup: Setup): Promise<void> {
  const { act, outline, setLibrary } = studio.getState();
  const id = `w_${crypto.randomUUID()}`;
  const last = viewsOf(outline).at(-1)?.order ?? '';
  const draft = { name, screen: 'library', filter: printSetup(setup), order: `${last || 'n'}n`.slice(-200) };
  const made = await act('change.make', {
    label: { code: 'view_save', params: { name } },
    ops: [createOp('view', id, draft)],
  });
  if (made === null) return;
  setLibrary({ viewId: id });
  tell(studio, 'done.view_save', { name }, true);
}

export async function updateView(studio: Studio, view: SavedView, setup: Setup): Promise<void> {
  if (await edit(studio, view, 'filter', printSetup(setup)))
    tell(studio, 'done.view_update', { name: view.name }, true);
}

export async function renameView(studio: Studio, view: SavedView, name: string): Promise<void> {
  if (name !== view.name && (await edit(studio, { ...view, name }, 'name', name)))
    tell(studio, 'done.view_rename', { name }, true);
}

export async function deleteView(studio: Studio, view: SavedView): Promise<void> {
  const { act, setLibrary, library } = studio.getState();
  const { id, name } = view;
  const made = await act('change.make', {
    label: { code: 'view_delete', params: { name } },
    ops: [{ kind: 'delete', type: 'view', id }],
  });
  if (made === null) return;
  // The pieces stay as they are listed; only the name for it is gone.
  if (library.viewId === id) setLibrary({ viewId: null });
  tell(studio, 'done.view_delete', { name }, true);
}

async function edit(studio: Studio, { id, name }: SavedView, register: 'name' | 'filter', value: string) {
  const made = await studio.getState().act('change.make', {
    label: { code: 'view_edit', params: { name } },
    ops: [{ kind: 'set', type: 'view', id, register, value }],
  });
  return made !== null;
}

import type { Studio } from '../../state/studio';
import type { Desk, DeskStore } from './desk';

/** Lets a proposed post go where the arrow keys brought it. What a rule forbids is told, and stays in hand. */
export async function dropProposed(
  studio: Studio,
  desk: DeskStore,
  moving: NonNullable<Desk['moving']>,
): Promise<void> {
  const { load, target } = moving;
  if (load.kind !== 'piece' || load.proposed === undefined) return;
  const stands = await studio.getState().moveProposed(load.proposed.key, target);
  if (!stands || desk.getState().moving !== moving) return;
  desk.getState().setMoving(null);
  // Back in the list, on the post it was about: there it says why it stands where it does.
  document.querySelector<HTMLElement>(`[data-takes="${load.pieceId} ${target.accountId}"]`)?.focus();
}

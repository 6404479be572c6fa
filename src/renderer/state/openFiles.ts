import type { Chosen, FileLook } from '../../contract';
import { isCalendarFile } from '../../core/importing/calendarFile';
import type { FileKind } from '../../core/plan/file/fileExtensions';
import type { StudioState } from './studio';

type State = () => StudioState;
type Opener = (state: State, chosen: Chosen, look: FileLook) => Promise<void>;

async function compare(state: State, token: string): Promise<void> {
  const { act, go } = state();
  if ((await act('plan.compare', { token })) !== null) go({ screen: 'merge' });
}

/** A copy of this plan goes over the dry run; another workspace's is looked at, and may be opened on its own. */
const openPlan: Opener = async (state, { token }, { mine }) => {
  if (!mine) return state().startImport(token);
  await compare(state, token);
};

/** What calls itself a plan and cannot be read as one is told as such, and why. */
const openBroken: Opener = (state, { token }) => compare(state, token);

/** A review is somebody else's, whatever workspace it is of; marks and slips are refused by their reader where they do not belong. */
const openTask =
  (kind: 'review' | 'marks' | 'slip'): Opener =>
  async (state, { token }) =>
    state().go({ screen: 'marks', task: { kind, token } });

/** What each kind of file of the studio is opened by; kinds without a screen of their own go to the import. */
const openers: { readonly [K in FileKind]?: Opener } = {
  plan: openPlan,
  review: openTask('review'),
  marks: openTask('marks'),
  slip: openTask('slip'),
};

/**
 * The one way in for whatever was dropped, chosen or double-clicked. A single file is looked at, by its content: files of
 * the studio go to their own screens, a team's calendar to where its days are kept, anything else to the import.
 */
export async function openFiles(state: State, chosen: Chosen): Promise<void> {
  const { act, openOccasions, startImport } = state();
  if (chosen.count > 1) return startImport(chosen.token);
  if (isCalendarFile(chosen.name)) return openOccasions({ file: chosen.token });
  const look = await act('file.look', { token: chosen.token });
  if (look === null) return;
  const open = look.kind !== null ? openers[look.kind] : /\.juzhen$/i.test(look.name) ? openBroken : undefined;
  await (open === undefined ? startImport(chosen.token) : open(state, chosen, look));
}

/** Opens what the studio was handed from outside, if anything. */
export async function openArrived(state: State): Promise<void> {
  const chosen = await state().act('studio.arrived', {});
  if (chosen !== null) await openFiles(state, chosen);
}

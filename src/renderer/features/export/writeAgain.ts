import type { ExportProgress } from '../../../contract';
import { periodOf } from '../../../core/schedule/days';
import { exportWords } from '../../../core/words/export';
import { say } from '../../../core/words/say';
import { againWords } from '../../../core/words/writeAgain';
import { keyCaps } from '../../commands/keys';
import { anchorOf, weekStartOf } from '../../state/plan';
import type { StudioState } from '../../state/studio';
import { browserWorld } from '../../state/world';
import { choiceOf, firstView, nothingSeen, wrongWith } from './exportView';
import { readSetup } from './setup';

/** The export that is on its way from here; one at a time. */
let running: { readonly job: ExportProgress['job']; stopped: boolean } | null = null;

/**
 * Writes what was exported last once more, into the folder of before: days that follow the calendar are those of now.
 * While it writes, the same stops it. Where nothing was exported yet, the export screen opens and says how.
 */
export async function writeAgain(state: StudioState): Promise<void> {
  const { act, notify, announce, outline, boot, zoom } = state;
  const { lang } = state.settings;
  const keys = keyCaps('mod+shift+e', browserWorld.machine).join(' ');
  const tell = (message: string): void => {
    notify({ message });
    announce(message);
  };
  if (running !== null) {
    running.stopped = true;
    await act('export.cancel', { job: running.job });
    return;
  }
  if (outline === null || boot === null) return;
  const mine = { job: crypto.randomUUID(), stopped: false };
  running = mine;
  try {
    const last = await act('export.last', {});
    const setup = last === null ? null : readSetup(last.setup, firstView(outline, boot.today, lang), nothingSeen);
    if (last === null || setup === null) {
      state.go({ screen: 'export' });
      return tell(say(againWords, lang, 'none', { keys }));
    }
    if (wrongWith(setup.view, nothingSeen) !== null) return tell(say(againWords, lang, 'empty'));
    const weekStart = weekStartOf(state);
    const period = periodOf(zoom, anchorOf(state), weekStart);
    const choice = choiceOf(setup.view, boot.today, weekStart, { ...nothingSeen, period });
    const token = last.token ?? (await act('dialog.choose_folder', {}))?.token ?? null;
    if (token === null) return;
    tell(say(againWords, lang, 'started', { name: last.name, keys }));
    const done = await act('export.write', { choice, token, job: mine.job, setup: last.setup });
    if (done === null) {
      // Why it failed has been said; that it was stopped has not.
      if (mine.stopped) tell(say(againWords, lang, 'stopped'));
      return;
    }
    const kinds = setup.view.kinds.map((kind) => say(exportWords, lang, `kind.${kind}`));
    const { folder, files } = done;
    tell(say(againWords, lang, 'done', { folder, files, kinds: kinds.join(lang === 'zh' ? '、' : ', ') }));
  } finally {
    running = null;
  }
}

import type { BulkTarget } from '../../contract';
import { say } from '../../core/words/say';
import { wordFileWords } from '../../core/words/wordFiles';
import type { StudioState } from './studio';

/** The pieces to hand on: chosen ones, planned or not, or those a campaign has planned. */
export type WordFilesOf = { readonly pieces: BulkTarget } | { readonly campaignId: string };

/** Writes each of the pieces with its versions as a Word file, into a folder the user chooses, and says where they are. */
export async function writeWordFiles(state: StudioState, what: WordFilesOf): Promise<void> {
  const { act, notify, announce } = state;
  const { lang } = state.settings;
  const choice = {
    kinds: ['docx' as const],
    lang,
    ...('pieces' in what ? { pieces: what.pieces } : { campaignIds: [what.campaignId] }),
  };
  const tell = (message: string): void => {
    notify({ message });
    announce(message);
  };
  if ('campaignId' in what) {
    const preview = await act('export.preview', { choice });
    if (preview === null) return;
    if (preview.files.length === 0) return tell(say(wordFileWords, lang, 'none'));
  }
  const chosen = await act('dialog.choose_folder', {});
  if (chosen === null) return;
  tell(say(wordFileWords, lang, 'started'));
  const { files, folder } = (await act('export.write', { choice, token: chosen.token })) ?? {};
  if (files !== undefined && folder !== undefined) tell(say(wordFileWords, lang, 'done', { files, folder }));
}

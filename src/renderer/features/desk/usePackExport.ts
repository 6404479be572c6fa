import { useState } from 'react';
import type { CallInput } from '../../../contract';
import { deskWords } from '../../../core/words/desk';
import { useStudioHandle, useWords } from '../../state/StudioProvider';

type Choice = CallInput<'export.write'>['choice'];

/** Writes a copy pack into a folder the user chooses, says where it lies and opens it. */
export function usePackExport(): {
  readonly write: (choice: Choice, said: 'export_day_done' | 'pictures_done') => Promise<void>;
  readonly working: boolean;
} {
  const t = useWords(deskWords);
  const studio = useStudioHandle();
  const [working, setWorking] = useState(false);
  return {
    working,
    write: async (choice, said) => {
      const { act, notify, announce, settings } = studio.getState();
      const folder = await act('dialog.choose_folder', {});
      if (folder === null) return;
      setWorking(true);
      const done = await act('export.write', {
        choice: { ...choice, kinds: ['copy_pack'], lang: settings.lang },
        token: folder.token,
      });
      setWorking(false);
      if (done === null) return;
      const message = t(said, { folder: done.folder, files: done.files });
      notify({ message });
      announce(message);
      await act('studio.reveal', { what: 'export' });
    },
  };
}

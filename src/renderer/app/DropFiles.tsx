import { useEffect } from 'react';
import { openArrived, openFiles } from '../state/openFiles';
import { useStudioHandle } from '../state/StudioProvider';

/**
 * Files dropped anywhere on the window are opened, and so is one that was double-clicked. Whoever has a use of its own for
 * dropped files (pictures in the text, the media shelf) takes the event first.
 */
export function DropFiles() {
  const studio = useStudioHandle();
  useEffect(() => {
    const isOurs = (event: DragEvent): boolean =>
      !event.defaultPrevented && (event.dataTransfer?.types.includes('Files') ?? false);
    const over = (event: DragEvent): void => {
      if (isOurs(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      if (!isOurs(event)) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0 || files.every(({ type }) => type.startsWith('image/'))) return;
      void studio.api
        .drop(files)
        .then((answer) =>
          answer.ok ? openFiles(studio.getState, answer.value) : studio.getState().notifyFailure(answer.failure),
        );
    };
    const arrive = (): void => void openArrived(studio.getState);
    arrive();
    const stop = studio.api.on('arrived', arrive);
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      stop();
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, [studio]);
  return null;
}

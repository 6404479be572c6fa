import { useEffect } from 'react';
import { isCalendarFile } from '../../core/importing/calendarFile';
import { useStudioHandle } from '../state/StudioProvider';

/**
 * Files dropped anywhere on the window begin an import. Whoever has a use of its own for them (pictures in the text, the
 * media shelf) takes the event first.
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
      const { notifyFailure, startImport, openOccasions } = studio.getState();
      const isCalendar = files.length === 1 && isCalendarFile(files[0]?.name ?? '');
      void studio.api.drop(files).then((answer) => {
        if (!answer.ok) notifyFailure(answer.failure);
        else if (isCalendar) openOccasions({ file: answer.value.token });
        else return startImport(answer.value.token);
      });
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, [studio]);
  return null;
}

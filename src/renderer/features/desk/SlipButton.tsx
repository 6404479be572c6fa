import { IconReceipt } from '@tabler/icons-react';
import { addDays, type WallDate } from '../../../core/time/wallDate';
import { deskWords } from '../../../core/words/desk';
import { slipWords } from '../../../core/words/slip';
import { useStudioHandle, useWords } from '../../state/StudioProvider';
import { IconButton } from '../../ui/IconButton';

/** How far back the desk looks, and a slip tells of; what was told before does no harm. */
const BACK = 60;

/** Ticks, links and times as a file for whoever plans. */
export function SlipButton({ from, to }: { readonly from: WallDate; readonly to: WallDate }) {
  const t = useWords(slipWords);
  const desk = useWords(deskWords);
  const studio = useStudioHandle();
  const save = async (): Promise<void> => {
    const { act, notify, announce, boot } = studio.getState();
    const days = { from: addDays(from, -BACK), to };
    const offer = await act('slip.offer', days);
    if (offer === null) return;
    if (offer.placements === 0) return notify({ message: t('nothing') });
    const name = `${boot?.workspace?.name ?? desk('title')} ${t('name')} ${boot?.today ?? to}`;
    const target = await act('dialog.save_file', { what: 'slip', name });
    if (target === null) return;
    const done = await act('slip.write', { ...days, token: target.token });
    if (done === null) return;
    const message = t('saved', { file: done.file, count: done.placements });
    notify({ message });
    announce(message);
  };
  return (
    <IconButton label={t('save')} onClick={() => void save()}>
      <IconReceipt size={17} stroke={1.6} aria-hidden="true" />
    </IconButton>
  );
}

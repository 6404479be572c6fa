import { Button, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { PurgePreview } from '../../../../contract';
import { libraryWords } from '../../../../core/words/library';
import { purgeWords } from '../../../../core/words/purge';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { useFocusBack } from '../../../ui/useLostFocus';
import { tell } from '../actions';
import { clearSelection, type Desk } from '../desk';
import classes from './Trash.module.css';

/** Names of pieces or pictures the question lists before it counts the rest. */
const NAMES = 8;

/** Asks once, and names what goes: the one question of the library, because it is the one act without a trash. */
export function PurgeDialog({
  desk,
  ids,
  onClose,
}: {
  readonly desk: Desk;
  readonly ids: readonly string[];
  readonly onClose: () => void;
}) {
  const p = useWords(purgeWords);
  const act = useStudio((state) => state.act);
  useFocusBack();
  const [preview, setPreview] = useState<PurgePreview | null>(null);
  useEffect(() => {
    let current = true;
    void act('piece.purge_preview', { ids: [...ids] }).then((found) => {
      if (!current) return;
      if (found === null) onClose();
      else setPreview(found);
    });
    return () => {
      current = false;
    };
  }, [act, ids, onClose]);
  const purge = async (): Promise<void> => {
    onClose();
    const done = await desk.studio.getState().act('piece.purge', { ids: [...ids] });
    if (done === null) return;
    clearSelection(desk);
    desk.layout?.focus();
    tell(desk.studio, 'done.purge', { count: done.pieces }, true);
  };
  return (
    <Modal
      opened={preview !== null}
      onClose={onClose}
      title={p('purge.title', { count: ids.length })}
      size={460}
      closeButtonProps={{ 'aria-label': p('purge.keep') }}
      overlayProps={{ backgroundOpacity: 1, color: 'var(--jz-scrim)' }}
    >
      {preview !== null && <WhatGoes preview={preview} />}
      <p className={classes.undoable}>{p('purge.undoable', { count: ids.length })}</p>
      <div className={classes.acts}>
        <Button data-autofocus onClick={onClose}>
          {p('purge.keep')}
        </Button>
        <Button className={classes.purge ?? ''} onClick={() => void purge()}>
          {p('purge.do')}
        </Button>
      </div>
    </Modal>
  );
}

function WhatGoes({ preview }: { readonly preview: PurgePreview }) {
  const t = useWords(libraryWords);
  const p = useWords(purgeWords);
  const lang = useLang();
  const joint = t('filter.joint');
  const quoted = (name: string) =>
    lang === 'zh' ? `《${name || t('row.untitled')}》` : `“${name || t('row.untitled')}”`;
  const named = (names: readonly string[], all: number) =>
    names.slice(0, NAMES).join(joint) + (all > NAMES ? ` ${p('purge.and_more', { count: all - NAMES })}` : '');
  const { pieces, titles, variants, placements, live, reviews, figures, images, imageNames } = preview;
  const lines = [
    { key: 'pieces', count: pieces },
    { key: 'variants', count: variants },
    { key: 'placements', count: placements },
    { key: 'reviews', count: reviews },
    { key: 'figures', count: figures },
    { key: 'images', count: images },
  ] as const;
  return (
    <>
      <p className={classes.titles}>{named(titles.map(quoted), pieces)}</p>
      <ul className={classes.lines}>
        {lines
          .filter(({ count }) => count > 0)
          .map(({ key, count }) => (
            <li key={key}>{p(`purge.${key}`, { count, live, names: named(imageNames, images) })}</li>
          ))}
      </ul>
    </>
  );
}

import { Button, Modal } from '@mantine/core';
import { type KeyboardEvent, type MouseEvent, useId, useState } from 'react';
import type { AssetCard } from '../../../../contract';
import { pictureWords } from '../../../../core/words/pictures';
import { useWords } from '../../../state/StudioProvider';
import { useAssets } from '../../../state/useAssets';
import { AssetTile, TILE_HEIGHT, TILE_WIDTH } from '../../../ui/media/AssetTile';
import { SearchBox } from '../../../ui/SearchBox';
import { useColumns } from '../../../ui/useColumns';
import { useWindowing } from '../../../ui/useWindowing';
import classes from './PicturePicker.module.css';

/** The pictures of the library in a dialog: search, look, and one goes into the text. */
export function PicturePicker({
  onPick,
  onClose,
  onClosed,
}: {
  readonly onPick: (asset: AssetCard) => void;
  readonly onClose: () => void;
  /** It is gone from the screen: the text may have the focus. */
  readonly onClosed: () => void;
}) {
  const t = useWords(pictureWords);
  const [opened, setOpened] = useState(true);
  const close = (): void => setOpened(false);
  return (
    <Modal
      opened={opened}
      onClose={close}
      onExitTransitionEnd={() => {
        onClose();
        onClosed();
      }}
      title={t('title')}
      size={804}
      closeButtonProps={{ 'aria-label': t('close') }}
      overlayProps={{ backgroundOpacity: 1, color: 'var(--jz-scrim)' }}
    >
      <Chooser
        onCancel={close}
        onPick={(asset) => {
          onPick(asset);
          close();
        }}
      />
    </Modal>
  );
}

/** Drawn inside the open dialog, so that what it measures is there. The search field keeps the focus throughout. */
function Chooser({ onPick, onCancel }: { readonly onPick: (asset: AssetCard) => void; readonly onCancel: () => void }) {
  const t = useWords(pictureWords);
  const listId = useId();
  const [query, setQuery] = useState('');
  const [cursor, setCursor] = useState(0);
  const [rows, setRows] = useState(0);
  const { ref, window: seen, show } = useWindowing(rows, TILE_HEIGHT);
  const columns = useColumns(ref, TILE_WIDTH);
  const { items, total, waiting } = useAssets(
    { query, kind: 'picture', use: 'all', missing: 'none', trashed: false },
    { first: seen.first * columns, last: Math.max(1, seen.last) * columns },
  );
  const needed = Math.ceil(total / columns);
  if (needed !== rows) setRows(needed);
  const place = Math.min(cursor, Math.max(0, total - 1));
  const here = items.get(place);

  const go = (to: number): void => {
    const next = Math.max(0, Math.min(total - 1, to));
    setCursor(next);
    show(Math.floor(next / columns));
  };
  const press = (event: KeyboardEvent): void => {
    // While a word is being composed the keys are the input method's.
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: columns,
      ArrowUp: -columns,
      PageDown: columns * 2,
      PageUp: columns * -2,
      // Within a word that is searched for, these are the caret's.
      ...(query === '' ? { ArrowRight: 1, ArrowLeft: -1 } : {}),
    };
    const step = steps[event.key];
    if (step !== undefined) go(place + step);
    else if (event.key === 'Enter' && here !== undefined) onPick(here);
    else return;
    event.preventDefault();
  };
  const placeOf = ({ target }: MouseEvent): number | null => {
    const found = target instanceof Element ? target.closest('[data-place]')?.getAttribute('data-place') : null;
    return found == null ? null : Number(found);
  };

  return (
    <div className={classes.chooser}>
      <SearchBox tall>
        <input
          type="search"
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={here === undefined ? undefined : `asset-${here.id}`}
          aria-label={t('search')}
          placeholder={t('search.hint')}
          maxLength={200}
          data-autofocus
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            go(0);
          }}
          onKeyDown={press}
        />
        <span className={classes.count}>{t('count', { count: total })}</span>
      </SearchBox>
      <div ref={ref} className={classes.scroll}>
        <div
          id={listId}
          role="listbox"
          tabIndex={-1}
          aria-label={t('list')}
          className={classes.grid}
          style={{ height: rows * TILE_HEIGHT }}
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => {
            const at = placeOf(event);
            if (at !== null) setCursor(at);
          }}
          onDoubleClick={(event) => {
            const asset = items.get(placeOf(event) ?? -1);
            if (asset !== undefined) onPick(asset);
          }}
          onKeyDown={press}
        >
          {[...items.entries()]
            .filter(([at]) => at >= seen.first * columns && at < seen.last * columns)
            .map(([at, asset]) => (
              <AssetTile
                key={asset.id}
                asset={asset}
                here={at === place}
                selected={at === place}
                style={{ top: Math.floor(at / columns) * TILE_HEIGHT, left: (at % columns) * TILE_WIDTH }}
                place={at}
              />
            ))}
        </div>
        {total === 0 && !waiting && <p className={classes.none}>{t(query === '' ? 'none.all' : 'none.found')}</p>}
      </div>
      <div className={classes.foot}>
        <p className={classes.about} aria-live="polite">
          {here === undefined ? (
            t('keys')
          ) : (
            <>
              <strong>{here.name}</strong>
              <span>{t('size', { width: `${here.width}`, height: `${here.height}` })}</span>
              <span className={classes.alt}>{here.alt === '' ? t('alt.none') : t('alt', { alt: here.alt })}</span>
            </>
          )}
        </p>
        <Button onClick={onCancel}>{t('cancel')}</Button>
        <Button variant="filled" disabled={here === undefined} onClick={() => here !== undefined && onPick(here)}>
          {t('insert')}
        </Button>
      </div>
    </div>
  );
}

import { Checkbox, Popover } from '@mantine/core';
import { useState } from 'react';
import type { PieceCounts } from '../../../../contract';
import { searchable } from '../../../../core/text/searchable';
import { libraryWords } from '../../../../core/words/library';
import { useStudio, useWords } from '../../../state/StudioProvider';
import { changeFilter, type Desk } from '../desk';
import { Chip, ChipFace, saidOf } from './Chip';
import classes from './Filters.module.css';

/** Tags are many, so they are found by typing; a piece must carry all that are ticked. */
export function TagChip({
  desk,
  counts,
  onLook,
}: {
  readonly desk: Desk;
  readonly counts: PieceCounts | null;
  readonly onLook: (open: boolean) => void;
}) {
  const t = useWords(libraryWords);
  const { tags } = useStudio((state) => state.library.filter);
  const [opened, setOpened] = useState(false);
  const [text, setText] = useState('');
  const wanted = searchable(text).trim();
  const offered = [
    ...tags.map((tag) => ({ tag, count: counts?.tags.find((one) => one.tag === tag)?.count })),
    ...(counts?.tags ?? []).filter(({ tag }) => !tags.includes(tag)),
  ].filter(({ tag }) => searchable(tag).includes(wanted));
  const said = saidOf(tags, t('filter.joint'), (count) => t('filter.chosen', { count }));
  const open = (on: boolean): void => {
    setOpened(on);
    onLook(on);
    if (!on) setText('');
  };
  const set = (next: readonly string[]) => changeFilter(desk, { tags: [...next] });
  return (
    <Popover opened={opened} onChange={open} position="bottom-start" offset={4} width={260} trapFocus returnFocus>
      <Chip name={t('filter.tag')} on={said !== null} onOff={() => set([])}>
        <Popover.Target>
          <button type="button" className={classes.open} onClick={() => open(!opened)}>
            <ChipFace name={t('filter.tag')} said={said} />
          </button>
        </Popover.Target>
      </Chip>
      <Popover.Dropdown p={8}>
        <input
          className={classes.find}
          data-autofocus
          aria-label={t('filter.find_tag')}
          placeholder={t('filter.find_tag')}
          value={text}
          maxLength={200}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={(event) => {
            const [first] = offered;
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || first === undefined) return;
            event.preventDefault();
            set(tags.includes(first.tag) ? tags.filter((one) => one !== first.tag) : [...tags, first.tag]);
            setText('');
          }}
        />
        <div className={classes.tags}>
          {offered.slice(0, 60).map(({ tag, count }) => (
            <span key={tag} className={classes.tagRow}>
              <Checkbox
                size="xs"
                classNames={{ root: classes.tagCheck, labelWrapper: classes.tagName }}
                label={tag}
                checked={tags.includes(tag)}
                onChange={({ currentTarget }) =>
                  set(currentTarget.checked ? [...tags, tag] : tags.filter((one) => one !== tag))
                }
              />
              <span className={classes.count}>{count}</span>
            </span>
          ))}
          {offered.length === 0 && <p className={classes.none}>{t('filter.no_tag')}</p>}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

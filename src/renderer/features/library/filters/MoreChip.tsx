import { Menu } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import type { PieceCounts } from '../../../../contract';
import { libraryWords } from '../../../../core/words/library';
import { useStudio, useWords } from '../../../state/StudioProvider';
import { changeFilter, type Desk } from '../desk';
import { Options } from './ChoiceChip';
import classes from './Filters.module.css';
import type { FilterList } from './filterLists';

const flags = [
  { key: 'unplannedOnly', word: 'filter.unplanned', count: 'unplanned' },
  { key: 'withFindings', word: 'filter.findings', count: 'withFindings' },
  { key: 'behind', word: 'filter.behind', count: 'behind' },
] as const;

/** The conditions that are not used every day. */
export function MoreChip({
  desk,
  lists,
  counts,
  onLook,
}: {
  readonly desk: Desk;
  readonly lists: readonly FilterList[];
  readonly counts: PieceCounts | null;
  readonly onLook: (open: boolean) => void;
}) {
  const t = useWords(libraryWords);
  const filter = useStudio((state) => state.library.filter);
  return (
    <Menu closeOnItemClick={false} position="bottom-start" offset={4} onChange={onLook}>
      <span className={classes.chip}>
        <Menu.Target>
          <button type="button" className={classes.open}>
            <IconAdjustmentsHorizontal size={14} stroke={1.6} aria-hidden="true" />
            {t('filter.more')}
          </button>
        </Menu.Target>
      </span>
      <Menu.Dropdown className={classes.choices ?? ''} aria-label={t('filter.more')}>
        {flags.map(({ key, word, count }) => (
          <Menu.CheckboxItem
            key={key}
            checked={filter[key]}
            onChange={(on) => changeFilter(desk, { [key]: on })}
            rightSection={counts === null ? null : <span className={classes.count}>{counts[count]}</span>}
          >
            {t(word)}
          </Menu.CheckboxItem>
        ))}
        {lists
          .filter(({ options }) => options.length > 0)
          .map((list) => (
            <div key={list.id}>
              <Menu.Label>{list.name}</Menu.Label>
              <Options list={list} />
            </div>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}

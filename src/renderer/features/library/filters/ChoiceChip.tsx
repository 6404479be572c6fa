import { Menu } from '@mantine/core';
import { libraryWords } from '../../../../core/words/library';
import { useWords } from '../../../state/StudioProvider';
import { Chip, ChipFace, saidOf } from './Chip';
import classes from './Filters.module.css';
import type { FilterList } from './filterLists';

/** One condition: its name while it is off, what was chosen while it narrows. */
export function ChoiceChip({ list, onLook }: { readonly list: FilterList; readonly onLook: (open: boolean) => void }) {
  const t = useWords(libraryWords);
  const { chosen, options, name, choose } = list;
  const labels = chosen.map((value) => options.find((option) => option.value === value)?.label ?? '?');
  const said = saidOf(labels, t('filter.joint'), (count) => t('filter.chosen', { count }));
  return (
    <Menu closeOnItemClick={false} position="bottom-start" offset={4} onChange={onLook}>
      <Chip name={name} on={said !== null} onOff={() => choose([])}>
        <Menu.Target>
          <button type="button" className={classes.open}>
            <ChipFace name={name} said={said} />
          </button>
        </Menu.Target>
      </Chip>
      <Menu.Dropdown className={classes.choices ?? ''} aria-label={name}>
        {options.length === 0 && <p className={classes.none}>{t('filter.nothing')}</p>}
        <Options list={list} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** The choices of a condition with how many pieces each would leave. */
export function Options({ list }: { readonly list: FilterList }) {
  const { chosen, options, choose } = list;
  return options.map(({ value, label, mark, count, under }) => (
    <Menu.CheckboxItem
      key={value}
      checked={chosen.includes(value)}
      onChange={(on) => choose(on ? [...chosen, value] : chosen.filter((one) => one !== value))}
      rightSection={count === undefined ? null : <span className={classes.count}>{count}</span>}
    >
      <span className={classes.option} data-under={under || undefined}>
        {mark}
        <span className={classes.label}>{label}</span>
      </span>
    </Menu.CheckboxItem>
  ));
}

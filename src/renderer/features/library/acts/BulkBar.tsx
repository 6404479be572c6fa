import { Button, Menu, Popover } from '@mantine/core';
import { IconChevronDown, IconTag, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { libraryWords } from '../../../../core/words/library';
import { useStudio, useWords } from '../../../state/StudioProvider';
import { IconButton } from '../../../ui/IconButton';
import { doBulk } from '../actions';
import { chosenIds, clearSelection, type Desk } from '../desk';
import classes from './Acts.module.css';
import { useActs } from './actLists';
import { TagActs } from './TagActs';

/** What can be done to the selected pieces, floating over the end of the list; each act is one step of undo. */
export function BulkBar({ desk }: { readonly desk: Desk }) {
  const t = useWords(libraryWords);
  const count = useStudio((state) => state.library.selected.size);
  const trashed = useStudio((state) => state.library.filter.trashed);
  const { lists, singles } = useActs(desk);
  const [tagging, setTagging] = useState(false);
  if (count === 0) return null;
  const more = <IconChevronDown size={13} stroke={1.6} aria-hidden="true" />;
  return (
    <div className={classes.place} data-floating-bar>
      <div className={classes.bar} role="toolbar" aria-label={t('bulk.label')}>
        <b className={classes.count}>{t('bulk.selected', { count })}</b>
        {lists.map((list) => (
          <Menu key={list.id} position="top-start" offset={6}>
            <Menu.Target>
              <Button variant="subtle" leftSection={list.icon} rightSection={more}>
                {list.name}
              </Button>
            </Menu.Target>
            <Menu.Dropdown aria-label={list.name} className={classes.choices ?? ''}>
              {list.choices.map(({ key, label, mark, act }) => (
                <Menu.Item key={key} leftSection={mark} onClick={() => void doBulk(desk, act)}>
                  {label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        ))}
        {!trashed && (
          <Popover
            opened={tagging}
            onChange={setTagging}
            position="top-start"
            offset={6}
            width={280}
            trapFocus
            returnFocus
          >
            <Popover.Target>
              <Button
                variant="subtle"
                leftSection={<IconTag size={15} stroke={1.6} aria-hidden="true" />}
                rightSection={more}
                onClick={() => setTagging(!tagging)}
              >
                {t('bulk.tag')}
              </Button>
            </Popover.Target>
            <Popover.Dropdown p={8}>
              <TagActs desk={desk} ids={chosenIds(desk)} onDone={() => setTagging(false)} />
            </Popover.Dropdown>
          </Popover>
        )}
        {singles.map(({ id, name, icon, keys, run }) =>
          trashed ? (
            <Button key={id} variant="subtle" leftSection={icon} onClick={() => run(chosenIds(desk))}>
              {name}
            </Button>
          ) : (
            <IconButton key={id} label={name} keys={keys} onClick={() => run(chosenIds(desk))}>
              {icon}
            </IconButton>
          ),
        )}
        <span className={classes.rule} aria-hidden="true" />
        <IconButton label={t('bulk.clear')} keys="escape" onClick={() => clearSelection(desk)}>
          <IconX size={15} stroke={1.6} aria-hidden="true" />
        </IconButton>
      </div>
    </div>
  );
}

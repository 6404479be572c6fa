import { Button, Menu, Popover } from '@mantine/core';
import { IconChevronDown, IconTag, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { libraryWords } from '../../../../core/words/library';
import { countPicked } from '../../../state/picked';
import { useStudio, useWords } from '../../../state/StudioProvider';
import { IconButton } from '../../../ui/IconButton';
import { doBulk } from '../actions';
import { chosen, clearSelection, type Desk } from '../desk';
import type { Told } from '../useTold';
import classes from './Acts.module.css';
import { useActs } from './actLists';
import { TagActs } from './TagActs';

/** What can be done to the selected pieces, floating over the end of the list; each act is one step of undo. */
export function BulkBar({ desk, told }: { readonly desk: Desk; readonly told: Told }) {
  const t = useWords(libraryWords);
  const picked = useStudio((state) => state.library.picked);
  const count = countPicked(picked, told.total);
  const trashed = useStudio((state) => state.library.filter.trashed);
  const { lists, singles } = useActs(desk);
  const [tagging, setTagging] = useState(false);
  const target = chosen(desk);
  if (count === 0 || target === null) return null;
  const more = <IconChevronDown size={13} stroke={1.6} aria-hidden="true" />;
  return (
    <div className={classes.place} data-floating-bar>
      <div className={classes.bar} role="toolbar" aria-label={t('bulk.label')}>
        <b className={classes.count}>
          {picked.kind === 'all'
            ? t(picked.except.size === 0 ? 'bulk.selected_all' : 'bulk.selected_but', {
                count,
                except: picked.except.size,
                about: told.exact ? 'no' : 'yes',
              })
            : t('bulk.selected', { count })}
        </b>
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
              <TagActs desk={desk} target={target} onDone={() => setTagging(false)} />
            </Popover.Dropdown>
          </Popover>
        )}
        {singles.map(({ id, name, icon, keys, run }) =>
          trashed ? (
            <Button key={id} variant="subtle" leftSection={icon} onClick={() => run(target)}>
              {name}
            </Button>
          ) : (
            <IconButton key={id} label={name} keys={keys} onClick={() => run(target)}>
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

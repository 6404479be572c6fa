import { Menu } from '@mantine/core';
import { IconArrowsSplit, IconCheckbox, IconFileText, IconTag } from '@tabler/icons-react';
import { useState } from 'react';
import { libraryWords } from '../../../../core/words/library';
import { reviewWords } from '../../../../core/words/review';
import { isPicked } from '../../../state/picked';
import { useStudio, useWords } from '../../../state/StudioProvider';
import { Keys } from '../../../ui/Keys';
import { doBulk } from '../actions';
import { chosen, countOf, type Desk, libraryOf, type MenuPlace, toggle } from '../desk';
import classes from './Acts.module.css';
import { useActs } from './actLists';
import { TagActs } from './TagActs';

/** The menu of a piece, or of all selected when it is one of them: by right click, its dots, or the menu key. */
export function PieceMenu({ desk, place }: { readonly desk: Desk; readonly place: MenuPlace | null }) {
  const t = useWords(libraryWords);
  const r = useWords(reviewWords);
  const openPiece = useStudio((state) => state.openPiece);
  const picked = useStudio((state) => state.library.picked);
  const openReview = useStudio((state) => state.openReview);
  const { lists, singles } = useActs(desk);
  // The last place stays while the menu fades, so that it does not jump.
  const [last, setLast] = useState(place);
  if (place !== null && place !== last) setLast(place);
  if (last === null) return null;
  const { piece, x, y } = last;
  const target = chosen(desk, piece) ?? { kind: 'ids' as const, ids: [piece.id] };
  const count = countOf(desk, target);
  const close = (): void => {
    desk.showMenu(null);
    desk.layout?.focus();
  };
  return (
    <Menu
      opened={place !== null}
      onClose={close}
      position="bottom-start"
      offset={2}
      width={232}
      returnFocus={false}
      // Not by a key outside: the first time, that would be the very press of the menu key that opens it.
      clickOutsideEvents={['mousedown', 'touchstart']}
    >
      <Menu.Target>
        <span className={classes.spot} style={{ left: x, top: y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={t('row.menu')}>
        {count > 1 && <Menu.Label>{t('bulk.selected', { count })}</Menu.Label>}
        <Menu.Item
          leftSection={<IconFileText size={15} stroke={1.6} aria-hidden="true" />}
          rightSection={<Keys keys="enter" />}
          onClick={() => openPiece(piece.id)}
        >
          {t('bulk.open')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowsSplit size={15} stroke={1.6} aria-hidden="true" />}
          onClick={() => openReview(piece.id)}
        >
          {r('open')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCheckbox size={15} stroke={1.6} aria-hidden="true" />}
          rightSection={<Keys keys="x" />}
          onClick={() => toggle(desk, { ...libraryOf(desk).cursor, id: piece.id })}
        >
          {t(isPicked(picked, piece.id) ? 'bulk.unselect' : 'bulk.select')}
        </Menu.Item>
        <Menu.Divider />
        {lists.map((list) => (
          <Menu.Sub key={list.id}>
            <Menu.Sub.Target>
              <Menu.Sub.Item leftSection={list.icon}>{list.name}</Menu.Sub.Item>
            </Menu.Sub.Target>
            <Menu.Sub.Dropdown className={classes.choices ?? ''}>
              {list.choices.map(({ key, label, mark, act }) => (
                <Menu.Item key={key} leftSection={mark} onClick={() => void doBulk(desk, act, target)}>
                  {label}
                </Menu.Item>
              ))}
            </Menu.Sub.Dropdown>
          </Menu.Sub>
        ))}
        {lists.length > 0 && (
          <Menu.Sub>
            <Menu.Sub.Target>
              <Menu.Sub.Item leftSection={<IconTag size={15} stroke={1.6} aria-hidden="true" />}>
                {t('bulk.tag')}
              </Menu.Sub.Item>
            </Menu.Sub.Target>
            <Menu.Sub.Dropdown p={8} w={264}>
              <TagActs desk={desk} target={target} onDone={close} />
            </Menu.Sub.Dropdown>
          </Menu.Sub>
        )}
        {lists.length > 0 && <Menu.Divider />}
        {singles.map(({ id, name, icon, keys, run }) => (
          <Menu.Item
            key={id}
            leftSection={icon}
            rightSection={keys === undefined ? null : <Keys keys={keys} />}
            onClick={() => run(target)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

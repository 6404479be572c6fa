import { Button, Menu } from '@mantine/core';
import { IconArrowsSort, IconCheck } from '@tabler/icons-react';
import { libraryWords } from '../../../core/words/library';
import { useStudio, useWords } from '../../state/StudioProvider';
import { changeFilter, type Desk } from './desk';

/** The order of the pieces. Best match is an order only while something is searched for. */
export function SortMenu({ desk }: { readonly desk: Desk }) {
  const t = useWords(libraryWords);
  const { sort, query } = useStudio((state) => state.library.filter);
  const orders = ['updated', 'created', 'title', ...(query.trim() === '' ? [] : (['best'] as const))] as const;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          leftSection={<IconArrowsSort size={15} stroke={1.6} aria-hidden="true" />}
          aria-label={`${t('sort.label')} ${t(`sort.${sort}`)}`}
        >
          {t(`sort.${sort}`)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {orders.map((order) => (
          <Menu.Item
            key={order}
            aria-current={order === sort || undefined}
            rightSection={order === sort ? <IconCheck size={14} stroke={2} aria-hidden="true" /> : null}
            onClick={() => changeFilter(desk, { sort: order })}
          >
            {t(`sort.${order}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { libraryWords } from '../../../core/words/library';
import { templateWords } from '../../../core/words/templates';
import { noFilter } from '../../state/library';
import { useStudio, useWords } from '../../state/StudioProvider';
import { Empty } from '../../ui/Empty';
import { Keys } from '../../ui/Keys';
import { changeFilter, type Desk } from './desk';
import { isFiltered } from './setup';

/** Why nothing is listed, and the one act that helps. */
export function EmptyLibrary({ desk, hidden }: { readonly desk: Desk; readonly hidden: number }) {
  const t = useWords(libraryWords);
  const w = useWords(templateWords);
  const openShelf = useStudio((state) => state.setShelfOpen);
  const filter = useStudio((state) => state.library.filter);
  const query = filter.query.trim();
  const filtered = isFiltered(filter);
  const found = useFound(desk, filtered && query !== '' ? query : '');
  if (filter.trashed) return <Empty text={query === '' ? t('empty.trash') : t('empty.trash_query', { query })} />;
  if (filtered)
    return (
      <Empty
        text={t(query === '' ? 'empty.filtered' : found === 0 ? 'empty.query' : 'empty.query_filtered', {
          query,
          hidden: query === '' ? hidden : found,
        })}
        action={
          <Button onClick={() => changeFilter(desk, { ...noFilter, query: filter.query, sort: filter.sort })}>
            {t(query === '' ? 'count.clear' : 'empty.clear_filters')}
          </Button>
        }
      />
    );
  if (query !== '')
    return (
      <Empty
        text={t('empty.query', { query })}
        action={<Button onClick={() => changeFilter(desk, { query: '' })}>{t('search.clear')}</Button>}
      />
    );
  return (
    <Empty
      text={t('empty.none')}
      action={
        <>
          <Button rightSection={<Keys keys="n" />} onClick={desk.openNew}>
            {t('new')}
          </Button>
          <Button variant="subtle" onClick={() => openShelf(true)}>
            {w('open')}
          </Button>
        </>
      }
    />
  );
}

/** How many pieces have the words, whatever the filters say: those are what the filters hide. */
function useFound(desk: Desk, query: string): number {
  const [found, setFound] = useState(0);
  useEffect(() => {
    if (query === '') return;
    let current = true;
    void desk.studio.api.call('piece.list', { filter: { query }, limit: 1, offset: 0 }).then((answer) => {
      if (current && answer.ok) setFound(answer.value.total);
    });
    return () => {
      current = false;
    };
  }, [desk, query]);
  return found;
}

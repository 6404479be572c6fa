import { IconBookmark, IconChevronDown, IconFilter, IconFilterPlus, IconFlag, IconX } from '@tabler/icons-react';
import { isFiltering } from '../../../core/schedule/filter';
import { matrixWords } from '../../../core/words/matrix';
import { planWords } from '../../../core/words/plan';
import { useStudio, useWords } from '../../state/StudioProvider';
import { late } from '../../theme/late';
import { MenuButton } from '../MenuButton';
import classes from './FilterBar.module.css';
import { type FilterList, useFilterLists } from './filterLists';

const ListMenu = late(() => import('./menus').then((m) => m.ListMenu));
const AllListsMenu = late(() => import('./menus').then((m) => m.AllListsMenu));

/** What the plan's screens leave out: a list each where there is room, one for all in a narrow window. */
export function FilterBar({ hidden }: { readonly hidden: number }) {
  const t = useWords(matrixWords);
  const lists = useFilterLists();
  const filter = useStudio((state) => state.filter);
  const clear = useStudio((state) => state.clearFilter);
  return (
    <div className={classes.bar}>
      <ViewsButton />
      <div className={classes.wide}>
        {lists
          .filter((list) => isUsual(list) || list.chosen.length > 0)
          .map((list) => (
            <ListChip key={list.id} list={list} />
          ))}
        <MoreLists lists={lists.filter((list) => !isUsual(list))} />
      </div>
      <div className={classes.narrow}>
        <AllInOne lists={lists} />
      </div>
      {isFiltering(filter) && (
        <span className={classes.hidden}>
          {t('filter.hidden', { count: hidden })}
          <button type="button" className={classes.clear} onClick={clear}>
            {t('filter.clear')}
          </button>
        </span>
      )}
    </div>
  );
}

const ViewsPanel = late(() => import('./ViewsPanel').then((m) => m.ViewsPanel));

/** Saved views of the plan, by the name of the one that is open. */
function ViewsButton() {
  const p = useWords(planWords);
  const name = useStudio((state) => state.outline?.view.find(({ id }) => id === state.planView)?.name);
  return (
    <MenuButton
      Menu={ViewsPanel}
      given={{}}
      label={p('views')}
      aria-label={name === undefined ? p('views') : `${p('views')} ${name}`}
      className={classes.chip}
      data-on={name !== undefined || undefined}
    >
      <IconBookmark size={14} stroke={1.6} aria-hidden="true" />
      {name !== undefined && <span className={classes.chipName}>{name}</span>}
    </MenuButton>
  );
}

/** Asked for every day; the others stand behind one button until something of theirs is ticked. */
const isUsual = ({ id }: FilterList): boolean => id !== 'state' && id !== 'outcome' && id !== 'finding';

function MoreLists({ lists }: { readonly lists: readonly FilterList[] }) {
  const p = useWords(planWords);
  return (
    <MenuButton
      Menu={AllListsMenu}
      given={{ lists }}
      label={p('filter.more')}
      aria-label={p('filter.more')}
      className={classes.chip}
    >
      <IconFilterPlus size={14} stroke={1.6} aria-hidden="true" />
    </MenuButton>
  );
}

function ListChip({ list }: { readonly list: FilterList }) {
  const t = useWords(matrixWords);
  const { chosen, options, name } = list;
  const only = chosen.length === 1 ? options.find((option) => option.value === chosen[0])?.label : undefined;
  if (list.id === 'campaign' && only !== undefined)
    return (
      <span className={classes.chip} data-on>
        <IconFlag size={14} stroke={1.6} aria-hidden="true" />
        <span className={classes.chipName}>{only}</span>
        <button
          type="button"
          className={classes.remove}
          aria-label={t('filter.remove', { what: only })}
          onClick={() => list.choose([])}
        >
          <IconX size={13} stroke={1.6} />
        </button>
      </span>
    );
  const shown = chosen.length === 0 ? t('filter.all') : (only ?? t('filter.some', { count: chosen.length }));
  return (
    <MenuButton
      Menu={ListMenu}
      given={{ list }}
      label={name}
      className={classes.chip}
      data-on={chosen.length > 0 || undefined}
    >
      <span className={classes.chipName}>
        {name} {shown}
      </span>
      <IconChevronDown size={13} stroke={1.6} aria-hidden="true" />
    </MenuButton>
  );
}

function AllInOne({ lists }: { readonly lists: readonly FilterList[] }) {
  const t = useWords(matrixWords);
  const ticked = lists.reduce((sum, { chosen }) => sum + chosen.length, 0);
  return (
    <MenuButton
      Menu={AllListsMenu}
      given={{ lists }}
      label={t('filter.name')}
      className={classes.chip}
      data-on={ticked > 0 || undefined}
    >
      <IconFilter size={14} stroke={1.6} aria-hidden="true" />
      <span className={classes.chipName}>
        {t('filter.name')} {ticked === 0 ? t('filter.all') : t('filter.some', { count: ticked })}
      </span>
    </MenuButton>
  );
}

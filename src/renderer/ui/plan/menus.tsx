import { Menu, type MenuProps } from '@mantine/core';
import { Fragment } from 'react';
import { hasLayer, layers } from '../../../core/occasions/layers';
import { densities } from '../../../core/schedule/geometry';
import { matrixWords } from '../../../core/words/matrix';
import { occasionWords } from '../../../core/words/occasions';
import { useDayLayers } from '../../state/days';
import { useStudio, useWords } from '../../state/StudioProvider';
import { MenuButton, type OpenMenu } from '../MenuButton';
import classes from './FilterBar.module.css';
import type { FilterList } from './filterLists';
import steps from './PeriodSteps.module.css';

/** The menus of the plan's toolbars, loaded when the first of them is opened. */

/** Everything a menu here has in common: it stands open and hangs below the place it was opened from. */
function Hanging({ label, onClose, children, ...menu }: OpenMenu & MenuProps) {
  return (
    <Menu opened onClose={onClose} position="bottom-start" offset={4} {...menu}>
      <Menu.Target>
        <span aria-hidden="true" className={classes.anchor} />
      </Menu.Target>
      <Menu.Dropdown mah="70vh" style={{ overflowY: 'auto' }} aria-label={label} aria-labelledby={undefined}>
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}

export function ListMenu({ list, ...open }: OpenMenu & { readonly list: FilterList }) {
  return (
    <Hanging {...open}>
      <Options list={list} />
    </Hanging>
  );
}

export function AllListsMenu({ lists, ...open }: OpenMenu & { readonly lists: readonly FilterList[] }) {
  return (
    <Hanging {...open}>
      {lists.map((list) => (
        <Fragment key={list.id}>
          <Menu.Label>{list.name}</Menu.Label>
          <Options list={list} />
        </Fragment>
      ))}
    </Hanging>
  );
}

function Options({ list }: { readonly list: FilterList }) {
  const { chosen, options, choose } = list;
  return options.map((option) => (
    <Menu.CheckboxItem
      key={option.value}
      checked={chosen.includes(option.value)}
      onChange={(on) => choose(on ? [...chosen, option.value] : chosen.filter((value) => value !== option.value))}
    >
      <span className={classes.option}>
        {option.mark}
        {option.label}
      </span>
    </Menu.CheckboxItem>
  ));
}

/** Which festivals, terms, occasions and hot topics stand with the days; the same as in the settings. */
export function LayersMenuButton() {
  const t = useWords(occasionWords);
  return (
    <MenuButton Menu={LayersMenu} given={{}} label={t('layers')} className={steps.quiet} aria-label={t('layers')}>
      <svg
        width="16"
        height="16"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        aria-hidden="true"
      >
        <path d="M12 3a9 9 0 1 0 9 9a7 7 0 0 1 -9 -9z" strokeLinejoin="round" />
      </svg>
    </MenuButton>
  );
}

/** Each is switched by itself; the menu stays open for the next. */
function LayersMenu(open: OpenMenu) {
  const t = useWords(occasionWords);
  const on = useDayLayers();
  const configure = useStudio((state) => state.configure);
  const openOccasions = useStudio((state) => state.openOccasions);
  return (
    <Hanging {...open} position="bottom-end" closeOnItemClick={false}>
      {layers.map((layer) => (
        <Menu.CheckboxItem
          key={layer}
          checked={hasLayer(on, layer)}
          onChange={(wanted) =>
            void configure({ dayLayers: layers.filter((one) => (one === layer ? wanted : hasLayer(on, one))) })
          }
        >
          {t(`layer.${layer}`)}
        </Menu.CheckboxItem>
      ))}
      <Menu.Divider />
      <Menu.Item closeMenuOnClick onClick={() => openOccasions()}>
        {t('list.open')}
      </Menu.Item>
    </Hanging>
  );
}

export function DensityMenu(open: OpenMenu) {
  const t = useWords(matrixWords);
  const density = useStudio((state) => state.settings.density);
  const configure = useStudio((state) => state.configure);
  return (
    <Hanging {...open} position="bottom-end">
      <Menu.RadioGroup
        value={density}
        onChange={(value) => {
          const chosen = densities.find((candidate) => candidate === value);
          if (chosen !== undefined) void configure({ density: chosen });
        }}
      >
        {densities.map((value) => (
          <Menu.RadioItem key={value} value={value}>
            {t(`density.${value}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </Hanging>
  );
}

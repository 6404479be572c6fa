import { Button, Menu, Popover } from '@mantine/core';
import {
  IconBookmark,
  IconChevronDown,
  IconDeviceFloppy,
  IconPencil,
  IconRestore,
  IconStack2,
  IconTrash,
} from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { libraryWords } from '../../../../core/words/library';
import { useStudio, useStudioHandle, useWords } from '../../../state/StudioProvider';
import { changeFilter, type Desk } from '../desk';
import { recallLayout } from '../layoutMemory';
import { deleteView, renameView, type SavedView, saveView, showView, updateView, viewsOf } from '../savedViews';
import { plainSetup, readSetup, sameSetup } from '../setup';
import { NameForm } from './NameForm';
import classes from './Views.module.css';

/** Which pieces are shown, by name: all of them or a saved view, with what can be done to the view. */
export function ViewMenu({ desk }: { readonly desk: Desk }) {
  const t = useWords(libraryWords);
  const studio = useStudioHandle();
  const outline = useStudio((state) => state.outline);
  const { filter, layout, viewId } = useStudio((state) => state.library);
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  /** The menu item that asked for a name is gone: the focus goes to what opens the menu. */
  const named = (): void => {
    setNaming(null);
    button.current?.focus();
  };
  const views = viewsOf(outline);
  const view = views.find(({ id }) => id === viewId) ?? null;
  const setup = { filter, layout };
  const changed = view !== null && !sameSetup(setup, readSetup(view.filter));
  const icon = (Icon: typeof IconTrash) => <Icon size={15} stroke={1.6} aria-hidden="true" />;
  const nameOf = ({ name }: SavedView) => name || t('view.untitled');
  const showAll = () =>
    showView(studio, null, { ...plainSetup, layout: recallLayout(studio.getState().boot?.workspace?.key ?? '') });
  return (
    <Popover opened={naming !== null} onChange={named} position="bottom-start" width={300} trapFocus withRoles={false}>
      <Popover.Target>
        <span className={classes.anchor}>
          <Menu position="bottom-start" width={280}>
            <Menu.Target>
              <Button
                ref={button}
                variant="subtle"
                className={classes.view ?? ''}
                rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden="true" />}
              >
                <span className={classes.name}>
                  {filter.trashed ? t('trash.title') : view === null ? t('view.all') : nameOf(view)}
                </span>
                {changed && !filter.trashed && <span className={classes.changed}>{t('view.changed')}</span>}
              </Button>
            </Menu.Target>
            <Menu.Dropdown aria-label={t('view.menu')} className={classes.menu ?? ''}>
              <Menu.Item
                leftSection={icon(IconStack2)}
                aria-current={view === null && !filter.trashed}
                onClick={showAll}
              >
                {t('view.all')}
              </Menu.Item>
              <Menu.Label>{t('view.saved')}</Menu.Label>
              {views.length === 0 && <p className={classes.none}>{t('view.none')}</p>}
              {views.map((one) => (
                <Menu.Item
                  key={one.id}
                  leftSection={icon(IconBookmark)}
                  aria-current={one.id === viewId && !filter.trashed}
                  onClick={() => showView(studio, one)}
                >
                  {nameOf(one)}
                </Menu.Item>
              ))}
              <Menu.Divider />
              {view !== null && changed && (
                <>
                  <Menu.Item leftSection={icon(IconDeviceFloppy)} onClick={() => void updateView(studio, view, setup)}>
                    {t('view.update', { name: nameOf(view) })}
                  </Menu.Item>
                  <Menu.Item leftSection={icon(IconRestore)} onClick={() => showView(studio, view)}>
                    {t('view.back', { name: nameOf(view) })}
                  </Menu.Item>
                </>
              )}
              <Menu.Item leftSection={icon(IconBookmark)} disabled={filter.trashed} onClick={() => setNaming('new')}>
                {t(view === null ? 'view.save' : 'view.save_as')}
              </Menu.Item>
              {view !== null && (
                <>
                  <Menu.Item leftSection={icon(IconPencil)} onClick={() => setNaming('rename')}>
                    {t('view.rename')}
                  </Menu.Item>
                  <Menu.Item leftSection={icon(IconTrash)} onClick={() => void deleteView(studio, view)}>
                    {t('view.delete', { name: nameOf(view) })}
                  </Menu.Item>
                </>
              )}
              <Menu.Divider />
              <Menu.Item
                leftSection={icon(IconTrash)}
                aria-current={filter.trashed}
                onClick={() => changeFilter(desk, { ...plainSetup.filter, trashed: true })}
              >
                {t('trash.title')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </span>
      </Popover.Target>
      <Popover.Dropdown p={10}>
        {naming !== null && (
          <NameForm
            name={naming === 'rename' ? (view?.name ?? '') : ''}
            onCancel={named}
            onKeep={(name) => {
              named();
              if (naming === 'new') void saveView(studio, name, setup);
              else if (view !== null) void renameView(studio, view, name);
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

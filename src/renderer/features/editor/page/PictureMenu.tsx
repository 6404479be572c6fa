import { Menu } from '@mantine/core';
import { IconDeviceDesktop, IconLibraryPhoto, IconPhoto } from '@tabler/icons-react';
import { editorWords } from '../../../../core/words/editor';
import { pictureWords } from '../../../../core/words/pictures';
import { useWords } from '../../../state/StudioProvider';
import classes from './Page.module.css';

/** Where a picture comes from: this computer, or what the workspace already has. */
export function PictureMenu({ onFile, onLibrary }: { readonly onFile: () => void; readonly onLibrary: () => void }) {
  const t = useWords(editorWords);
  const say = useWords(pictureWords);
  return (
    <Menu position="bottom-start" width={220} returnFocus={false}>
      <Menu.Target>
        <button type="button" className={classes.tool} aria-label={t('tool.image')} title={t('tool.image')}>
          <IconPhoto size={17} stroke={1.6} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconDeviceDesktop size={16} stroke={1.6} aria-hidden="true" />} onClick={onFile}>
          {say('from.file')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLibraryPhoto size={16} stroke={1.6} aria-hidden="true" />} onClick={onLibrary}>
          {say('from.library')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

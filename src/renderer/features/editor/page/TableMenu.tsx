import { Menu } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { writingWords } from '../../../../core/words/writing';
import { useWords } from '../../../state/StudioProvider';
import { IconButton } from '../../../ui/IconButton';
import { changeTable, insertTable, tableActs } from '../extensions/table';
import classes from './Page.module.css';

/** Inserts a table; inside one it offers what can be done with its rows and columns. */
export function TableMenu({ editor, inside }: { readonly editor: Editor; readonly inside: boolean }) {
  const t = useWords(writingWords);
  if (!inside)
    return (
      <IconButton label={t('table.insert')} onClick={() => insertTable(editor)}>
        <IconTable size={17} stroke={1.6} />
      </IconButton>
    );
  return (
    <Menu position="bottom-start" width={200} onClose={() => editor.view.focus()}>
      <Menu.Target>
        <button type="button" className={classes.tool} aria-label={t('tool.table')} title={t('tool.table')} data-on>
          <IconTable size={17} stroke={1.6} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {tableActs.map((act) => (
          <Menu.Item
            key={act}
            onClick={() => {
              changeTable(editor, act);
            }}
          >
            {t(`table.${act}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

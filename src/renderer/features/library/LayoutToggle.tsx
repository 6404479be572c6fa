import { IconLayoutGrid, IconLayoutKanban, IconList } from '@tabler/icons-react';
import { libraryWords } from '../../../core/words/library';
import { libraryLayouts } from '../../state/library';
import { useStudio, useWords } from '../../state/StudioProvider';
import { IconButton } from '../../ui/IconButton';
import type { Desk } from './desk';
import classes from './Library.module.css';
import { setLayout } from './layout';

const icons = { list: IconList, cards: IconLayoutGrid, board: IconLayoutKanban } as const;

/** List, cards, board: one of three. */
export function LayoutToggle({ desk }: { readonly desk: Desk }) {
  const t = useWords(libraryWords);
  const now = useStudio((state) => state.library.layout);
  return (
    <fieldset className={classes.layouts} aria-label={t('layout.label')}>
      {libraryLayouts.map((layout) => {
        const Icon = icons[layout];
        return (
          <IconButton
            key={layout}
            label={t(`layout.${layout}`)}
            keys="v"
            pressed={now === layout}
            onClick={() => setLayout(desk, layout)}
          >
            <Icon size={16} stroke={1.6} aria-hidden="true" />
          </IconButton>
        );
      })}
    </fieldset>
  );
}

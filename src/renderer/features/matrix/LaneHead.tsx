import { IconChevronDown, IconDots } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Lane } from '../../../core/schedule/lanes';
import { matrixWords } from '../../../core/words/matrix';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { late } from '../../theme/late';
import { gridRowHeader } from '../../ui/gridRoles';
import { MenuButton } from '../../ui/MenuButton';
import { useDraft } from '../../ui/useDraft';
import classes from './LaneRow.module.css';
import { moveLane, nameOf, renameLane } from './laneActs';
import { useModel } from './model';

const LaneMenu = late(() => import('./LaneMenu').then((module) => module.LaneMenu));

/** The lane's name: folds it, and is renamed in place (double click or F2), moved (Alt and an arrow), or asked for more. */
export function LaneHead({ lane }: { readonly lane: Lane }) {
  const t = useWords(matrixWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const { lanes } = useModel();
  const folded = useStudio((state) => state.foldedRoles.has(lane.role));
  const [naming, setNaming] = useState(false);
  const fold = useRef<HTMLButtonElement>(null);
  const name = nameOf(lang, lane);
  const stopNaming = () => {
    setNaming(false);
    setTimeout(() => fold.current?.focus({ preventScroll: true }), 0);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'F2') setNaming(true);
    else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown'))
      void moveLane(studio, lanes, lane.role, event.key === 'ArrowUp' ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={classes.laneHead} {...gridRowHeader}>
      {naming ? (
        <NameField name={name} onSave={(text) => void renameLane(studio, lane, text)} onDone={stopNaming} />
      ) : (
        <>
          <button
            ref={fold}
            type="button"
            className={classes.fold}
            data-lane={lane.role}
            aria-expanded={!folded}
            title={t(folded ? 'lane.unfold' : 'lane.fold', { lane: name })}
            onClick={() => studio.getState().toggleRole(lane.role)}
            onDoubleClick={() => setNaming(true)}
            onKeyDown={keys}
            onContextMenu={(event) => {
              event.preventDefault();
              event.currentTarget.parentElement?.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.click();
            }}
          >
            <IconChevronDown size={14} stroke={1.6} aria-hidden="true" />
            <b>{name}</b>
            <span>{lane.accounts.length}</span>
          </button>
          <span className={classes.acts}>
            <MenuButton
              Menu={LaneMenu}
              given={{ lane, lanes, onRename: () => setNaming(true) }}
              label={t('lane.acts', { lane: name })}
              className={classes.dots}
              aria-label={t('lane.acts', { lane: name })}
            >
              <IconDots size={14} stroke={1.6} aria-hidden="true" />
            </MenuButton>
          </span>
        </>
      )}
    </div>
  );
}

/** The field stands in place of what was pressed, so it has the focus and its words are marked. */
const takeFocus = (field: HTMLInputElement | null): void => {
  field?.focus({ preventScroll: true });
  field?.select();
};

/** Saved with Enter or by leaving it; Escape keeps the name it had; emptied, the lane has its usual name again. */
function NameField({
  name,
  onSave,
  onDone,
}: {
  readonly name: string;
  readonly onSave: (name: string) => void;
  readonly onDone: () => void;
}) {
  const t = useWords(matrixWords);
  const draft = useDraft({ value: name, when: 'leaving', onCommit: onSave, onLeave: onDone });
  return (
    <input
      className={classes.name}
      aria-label={t('lane.name')}
      maxLength={60}
      ref={takeFocus}
      {...draft}
      onKeyDown={(event) => {
        event.stopPropagation();
        draft.onKeyDown(event);
        if (!event.nativeEvent.isComposing && (event.key === 'Enter' || event.key === 'Escape')) onDone();
      }}
    />
  );
}

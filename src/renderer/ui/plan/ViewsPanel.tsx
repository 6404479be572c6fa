import { Button, Popover } from '@mantine/core';
import { IconDeviceFloppy, IconPencil, IconPin, IconPinFilled, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { opensPlan, readPlanSetup, samePlanSetup } from '../../../core/schedule/savedView';
import { planViewWords } from '../../../core/words/planViews';
import {
  deletePlanView,
  keepPlanView,
  openPlanWith,
  type PlanView,
  planViewsOf,
  renamePlanView,
  setupOf,
  showPlanView,
  updatePlanView,
} from '../../state/planning/views';
import { useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { IconButton } from '../IconButton';
import type { OpenMenu } from '../MenuButton';
import filter from './FilterBar.module.css';
import classes from './ViewsPanel.module.css';

/** The plan's saved views: open one, keep what is shown under a name, mend or drop one. */
export function ViewsPanel({ label, onClose }: OpenMenu) {
  const p = useWords(planViewWords);
  const studio = useStudioHandle();
  const outline = useStudio((state) => state.outline);
  const views = planViewsOf(outline);
  const [renaming, setRenaming] = useState<PlanView | null>(null);
  return (
    <Popover opened onClose={onClose} position="bottom-start" offset={4} trapFocus closeOnEscape>
      <Popover.Target>
        <span aria-hidden="true" className={filter.anchor} />
      </Popover.Target>
      <Popover.Dropdown p={8} aria-label={label}>
        {views.length === 0 && <p className={classes.none}>{p('views.none')}</p>}
        <ul className={classes.list}>
          {views.map((view) => (
            <Row key={view.id} view={view} rename={() => setRenaming(view)} onClose={onClose} />
          ))}
        </ul>
        <NameForm
          key={renaming?.id ?? 'new'}
          name={renaming?.name ?? ''}
          submit={renaming === null ? p('views.keep') : p('views.rename', { name: renaming.name })}
          onKeep={(name) => {
            onClose();
            void (renaming === null ? keepPlanView(studio, name) : renamePlanView(studio, renaming, name));
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function Row({
  view,
  rename,
  onClose,
}: {
  readonly view: PlanView;
  readonly rename: () => void;
  readonly onClose: () => void;
}) {
  const p = useWords(planViewWords);
  const studio = useStudioHandle();
  const open = useStudio((state) => state.planView === view.id);
  const changed = useStudio((state) => !samePlanSetup(setupOf(state), readPlanSetup(view.filter)));
  const { name } = view;
  const show = () => {
    showPlanView(studio, view);
    onClose();
  };
  return (
    <li className={classes.row}>
      <button type="button" className={classes.name} aria-current={open || undefined} onClick={show}>
        {name}
        {open && changed && <span>{p('views.changed')}</span>}
      </button>
      {open && changed && (
        <IconButton label={p('views.update', { name })} onClick={() => void updatePlanView(studio, view)}>
          <IconDeviceFloppy size={15} stroke={1.6} />
        </IconButton>
      )}
      <IconButton
        label={p('views.opens', { name })}
        pressed={opensPlan(view.filter)}
        onClick={() => void openPlanWith(studio, view, !opensPlan(view.filter))}
      >
        {opensPlan(view.filter) ? <IconPinFilled size={15} stroke={1.6} /> : <IconPin size={15} stroke={1.6} />}
      </IconButton>
      <IconButton label={p('views.rename', { name })} onClick={rename}>
        <IconPencil size={15} stroke={1.6} />
      </IconButton>
      <IconButton label={p('views.delete', { name })} onClick={() => void deletePlanView(studio, view)}>
        <IconTrash size={15} stroke={1.6} />
      </IconButton>
    </li>
  );
}

/** Asks for a name; an empty one is nothing to find it by. */
function NameForm({
  name,
  submit,
  onKeep,
}: {
  readonly name: string;
  readonly submit: string;
  readonly onKeep: (name: string) => void;
}) {
  const p = useWords(planViewWords);
  const [text, setText] = useState(name);
  const kept = text.trim();
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (kept !== '') onKeep(kept);
      }}
    >
      <input
        data-autofocus
        aria-label={p('views.name')}
        placeholder={p('views.name')}
        value={text}
        maxLength={100}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Button type="submit" disabled={kept === ''}>
        {submit}
      </Button>
    </form>
  );
}

import { Menu } from '@mantine/core';
import type { Lane } from '../../../core/schedule/lanes';
import { matrixWords } from '../../../core/words/matrix';
import { useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { Keys } from '../../ui/Keys';
import type { OpenMenu } from '../../ui/MenuButton';
import classes from './LaneRow.module.css';
import { moveLane } from './laneActs';

/** What can be done with a lane, each with its key. */
export function LaneMenu({
  lane,
  lanes,
  onRename,
  label,
  onClose,
}: OpenMenu & { readonly lane: Lane; readonly lanes: readonly Lane[]; readonly onRename: () => void }) {
  const t = useWords(matrixWords);
  const studio = useStudioHandle();
  const place = lanes.findIndex((one) => one.role === lane.role);
  const foldedRoles = useStudio((state) => state.foldedRoles);
  const roles = lanes.map((one) => one.role);
  const move = (steps: -1 | 1) => void moveLane(studio, lanes, lane.role, steps);
  return (
    <Menu opened onClose={onClose} position="bottom-start" offset={4}>
      <Menu.Target>
        <span aria-hidden="true" className={classes.anchor} />
      </Menu.Target>
      <Menu.Dropdown aria-label={label} aria-labelledby={undefined}>
        {/* The menu closes itself first, so that the field it opens keeps the focus. */}
        <Menu.Item onClick={() => setTimeout(onRename, 0)} rightSection={<Keys keys="f2" />}>
          {t('lane.rename')}
        </Menu.Item>
        <Menu.Item disabled={place <= 0} onClick={() => move(-1)} rightSection={<Keys keys="alt+arrowup" />}>
          {t('lane.up')}
        </Menu.Item>
        <Menu.Item
          disabled={place < 0 || place === lanes.length - 1}
          onClick={() => move(1)}
          rightSection={<Keys keys="alt+arrowdown" />}
        >
          {t('lane.down')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          disabled={roles.every((role) => foldedRoles.has(role))}
          onClick={() => studio.getState().foldRoles(roles)}
        >
          {t('lane.fold_all')}
        </Menu.Item>
        <Menu.Item disabled={foldedRoles.size === 0} onClick={() => studio.getState().foldRoles([])}>
          {t('lane.unfold_all')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

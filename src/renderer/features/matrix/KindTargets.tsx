import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import { pieceKinds } from '../../../core/model/vocabulary';
import { sayKind } from '../../../core/words/kinds';
import { matrixWords } from '../../../core/words/matrix';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { KindMark } from '../../ui/KindMark';
import type { OpenMenu } from '../../ui/MenuButton';
import classes from './LaneRow.module.css';
import { setTargets } from './laneActs';

const noTargets = {};

/** How much of each kind the team wants, for all lanes; saved together as one change. */
export function KindTargets({ label, onClose }: OpenMenu) {
  const t = useWords(matrixWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const targets = useStudio((state) => state.outline?.workspace[0]?.kindTargets ?? noTargets);
  const [given, setGiven] = useState(() => {
    const of = (kind: (typeof pieceKinds)[number]) => String((targets as Record<string, number>)[kind] ?? 0);
    return { scene: of('scene'), story: of('story'), interactive: of('interactive') };
  });
  const numbers = pieceKinds.map((kind) => ({
    kind,
    value: Number(given[kind].trim() === '' ? Number.NaN : given[kind]),
  }));
  const valid = numbers.every(({ value }) => Number.isInteger(value) && value >= 0 && value <= 100);
  const save = () => {
    const [scene = 0, story = 0, interactive = 0] = numbers.map(({ value }) => value);
    void setTargets(studio, { scene, story, interactive });
    onClose();
  };
  return (
    <Popover opened onDismiss={onClose} trapFocus position="bottom-start" offset={4}>
      <Popover.Target>
        <span aria-hidden="true" className={classes.anchor} />
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <form
          className={classes.targets}
          onSubmit={(event) => {
            event.preventDefault();
            if (valid) save();
          }}
        >
          <b>{label}</b>
          {pieceKinds.map((kind) => (
            <label key={kind}>
              <KindMark kind={kind} />
              <span>{sayKind(lang, kind)}</span>
              <input
                type="number"
                min={0}
                max={100}
                step={1}
                value={given[kind]}
                onChange={({ currentTarget }) => setGiven((before) => ({ ...before, [kind]: currentTarget.value }))}
              />
              %
            </label>
          ))}
          <p>{t('lane.targets_note')}</p>
          <Button type="submit" variant="filled" disabled={!valid}>
            {t('lane.targets_keep')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

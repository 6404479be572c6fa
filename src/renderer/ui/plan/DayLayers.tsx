import { Checkbox } from '@mantine/core';
import { hasLayer, layers } from '../../../core/occasions/layers';
import { occasionWords } from '../../../core/words/occasions';
import { useDayLayers } from '../../state/days';
import { useStudio, useWords } from '../../state/StudioProvider';
import classes from './DayLine.module.css';

/** What stands with the days of matrix and calendar, each switched by itself and remembered on this machine. */
export function DayLayers() {
  const t = useWords(occasionWords);
  const on = useDayLayers();
  const configure = useStudio((state) => state.configure);
  return (
    <div className={classes.layers}>
      {layers.map((layer) => (
        <Checkbox
          key={layer}
          size="sm"
          label={t(`layer.${layer}`)}
          checked={hasLayer(on, layer)}
          onChange={({ currentTarget: { checked } }) =>
            void configure({ dayLayers: layers.filter((one) => (one === layer ? checked : hasLayer(on, one))) })
          }
        />
      ))}
    </div>
  );
}

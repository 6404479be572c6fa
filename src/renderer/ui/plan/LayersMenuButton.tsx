import { IconCalendarStar } from '@tabler/icons-react';
import { occasionWords } from '../../../core/words/occasions';
import { useWords } from '../../state/StudioProvider';
import { MenuButton } from '../MenuButton';
import { LayersMenu } from './menus';
import classes from './PeriodSteps.module.css';

/** Which festivals, terms, occasions and hot topics stand with the days; the same as in the settings. */
export function LayersMenuButton() {
  const t = useWords(occasionWords);
  return (
    <MenuButton Menu={LayersMenu} given={{}} label={t('layers')} className={classes.quiet} aria-label={t('layers')}>
      <IconCalendarStar size={16} stroke={1.6} aria-hidden="true" />
    </MenuButton>
  );
}

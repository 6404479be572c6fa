import { IconExclamationCircle } from '@tabler/icons-react';
import { commandWords } from '../../../core/words/commands';
import { planWords } from '../../../core/words/plan';
import { toMend } from '../../state/planCheck';
import { useStudio, useWords } from '../../state/StudioProvider';
import classes from './PeriodSteps.module.css';

/** How much there is to mend in the plan; opens the list of it. */
export function PlanCheckButton() {
  const t = useWords(planWords);
  const command = useWords(commandWords);
  const count = useStudio(toMend);
  const open = useStudio((state) => state.checkOpen);
  const setOpen = useStudio((state) => state.setCheckOpen);
  const asked = useStudio((state) => state.planCheck !== null);
  return (
    <button
      type="button"
      className={`${classes.quiet} ${classes.check}`}
      aria-label={asked ? t('check.named', { count }) : t('check')}
      aria-pressed={open}
      data-plan-check={asked ? count : undefined}
      title={command(open ? 'plan.check_close' : 'plan.check')}
      onClick={() => setOpen(!open)}
    >
      <IconExclamationCircle size={16} stroke={1.6} aria-hidden="true" />
      <span className={classes.wide}>{t('check')}</span>
      {asked && <b className={classes.count}>{count}</b>}
    </button>
  );
}

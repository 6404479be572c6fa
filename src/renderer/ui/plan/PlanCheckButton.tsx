import { IconExclamationCircle } from '@tabler/icons-react';
import { commandWords } from '../../../core/words/commands';
import { planWords } from '../../../core/words/plan';
import { errorsToMend, warningsToMend } from '../../state/planCheck';
import { useStudio, useWords } from '../../state/StudioProvider';
import { FindingMark } from '../FindingMark';
import classes from './PeriodSteps.module.css';

/** How much there is to mend in the plan, what must be before what should be; opens the list of it. */
export function PlanCheckButton() {
  const t = useWords(planWords);
  const command = useWords(commandWords);
  const errors = useStudio(errorsToMend);
  const warnings = useStudio(warningsToMend);
  const open = useStudio((state) => state.checkOpen);
  const setOpen = useStudio((state) => state.setCheckOpen);
  const asked = useStudio((state) => state.planCheck !== null);
  return (
    <button
      type="button"
      className={`${classes.quiet} ${classes.check}`}
      aria-pressed={open}
      data-plan-check={asked ? errors + warnings : undefined}
      title={command(open ? 'plan.check_close' : 'plan.check')}
      onClick={() => setOpen(!open)}
    >
      <span className="visually-hidden">
        {asked ? t('check.named', { count: errors + warnings, errors, warnings }) : t('check')}
      </span>
      <IconExclamationCircle size={16} stroke={1.6} aria-hidden="true" />
      <span className={classes.wide} aria-hidden="true">
        {t('check')}
      </span>
      {asked && errors > 0 && <Count severity="error" count={errors} />}
      {asked && (warnings > 0 || errors === 0) && <Count severity={warnings > 0 ? 'warning' : null} count={warnings} />}
    </button>
  );
}

/** A number behind the mark its findings wear on tiles. */
function Count({ severity, count }: { readonly severity: 'error' | 'warning' | null; readonly count: number }) {
  return (
    <b className={classes.count} data-severity={severity ?? 'none'} aria-hidden="true">
      {severity !== null && <FindingMark severity={severity} />}
      {count}
    </b>
  );
}

import classes from './marks.module.css';

/** A filled dot must be fixed, a ring is a suggestion. */
export function FindingMark({ severity }: { readonly severity: 'error' | 'warning' | 'info' }) {
  return <span className={classes.finding} data-severity={severity} aria-hidden="true" />;
}

/** The source moved on after this version was made: a half-filled corner. */
export function BehindMark() {
  return (
    <svg className={classes.behind} width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
      <path className={classes.behindFull} d="M0 0H10V10Z" />
      <path className={classes.behindHalf} d="M0 0H10L5 5Z" />
    </svg>
  );
}

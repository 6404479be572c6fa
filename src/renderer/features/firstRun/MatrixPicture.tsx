import classes from './FirstRunScreen.module.css';

const rows = 5;
const columns = 12;
type Mark = { readonly row: number; readonly column: number; readonly kind: 'scene' | 'story' | 'interactive' };
const marks: readonly Mark[] = [
  { row: 0, column: 3, kind: 'interactive' },
  { row: 1, column: 1, kind: 'story' },
  { row: 1, column: 4, kind: 'scene' },
  { row: 1, column: 8, kind: 'interactive' },
  { row: 2, column: 5, kind: 'scene' },
  { row: 2, column: 10, kind: 'story' },
  { row: 3, column: 6, kind: 'story' },
  { row: 4, column: 2, kind: 'interactive' },
  { row: 4, column: 9, kind: 'scene' },
];

/** One thought as a picture: a lead and what follows it, over accounts and days. Ornament only. */
export function MatrixPicture() {
  return (
    <svg className={classes.picture} viewBox="0 0 720 210" aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => `row${row}`).map((key, row) => (
        <path key={key} className={classes.rule} d={`M0 ${row * 42 + 41}H720`} />
      ))}
      {Array.from({ length: columns }, (_, column) => `column${column}`).map((key, column) => (
        <path key={key} className={classes.rule} d={`M${column * 60 + 60} 0V210`} />
      ))}
      <path
        className={classes.line}
        d="M180 20V140q0 5 5 5H362M180 62H242M180 100q0 4 5 4H302M180 140V184q0 4 -5 4H172"
      />
      {marks.map(({ row, column, kind }) => (
        <g key={`${row} ${column}`} transform={`translate(${column * 60 + 5} ${row * 42 + 6})`}>
          <rect className={classes.slip} width="50" height="29" rx="5" />
          <g className={classes.mark} data-kind={kind} transform="translate(9 10)">
            {kind === 'scene' && <rect width="8" height="8" rx="1.2" />}
            {kind === 'story' && <circle cx="4" cy="4" r="4.2" />}
            {kind === 'interactive' && <path d="M4 0 8.2 8H-.2Z" />}
          </g>
          <path className={classes.text} d="M22 14H42" />
        </g>
      ))}
    </svg>
  );
}

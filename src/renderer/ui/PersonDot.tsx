import { Hint } from './Hint';
import classes from './marks.module.css';

/** Initial of a person on a soft tint. `tint` is a number 1–5 or a word the plan chose; unknown words pick one steadily. */
export function PersonDot({
  name,
  tint = '',
  size = 'normal',
  hint = true,
}: {
  readonly name: string;
  readonly tint?: string;
  readonly size?: 'normal' | 'large';
  /** Whether the name shows on hover. */
  readonly hint?: boolean;
}) {
  const dot = (
    <span className={classes.person} data-tint={tintOf(tint || name)} data-size={size} aria-hidden="true">
      {[...name.trim()][0] ?? '?'}
    </span>
  );
  return hint ? <Hint label={name}>{dot}</Hint> : dot;
}

const named: Readonly<Record<string, string>> = {
  amber: '1',
  orange: '1',
  indigo: '2',
  blue: '2',
  rose: '3',
  pink: '3',
  teal: '4',
  green: '4',
  violet: '5',
  purple: '5',
  slate: '6',
  grey: '6',
  gray: '6',
};

const tintOf = (word: string): string => {
  const known = /^[1-6]$/.test(word) ? word : named[word.toLowerCase()];
  if (known !== undefined) return known;
  let sum = 0;
  for (const sign of word) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 997;
  return String((sum % 5) + 1);
};

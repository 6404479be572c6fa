import type { ConflictText } from '../../../contract';
import { conflictWords } from '../../../core/words/conflicts';
import { useWords } from '../../state/StudioProvider';
import classes from './Conflicts.module.css';

/** Of three texts and more, the two that are compared. */
export function PairPick({
  texts,
  pair,
  say,
  onPair,
}: {
  readonly texts: readonly ConflictText[];
  readonly pair: readonly [string, string];
  readonly say: (text: ConflictText) => string;
  readonly onPair: (pair: readonly [string, string]) => void;
}) {
  const t = useWords(conflictWords);
  return (
    <p className={classes.pairing}>
      <span>{t('body.more', { count: texts.length })}</span>
      {(['left', 'right'] as const).map((side, at) => (
        <label key={side}>
          {t(`body.${side}`)}
          <select
            value={pair[at]}
            onChange={({ currentTarget: { value } }) => onPair(at === 0 ? [value, pair[1]] : [pair[0], value])}
          >
            {texts.map((text) => (
              <option key={text.version} value={text.version} disabled={text.version === pair[1 - at]}>
                {say(text)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </p>
  );
}

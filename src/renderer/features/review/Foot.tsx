import { reviewWords } from '../../../core/words/review';
import { useWords } from '../../state/StudioProvider';
import { Keys } from '../../ui/Keys';
import classes from './Review.module.css';

/** The keys of the moment, at the foot of the screen. */
export function Foot({ deciding }: { readonly deciding: boolean }) {
  const t = useWords(reviewWords);
  const keys = deciding
    ? ([
        ['key.take', 'enter'],
        ['key.mine', 'm'],
        ['key.write', 'e'],
        ['key.all', 'a'],
        ['key.finish', 'mod+enter'],
      ] as const)
    : ([
        ['key.previous', 'arrowup'],
        ['key.next', 'arrowdown'],
        ['trace.keep', 'k'],
        ['key.view', 'd'],
      ] as const);
  return keys.map(([word, key]) => (
    <span key={word} className={classes.footKey}>
      {t(word)} <Keys keys={key} />
    </span>
  ));
}

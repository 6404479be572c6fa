import { type ReviewWord, reviewWords } from '../../../core/words/review';
import { useWords } from '../../state/StudioProvider';
import { Keys } from '../../ui/Keys';
import classes from './Review.module.css';

type Doing = 'reading' | 'deciding' | 'comparing';

const keysOf: { readonly [K in Doing]: readonly (readonly [word: ReviewWord, keys: string])[] } = {
  reading: [
    ['key.previous', 'arrowup'],
    ['key.next', 'arrowdown'],
    ['trace.keep', 'k'],
    ['key.view', 'd'],
  ],
  deciding: [
    ['key.take', 'enter'],
    ['key.mine', 'm'],
    ['key.write', 'e'],
    ['key.all', 'a'],
    ['key.finish', 'mod+enter'],
  ],
  comparing: [['key.compare_end', 'c']],
};

/** The keys of the moment, at the foot of the screen. */
export function Foot({ doing }: { readonly doing: Doing }) {
  const t = useWords(reviewWords);
  return keysOf[doing].map(([word, keys]) => (
    <span key={word} className={classes.footKey}>
      {t(word)} <Keys keys={keys} />
    </span>
  ));
}

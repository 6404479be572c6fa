import type { ReviewOffer } from '../../../contract';
import { marksWords } from '../../../core/words/marks';
import { sayReviewPlace } from '../../../core/words/reviewPage';
import { titleOrNone } from '../../../core/words/titles';
import { useLang, useWords } from '../../state/StudioProvider';
import classes from './Hand.module.css';
import shared from './Marks.module.css';
import { Standing } from './Standing';

export const keyOf = ({ target }: ReviewOffer): string => `${target.pieceId} ${target.format} ${target.accountId}`;

/** The texts that can be handed over, below the titles of their pieces. */
export function HandRows({
  offers,
  isTicked,
  onTick,
}: {
  readonly offers: readonly ReviewOffer[];
  readonly isTicked: (offer: ReviewOffer) => boolean;
  readonly onTick: (offer: ReviewOffer) => void;
}) {
  const t = useWords(marksWords);
  const lang = useLang();
  return (
    <ul className={shared.rows}>
      {offers.map((offer, index) => (
        <li key={keyOf(offer)} data-offer={keyOf(offer)}>
          {offers[index - 1]?.target.pieceId !== offer.target.pieceId && <h2>{titleOrNone(lang, offer.title)}</h2>}
          <label className={classes.offer}>
            <input type="checkbox" checked={isTicked(offer)} onChange={() => onTick(offer)} />
            <b>{sayReviewPlace(lang, offer)}</b>
            <span className={shared.quiet}>{[offer.day, offer.time].filter(Boolean).join(' ')}</span>
            <span className={shared.quiet}>{t('hand.count', { count: offer.length })}</span>
            {offer.errors > 0 && <span className={shared.bad}>{t('hand.errors', { count: offer.errors })}</span>}
            <Standing standing={offer.standing} />
          </label>
        </li>
      ))}
    </ul>
  );
}

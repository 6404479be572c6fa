import { useEffect, useState } from 'react';
import { browserTimers } from '../../state/adapting/adaptLoop';
import { useStudio, useStudioHandle } from '../../state/StudioProvider';
import { PieceGone } from '../../ui/plan/PieceGone';
import { ReviewPage } from './ReviewPage';
import { openReview, type Review } from './review';

type Opening =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'open'; readonly review: Review }
  | { readonly kind: 'gone' };

/** Every version of one piece beside its source. Reads the piece once its rules have arrived. */
export function ReviewScreen() {
  const studio = useStudioHandle();
  const route = useStudio((state) => state.route);
  const pieceId = route.screen === 'review' ? route.pieceId : null;
  const [opening, setOpening] = useState<Opening>({ kind: 'waiting' });

  useEffect(() => {
    if (pieceId === null) return;
    let review: Review | null = null;
    let left = false;
    void (async () => {
      await studio.getState().loadPacks();
      const answer = await studio.api.call('piece.open', { id: pieceId });
      if (left) return;
      if (!answer.ok) setOpening({ kind: 'gone' });
      else {
        review = openReview(studio, answer.value, browserTimers);
        setOpening({ kind: 'open', review });
      }
    })();
    const stop = studio.subscribe((now, before) => {
      if (now.outline !== before.outline || now.packs !== before.packs) review?.readapt();
    });
    return () => {
      left = true;
      stop();
      review?.close();
    };
  }, [studio, pieceId]);

  if (opening.kind === 'open' && opening.review.pieceId === pieceId)
    return (
      <ReviewPage key={pieceId} review={opening.review} target={route.screen === 'review' ? route.target : undefined} />
    );
  return <PieceGone gone={opening.kind === 'gone'} />;
}

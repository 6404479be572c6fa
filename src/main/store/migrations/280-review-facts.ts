import type { Migration } from '../migrations';

/**
 * Where a piece stands with its readers, for the library's badge and filter: the most pressing standing of its texts, and
 * how many remarks wait for an answer. Derived like the findings beside it (`library/facts.ts`); pieces that were ever
 * asked about are due for it once.
 */
export const reviewFacts: Migration = {
  version: 280,
  name: 'review facts',
  up: /* sql */ `
ALTER TABLE piece_card ADD COLUMN review TEXT NOT NULL DEFAULT 'none';
ALTER TABLE piece_card ADD COLUMN open_marks INTEGER NOT NULL DEFAULT 0;

CREATE INDEX card_review ON piece_card (shelf, review) WHERE review <> 'none';
CREATE INDEX card_open_marks ON piece_card (shelf) WHERE open_marks > 0;
CREATE INDEX review_by_piece ON review (json_extract(registers, '$.pieceId')) WHERE alive = 1;

UPDATE piece_card SET facts_due = 1 WHERE facts_due = 0 AND id IN (
  SELECT json_extract(registers, '$.pieceId') FROM review WHERE alive = 1
  UNION SELECT piece_id FROM variant WHERE COALESCE(json_extract(registers, '$.approval'), 'none') <> 'none'
  UNION SELECT id FROM piece WHERE COALESCE(json_extract(registers, '$.approval'), 'none') <> 'none');
`,
};

import type { Migration } from '../migrations';

/**
 * Sketches of the paragraphs of placed texts, so that the same paragraph on several accounts is found without reading
 * every text again (`core/check/sameText.ts`). Derived: written where a piece's findings are counted, which every piece
 * is due for once more. A mark stands for one platform; under it the days lie in order, so that looking around a day stays
 * short even where a thousand posts share a paragraph.
 */
export const sameText: Migration = {
  version: 90,
  name: 'same text',
  up: /* sql */ `
CREATE TABLE same_text (
  placement TEXT NOT NULL,
  n INTEGER NOT NULL,
  marks TEXT NOT NULL,
  beginning TEXT NOT NULL,
  PRIMARY KEY (placement, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE same_mark (
  mark INTEGER NOT NULL,
  day TEXT NOT NULL,
  placement TEXT NOT NULL,
  account TEXT NOT NULL,
  PRIMARY KEY (mark, day, placement)
) STRICT, WITHOUT ROWID;

CREATE INDEX same_mark_by_placement ON same_mark (placement);

UPDATE piece_card SET facts_due = 1 WHERE facts_due = 0 AND id IN
  (SELECT json_extract(registers, '$.pieceId') FROM placement WHERE alive = 1);
`,
};

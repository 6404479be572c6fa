import type { Migration } from '../migrations';

/**
 * An edit marks its piece here, and the card follows before cards are read: an edit no longer writes the indexes of the
 * card, and none over the row's own JSON (siblings are found by their cards). What is due for the index of texts stands in
 * the order it is taken in, ids of one moment included: a first build after a large import would otherwise sort the whole
 * backlog for each slice.
 */
export const cardsLater: Migration = {
  version: 60,
  name: 'cards later',
  up: /* sql */ `
CREATE TABLE card_due (
  id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

DROP INDEX piece_by_sibling;
DROP INDEX card_text_due;
CREATE INDEX card_text_due ON piece_card (touched DESC, id) WHERE text_due = 1;
`,
};

/**
 * The form in which text is searched: compatibility-normalised and lower case, so that full-width, half-width and
 * capitals meet. Made once when text is written, never per query.
 */
export const searchable = (text: string): string => text.normalize('NFKC').toLowerCase();

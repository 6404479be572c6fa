import { useMemo } from 'react';
import { parseQuery } from '../../../core/search/query';

/** The words a tag may have been found by: terms and `tag:` values of the query, in lower case. */
export function useSearchedWords(query: string): readonly string[] {
  return useMemo(
    () =>
      parseQuery(query).flatMap((item) => {
        if (item.not) return [];
        if (item.kind === 'term') return [item.text.toLowerCase()];
        return item.operator === 'tag' ? [item.value.toLowerCase()] : [];
      }),
    [query],
  );
}

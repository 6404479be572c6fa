import { type PieceFilter, pieceFilter } from '../../../contract';
import { type LibraryLayout, libraryLayouts, noFilter } from '../../state/library';

/** What a saved view holds: which pieces, in which order, and how they are laid out. */
export type Setup = { readonly filter: PieceFilter; readonly layout: LibraryLayout };

export const plainSetup: Setup = { filter: noFilter, layout: 'list' };

const keys = Object.keys(noFilter) as readonly (keyof PieceFilter)[];

/**
 * Reads the setup of a `view` record. A condition that this version does not know, or cannot read, is left out:
 * the view then shows more, never something else.
 */
export function readSetup(json: string): Setup {
  const stored = asObject(json);
  let filter: PieceFilter = noFilter;
  for (const key of keys) {
    const value = pieceFilter.shape[key].safeParse(stored[key]);
    if (Object.hasOwn(stored, key) && value.success) filter = { ...filter, [key]: value.data };
  }
  const layout = libraryLayouts.find((known) => known === stored.layout) ?? 'list';
  return { filter: { ...filter, trashed: false }, layout };
}

function asObject(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    // A view whose text is broken shows everything; it can be saved again from there.
    return {};
  }
}

/** Only what differs from the plain library, in one order, so that equal setups are equal texts. */
export const printSetup = ({ filter, layout }: Setup): string =>
  JSON.stringify({
    ...Object.fromEntries(
      keys
        .filter((key) => key !== 'trashed' && JSON.stringify(filter[key]) !== JSON.stringify(noFilter[key]))
        .map((key) => [key, filter[key]]),
    ),
    ...(layout === 'list' ? {} : { layout }),
  });

export const sameSetup = (a: Setup, b: Setup): boolean => printSetup(a) === printSetup(b);

/** Conditions apart from the words searched for, the order, and the trash. */
export const isFiltered = (filter: PieceFilter): boolean =>
  !sameSetup(
    { filter: { ...filter, query: '', sort: 'updated' }, layout: 'list' },
    { filter: noFilter, layout: 'list' },
  );

export const isNarrowed = (filter: PieceFilter): boolean => isFiltered(filter) || filter.query.trim() !== '';

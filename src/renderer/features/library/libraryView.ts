import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PieceFilter } from '../../../contract';
import type { Studio } from '../../state/studio';

/** What the user is doing in the library; kept while they are in the editor, so that they come back to the same row. */
export type LibraryView = {
  readonly filter: PieceFilter;
  readonly cursor: number;
  readonly scrollTop: number;
  readonly selected: ReadonlySet<string>;
};

export const noFilter: PieceFilter = {
  query: '',
  kinds: [],
  subkinds: [],
  states: [],
  langs: [],
  personaIds: [],
  campaignIds: [],
  ownerIds: [],
  tags: [],
  platforms: [],
  from: null,
  to: null,
  withFindings: false,
  behind: false,
  unplannedOnly: false,
  trashed: false,
  sort: 'updated',
};

const views = new WeakMap<Studio, StoreApi<LibraryView>>();

/** The library's view of one window. */
export function libraryView(studio: Studio): StoreApi<LibraryView> {
  const known = views.get(studio);
  if (known !== undefined) return known;
  const made = createStore<LibraryView>()(() => ({ filter: noFilter, cursor: 0, scrollTop: 0, selected: new Set() }));
  views.set(studio, made);
  studio.api.on('switched', () => made.setState(made.getInitialState(), true));
  return made;
}

/** Whether anything but the sort order and the trash narrows the list. */
export const isNarrowed = (filter: PieceFilter): boolean =>
  filter.query.trim() !== '' ||
  filter.unplannedOnly ||
  [filter.kinds, filter.states, filter.langs, filter.personaIds, filter.campaignIds, filter.tags].some(
    (list) => list.length > 0,
  );

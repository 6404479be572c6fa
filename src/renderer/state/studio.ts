import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Api } from '../api/studio';
import { type BootSlice, bootSlice } from './boot';
import { type CampaignsSlice, campaignsSlice } from './campaigns';
import { type CommandSlice, commandSlice } from './commands';
import { type DaysSlice, daysSlice } from './days';
import { type DeskSlice, deskSlice } from './desk';
import { startEffects } from './effects';
import { type FilterSlice, filterSlice } from './filters';
import { type HistorySlice, historySlice } from './history';
import { type ImportingSlice, importingSlice } from './importing';
import { type JumpSlice, jumpSlice } from './jump';
import { type LibrarySlice, librarySlice } from './library';
import { type NoticeSlice, noticeSlice } from './notices';
import { type OutlineSlice, outlineSlice } from './outline';
import { type PacksSlice, packsSlice } from './packs';
import { type PlacementsSlice, placementsSlice } from './placements';
import { type PlanCheckSlice, planCheckSlice } from './planCheck';
import { type ProposingSlice, proposingSlice } from './proposing';
import { type RecoverySlice, recoverySlice } from './recovery';
import { type RouteSlice, routeSlice } from './route';
import { type SelectionSlice, selectionSlice } from './selection';
import { type SeriesSlice, seriesSlice } from './series';
import { type ShelfSlice, shelfSlice } from './shelf';
import type { Tools } from './slice';
import { type TimelineSlice, timelineSlice } from './timeline';
import { type TraySlice, traySlice } from './tray';
import type { World } from './world';

export type StudioState = BootSlice &
  CampaignsSlice &
  CommandSlice &
  DaysSlice &
  DeskSlice &
  FilterSlice &
  HistorySlice &
  ImportingSlice &
  JumpSlice &
  LibrarySlice &
  NoticeSlice &
  OutlineSlice &
  PacksSlice &
  PlacementsSlice &
  PlanCheckSlice &
  ProposingSlice &
  RecoverySlice &
  RouteSlice &
  SelectionSlice &
  SeriesSlice &
  ShelfSlice &
  TimelineSlice &
  TraySlice;

/** The state of one window. The app makes one, each test its own; `stop` ends its subscriptions. */
export type Studio = StoreApi<StudioState> & { readonly api: Api; readonly world: World; readonly stop: () => void };

export function createStudio(api: Api, world: World): Studio {
  const tools: Tools = { api, world };
  const store = createStore<StudioState>()((...given) => ({
    ...bootSlice(tools)(...given),
    ...campaignsSlice(tools)(...given),
    ...commandSlice(tools)(...given),
    ...daysSlice(tools)(...given),
    ...deskSlice(tools)(...given),
    ...filterSlice(tools)(...given),
    ...historySlice(tools)(...given),
    ...importingSlice(tools)(...given),
    ...jumpSlice(tools)(...given),
    ...librarySlice(tools)(...given),
    ...noticeSlice(tools)(...given),
    ...outlineSlice(tools)(...given),
    ...packsSlice(tools)(...given),
    ...placementsSlice(tools)(...given),
    ...planCheckSlice(tools)(...given),
    ...proposingSlice(tools)(...given),
    ...recoverySlice(tools)(...given),
    ...routeSlice(tools)(...given),
    ...selectionSlice(tools)(...given),
    ...seriesSlice(tools)(...given),
    ...shelfSlice(tools)(...given),
    ...timelineSlice(tools)(...given),
    ...traySlice(tools)(...given),
  }));
  return Object.assign(store, { api, world, stop: startEffects(store, tools) });
}

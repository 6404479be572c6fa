import type { BulkTarget, ExportChoiceInput, ExportKind, Outline } from '../../../contract';
import type { ExportOptionsInput } from '../../../core/export/options';
import type { Lang } from '../../../core/model/records';
import type { Period } from '../../../core/schedule/days';
import { noFilter, type PlanFilter } from '../../../core/schedule/filter';
import { addDays, startOfWeek, type WallDate } from '../../../core/time/wall';

/** How it is chosen what leaves: by days, by what the plan's screens show, or by what was picked. */
export const rangeKinds = ['campaign', 'week', 'two_weeks', 'custom', 'shown', 'picked', 'library'] as const;
export type RangeKind = (typeof rangeKinds)[number];

/** What the user has chosen on the export screen; everything else is computed from it. */
export type ExportView = {
  readonly range: RangeKind;
  readonly campaignId: string | null;
  readonly from: WallDate;
  readonly to: WallDate;
  readonly platforms: readonly string[];
  readonly kinds: readonly ExportKind[];
  readonly options: ExportOptionsInput;
  readonly plan: PlanExtent;
  readonly look: Look;
  readonly lang: Lang;
  /** What a preset remembers of the other screens; null for what they show now. */
  readonly kept: Kept | null;
};

/** How much of the plan its own file holds. */
export type PlanExtent = { readonly part: 'all' | 'chosen'; readonly pictures: boolean; readonly notes: boolean };
export const wholePlan: PlanExtent = { part: 'all', pictures: true, notes: true };

export const looks = ['matrix', 'month', 'list'] as const;
export type Look = (typeof looks)[number];

/** What the other screens show or hold picked. */
export type Kept = {
  readonly filter: PlanFilter;
  readonly placementIds: readonly string[];
  readonly pieces: BulkTarget | null;
};
export type Seen = Kept & { readonly period: Period };
export const nothingSeen: Kept = { filter: noFilter, placementIds: [], pieces: null };

/** The choice people most often need: the campaign that runs now, as a copy pack with its calendar. */
export function firstView(outline: Outline, today: WallDate, lang: Lang): ExportView {
  const campaign =
    outline.campaign.find(({ start, end }) => start !== null && end !== null && start <= today && today <= end) ??
    outline.campaign[0];
  const weekStart = outline.workspace[0]?.weekStart ?? 1;
  const from = startOfWeek(today, weekStart);
  return {
    range: campaign === undefined ? 'two_weeks' : 'campaign',
    campaignId: campaign?.id ?? null,
    from,
    to: addDays(from, 13),
    platforms: [],
    kinds: ['copy_pack', 'csv', 'ics'],
    options: {},
    plan: wholePlan,
    look: 'matrix',
    lang,
    kept: null,
  };
}

/** The days a range means; null bounds mean "as far as there is". */
export function daysOf(
  view: ExportView,
  today: WallDate,
  weekStart: number,
  shown: Period,
): { readonly from: WallDate | null; readonly to: WallDate | null } {
  const monday = startOfWeek(today, weekStart);
  switch (view.range) {
    case 'campaign':
    case 'picked':
    case 'library':
      return { from: null, to: null };
    case 'shown':
      return shown;
    case 'week':
      return { from: monday, to: addDays(monday, 6) };
    case 'two_weeks':
      return { from: monday, to: addDays(monday, 13) };
    case 'custom':
      return { from: view.from, to: view.to };
  }
}

/** Why nothing can be asked for yet; null when all is chosen. */
export function wrongWith(view: ExportView, seen: Kept): 'empty.kinds' | 'range.backwards' | 'empty.picked' | null {
  if (view.kinds.length === 0) return 'empty.kinds';
  if (view.range === 'picked' && (view.kept ?? seen).placementIds.length === 0) return 'empty.picked';
  return view.range === 'custom' && view.to < view.from ? 'range.backwards' : null;
}

export function choiceOf(view: ExportView, today: WallDate, weekStart: number, seen: Seen): ExportChoiceInput {
  const { filter, placementIds, pieces } = view.kept ?? seen;
  const narrowed = view.range === 'shown' ? filter : noFilter;
  const ofCampaign = view.range === 'campaign' && view.campaignId !== null ? [view.campaignId] : [];
  return {
    ...daysOf(view, today, weekStart, seen.period),
    campaignIds: [...ofCampaign, ...narrowed.campaignIds],
    platforms: [...(view.platforms.length > 0 ? view.platforms : narrowed.platforms)],
    personaIds: [...narrowed.personaIds],
    pieceKinds: [...narrowed.kinds],
    states: [...narrowed.states],
    outcomes: [...narrowed.outcomes],
    findings: [...narrowed.findings],
    placementIds: view.range === 'picked' ? [...placementIds] : [],
    pieces: view.range === 'library' ? pieces : null,
    look: view.look,
    kinds: [...view.kinds],
    options: view.options,
    plan: view.plan,
    lang: view.lang,
  };
}

/** A file or folder of the preview, in the order and depth it is shown. */
export type TreeLine = {
  readonly path: string;
  readonly name: string;
  readonly depth: number;
  readonly folder: boolean;
  /** Null where only writing tells. */
  readonly bytes: number | null;
};

/** Paths as an indented list: each folder once, before its files, with the size of all it holds. */
export function treeOf(
  files: readonly { readonly path: string; readonly bytes: number | null }[],
): readonly TreeLine[] {
  const sizes = new Map<string, number>();
  for (const { path, bytes } of files)
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      const folder = path.slice(0, slash);
      sizes.set(folder, (sizes.get(folder) ?? 0) + (bytes ?? 0));
    }
  const lines: TreeLine[] = [];
  const shown = new Set<string>();
  for (const { path, bytes } of files.toSorted((a, b) => inOrder(a.path, b.path))) {
    const parts = path.split('/');
    for (let depth = 1; depth < parts.length; depth += 1) {
      const folder = parts.slice(0, depth).join('/');
      if (shown.has(folder)) continue;
      shown.add(folder);
      lines.push({
        path: folder,
        name: parts[depth - 1] ?? folder,
        depth: depth - 1,
        folder: true,
        bytes: sizes.get(folder) ?? 0,
      });
    }
    lines.push({ path, name: parts.at(-1) ?? path, depth: parts.length - 1, folder: false, bytes });
  }
  return lines;
}

/** Files of a folder stand together: compared part by part, files of the top level last. */
function inOrder(a: string, b: string): number {
  const left = a.split('/');
  const right = b.split('/');
  for (let at = 0; ; at += 1) {
    const x = left[at] ?? '';
    const y = right[at] ?? '';
    const xIsFile = at === left.length - 1;
    const yIsFile = at === right.length - 1;
    if (xIsFile !== yIsFile && x !== y) return xIsFile ? 1 : -1;
    if (x !== y) return x < y ? -1 : 1;
    if (xIsFile) return 0;
  }
}

/** `1,240 B`, `18.2 KB`, `3.4 MB`, in powers of a thousand as file managers show them. */
export function saySize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 999_950) return `${(bytes / 1_000).toFixed(1)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

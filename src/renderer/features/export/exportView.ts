import type { ExportChoiceInput, ExportKind, Outline } from '../../../contract';
import type { Lang } from '../../../core/model/records';
import { addDays, startOfWeek, type WallDate } from '../../../core/time/wall';

/** How the range is chosen. */
export type RangeKind = 'campaign' | 'week' | 'two_weeks' | 'custom';

/** What the user has chosen on the export screen; everything else is computed from it. */
export type ExportView = {
  readonly range: RangeKind;
  readonly campaignId: string | null;
  readonly from: WallDate;
  readonly to: WallDate;
  readonly platforms: readonly string[];
  readonly kinds: readonly ExportKind[];
  readonly lang: Lang;
};

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
    lang,
  };
}

/** The days a range means; null bounds mean "as far as there is". */
export function daysOf(
  view: ExportView,
  today: WallDate,
  weekStart: number,
): { readonly from: WallDate | null; readonly to: WallDate | null } {
  const monday = startOfWeek(today, weekStart);
  switch (view.range) {
    case 'campaign':
      return { from: null, to: null };
    case 'week':
      return { from: monday, to: addDays(monday, 6) };
    case 'two_weeks':
      return { from: monday, to: addDays(monday, 13) };
    case 'custom':
      return { from: view.from, to: view.to };
  }
}

/** Why nothing can be asked for yet; null when all is chosen. */
export function wrongWith(view: ExportView): 'empty.kinds' | 'range.backwards' | null {
  if (view.kinds.length === 0) return 'empty.kinds';
  return view.range === 'custom' && view.to < view.from ? 'range.backwards' : null;
}

export function choiceOf(view: ExportView, today: WallDate, weekStart: number): ExportChoiceInput {
  return {
    ...daysOf(view, today, weekStart),
    campaignIds: view.range === 'campaign' && view.campaignId !== null ? [view.campaignId] : [],
    platforms: [...view.platforms],
    kinds: [...view.kinds],
    lang: view.lang,
  };
}

/** A file or folder of the preview, in the order and depth it is shown. */
export type TreeLine = {
  readonly path: string;
  readonly name: string;
  readonly depth: number;
  readonly folder: boolean;
  readonly bytes: number;
};

/** Paths as an indented list: each folder once, before its files, with the size of all it holds. */
export function treeOf(files: readonly { readonly path: string; readonly bytes: number }[]): readonly TreeLine[] {
  const sizes = new Map<string, number>();
  for (const { path, bytes } of files)
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      const folder = path.slice(0, slash);
      sizes.set(folder, (sizes.get(folder) ?? 0) + bytes);
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

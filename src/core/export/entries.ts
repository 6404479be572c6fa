import type { Lang } from '../model/records';
import type { FormatPack, PlatformPack } from '../platforms/pack';
import type { ExportEntry, ExportModel } from './types';

/** By day, then time, account and id; what has no day comes last, what has no time first in its day. */
export const sortEntries = (entries: readonly ExportEntry[]): readonly ExportEntry[] =>
  [...entries].sort(
    (a, b) =>
      compare(a.placement.day ?? '9999-99-99', b.placement.day ?? '9999-99-99') ||
      compare(a.placement.time ?? '', b.placement.time ?? '') ||
      compare(a.account?.order ?? '', b.account?.order ?? '') ||
      compare(a.account?.name ?? '', b.account?.name ?? '') ||
      compare(a.placement.id, b.placement.id),
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Names of platform and format as people call them; the ids where a pack is missing. */
export function platformOf(model: ExportModel, { variant }: ExportEntry): PlatformPack | null {
  return model.packs.find(({ id }) => id === variant.platform) ?? null;
}

export function formatOf(model: ExportModel, entry: ExportEntry): FormatPack | null {
  return platformOf(model, entry)?.formats.find(({ id }) => id === entry.variant.format) ?? null;
}

export const platformName = (model: ExportModel, entry: ExportEntry): string =>
  named(platformOf(model, entry), model.lang) ?? entry.variant.platform;

export const formatName = (model: ExportModel, entry: ExportEntry): string =>
  named(formatOf(model, entry), model.lang) ?? entry.variant.format;

const named = (pack: { readonly zh: string; readonly en: string } | null, lang: Lang): string | null =>
  pack === null ? null : pack[lang];

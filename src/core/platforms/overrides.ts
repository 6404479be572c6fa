import type { PlatformOverride } from '../model/records';
import { type FormatPack, formatPack, limits, type PlatformPack, platformPack } from './pack';

/**
 * A team's own values for rule packs. They are kept as records (one per platform, its id the platform's), so they
 * travel in the plan file; the shipped data files never change. A key is `post.body_max` for a limit,
 * `post.links.policy` for a rule, `checkedOn` for the day the team checked the pack; its value is JSON text. `null`
 * removes a limit. A value that does not fit is left out and reported, never half applied.
 */
export type OverrideEntry = Pick<PlatformOverride, 'id' | 'overrides'>;

export type RejectedOverride = {
  readonly platform: string;
  readonly key: string;
  readonly reason: 'unknown_platform' | 'unknown_key' | 'bad_value';
};

/** Rules of a format that may be overridden, besides every limit. */
export const settableRules = [
  'title',
  'lines',
  'threads',
  'ratios',
  'imageFormats',
  'forbiddenChars',
  'count.title',
  'count.body',
  'tags.syntax',
  'tags.where',
  'mentions.syntax',
  'links.policy',
  'links.clickable',
] as const;

export function applyOverrides(
  packs: readonly PlatformPack[],
  overrides: readonly OverrideEntry[],
): { readonly packs: readonly PlatformPack[]; readonly rejected: readonly RejectedOverride[] } {
  const rejected: RejectedOverride[] = [];
  const changed = new Map<string, PlatformPack>();
  for (const { id, overrides: values } of overrides) {
    let pack = packs.find((entry) => entry.id === id);
    for (const [key, json] of Object.entries(values)) {
      const next = pack === undefined ? 'unknown_platform' : override(pack, key, json);
      if (typeof next === 'string') rejected.push({ platform: id, key, reason: next });
      else pack = next;
    }
    if (pack !== undefined) changed.set(id, pack);
  }
  return { packs: packs.map((pack) => changed.get(pack.id) ?? pack), rejected };
}

/** The pack with one value replaced, or why not. */
function override(pack: PlatformPack, key: string, json: string): PlatformPack | RejectedOverride['reason'] {
  const value = readJson(json);
  if (value === undefined) return 'bad_value';
  if (key === 'checkedOn') {
    const next = platformPack.safeParse({ ...pack, checkedOn: value });
    return next.success ? next.data : 'bad_value';
  }
  const dot = key.indexOf('.');
  const format = pack.formats.find((entry) => entry.id === key.slice(0, dot));
  if (dot <= 0 || format === undefined) return 'unknown_key';
  const draft = withValue(format, key.slice(dot + 1), value);
  if (draft === null) return 'unknown_key';
  const next = formatPack.safeParse(draft);
  if (!next.success) return 'bad_value';
  return { ...pack, formats: pack.formats.map((entry) => (entry === format ? next.data : entry)) };
}

/** The format with a raw value in place, still to be checked; null for a rule that cannot be set. */
function withValue(format: FormatPack, rule: string, value: unknown): Readonly<Record<string, unknown>> | null {
  if (Object.hasOwn(limits.shape, rule)) {
    const { [rule as keyof typeof format.limits]: _, ...rest } = format.limits;
    return { ...format, limits: value === null ? rest : { ...rest, [rule]: value } };
  }
  if (!settableRules.some((name) => name === rule)) return null;
  const [group = rule, field] = rule.split('.');
  if (field === undefined) return { ...format, [group]: value };
  const inner: Readonly<Record<string, unknown>> = format[group as 'count' | 'tags' | 'mentions' | 'links'];
  return { ...format, [group]: { ...inner, [field]: value } };
}

function readJson(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    // Not JSON: reported by the caller as a bad value.
    return undefined;
  }
}

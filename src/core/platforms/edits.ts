import { applyOverrides, type OverrideEntry, type RejectedOverride } from './overrides';
import { formatKey, PLATFORM_KEY } from './ownPacks';
import type { PlatformPack } from './pack';

/** Changes of a team's values for one platform, by key; null gives a value back. One of these is one step of undo. */
export type ValueChange = Readonly<Record<string, string | null>>;
type Values = OverrideEntry['overrides'];

/** A platform's values after a change. */
export const withValues = (before: Values, change: ValueChange): Values =>
  Object.fromEntries(
    Object.entries({ ...before, ...change }).filter((entry): entry is [string, string] => entry[1] !== null),
  );

/**
 * The first value that would not be used after a change, or null when the change is sound. What was unused before and
 * is not touched now does not stand in the way.
 */
export function firstUnfit(
  shipped: readonly PlatformPack[],
  id: string,
  before: Values,
  change: ValueChange,
): RejectedOverride | null {
  const rejectedOf = (overrides: Values) => applyOverrides(shipped, [{ id, overrides }]).rejected;
  const old = new Set(rejectedOf(before).map(({ key }) => key));
  const after = rejectedOf(withValues(before, change));
  return after.find(({ key }) => typeof change[key] === 'string' || !old.has(key)) ?? null;
}

const taken = (keys: readonly string[]): ValueChange => Object.fromEntries(keys.map((key) => [key, null]));

/** Gives back every value of a format; a format of the team's own keeps being there. */
export const resetFormat = (values: Values, format: string): ValueChange =>
  taken(Object.keys(values).filter((key) => key.startsWith(`${format}.`)));

/** Takes a format of the team's own out, with every value set on it. */
export const removeFormat = (values: Values, format: string): ValueChange => ({
  ...resetFormat(values, format),
  [formatKey(format)]: null,
});

/** Takes everything back: a shipped platform is as shipped, one of the team's own is gone. */
export const resetPlatform = (values: Values): ValueChange => taken(Object.keys(values));

/** Keys that set single values, without the platform and the formats themselves. */
export const singleKeys = (values: Values): readonly string[] =>
  Object.keys(values).filter((key) => !key.startsWith(PLATFORM_KEY));

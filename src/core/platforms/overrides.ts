import type { PlatformOverride } from '../model/records';
import { contradictionsIn } from './contradictions';
import { formatKey, ownFormat, ownId, ownPlatform, PLATFORM_KEY, withFormat, withHead } from './ownPacks';
import { formatPack, type PlatformPack, platformPack } from './pack';
import { isRuleKey, ruleOf, withRule } from './rules';
import { SCHEDULER_KEY, withScheduler } from './teamScheduler';

/**
 * A team's own values for rule packs. They are kept as records (one per platform, its id the platform's), so they
 * travel in the plan file; the shipped data files never change. A key is `post.body_max` for a limit,
 * `post.links.policy` for a rule (`rules.ts` lists them), `checkedOn` for the day the team checked the pack, `scheduler`
 * for when the platform takes copy to be posted later, `+` for a platform of the team's own and `+story` for a format of it; the value is JSON text. `null` takes an optional rule
 * away. What does not fit is left out and reported, never half applied: two values that exclude each other go together.
 */
export type OverrideEntry = Pick<PlatformOverride, 'id' | 'overrides'>;

export type RejectedOverride = {
  readonly platform: string;
  readonly key: string;
  readonly reason: 'unknown_platform' | 'unknown_key' | 'bad_value' | 'contradiction' | 'window_empty' | 'no_format';
  /** The rule of the same format it excludes. */
  readonly other?: string;
};

export function applyOverrides(
  packs: readonly PlatformPack[],
  overrides: readonly OverrideEntry[],
): { readonly packs: readonly PlatformPack[]; readonly rejected: readonly RejectedOverride[] } {
  const rejected: RejectedOverride[] = [];
  const changed = new Map<string, PlatformPack>();
  for (const { id, overrides: values } of overrides.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const shipped = packs.find((entry) => entry.id === id);
    const made = teamPack(shipped, id, values);
    rejected.push(...made.rejected);
    if (made.pack !== undefined) changed.set(id, made.pack);
  }
  const own = [...changed.values()].filter(({ id }) => packs.every((pack) => pack.id !== id));
  return { packs: [...packs.map((pack) => changed.get(pack.id) ?? pack), ...own], rejected };
}

type Made = { readonly pack: PlatformPack | undefined; readonly rejected: readonly RejectedOverride[] };
type Values = OverrideEntry['overrides'];
type Reject = (key: string, reason: RejectedOverride['reason']) => void;

/** One platform's pack with the team's values: its head first, then whole formats, then single rules. */
function teamPack(shipped: PlatformPack | undefined, id: string, values: Values): Made {
  const rejected: RejectedOverride[] = [];
  const reject: Reject = (key, reason) => rejected.push({ platform: id, key, reason });
  const begun = headed(shipped, id, values[PLATFORM_KEY], reject);
  const rest = Object.entries(values).filter(([key]) => key !== PLATFORM_KEY);
  if (begun === undefined) {
    for (const [key] of rest) reject(key, 'unknown_platform');
    return { pack: undefined, rejected };
  }
  const whole = withWholes(begun, rest, reject);
  if (whole.formats.length === 0) {
    for (const [key] of rest) if (!key.startsWith('+')) reject(key, 'unknown_key');
    reject(PLATFORM_KEY, 'no_format');
    return { pack: undefined, rejected };
  }
  return unravelled(shipped, id, values, withSingles(whole, rest, reject), rejected);
}

/** The shipped pack, or the team's own platform still without formats. */
function headed(
  shipped: PlatformPack | undefined,
  id: string,
  json: string | undefined,
  reject: Reject,
): PlatformPack | undefined {
  if (json === undefined) return shipped;
  const read = ownPlatform.safeParse(readJson(json));
  if (read.success && ownId.safeParse(id).success) return withHead(shipped, id, read.data);
  reject(PLATFORM_KEY, 'bad_value');
  return shipped;
}

function withWholes(
  begun: PlatformPack,
  entries: readonly (readonly [string, string])[],
  reject: Reject,
): PlatformPack {
  let pack = begun;
  for (const [key, json] of entries) {
    if (!key.startsWith('+')) continue;
    const read = ownFormat.safeParse(readJson(json));
    if (read.success && formatKey(read.data.id) === key && contradictionsIn(read.data).length === 0)
      pack = withFormat(pack, read.data);
    else reject(key, 'bad_value');
  }
  return pack;
}

function withSingles(
  begun: PlatformPack,
  entries: readonly (readonly [string, string])[],
  reject: Reject,
): PlatformPack {
  let pack = begun;
  for (const [key, json] of entries) {
    if (key.startsWith('+')) continue;
    const value = readJson(json);
    const next =
      key === 'checkedOn'
        ? checked(pack, value)
        : key === SCHEDULER_KEY
          ? withScheduler(pack, value)
          : withSingle(pack, key, value);
    if (typeof next === 'string') reject(key, next);
    else pack = next;
  }
  return pack;
}

/** Without the values that contradict each other: both go, and what is left is read again. */
function unravelled(
  shipped: PlatformPack | undefined,
  id: string,
  values: Values,
  pack: PlatformPack,
  rejected: readonly RejectedOverride[],
): Made {
  const clashing = pack.formats.flatMap((format) =>
    contradictionsIn(format).flatMap(([one, other]) =>
      [
        { key: `${format.id}.${one}`, other },
        { key: `${format.id}.${other}`, other: one },
      ].filter(({ key }) => Object.hasOwn(values, key)),
    ),
  );
  if (clashing.length === 0) return { pack, rejected };
  const out = new Set(clashing.map(({ key }) => key));
  const left = Object.fromEntries(Object.entries(values).filter(([key]) => !out.has(key)));
  const again = teamPack(shipped, id, left);
  const said = clashing.map(
    ({ key, other }): RejectedOverride => ({ platform: id, key, reason: 'contradiction', other }),
  );
  return { pack: again.pack, rejected: [...again.rejected, ...said] };
}

function checked(pack: PlatformPack, value: unknown): PlatformPack | 'bad_value' {
  const next = platformPack.shape.checkedOn.safeParse(value);
  return next.success ? { ...pack, checkedOn: next.data } : 'bad_value';
}

/** The pack with one rule of one format replaced, or why not. */
function withSingle(pack: PlatformPack, key: string, value: unknown): PlatformPack | 'unknown_key' | 'bad_value' {
  const dot = key.indexOf('.');
  const format = pack.formats.find((entry) => entry.id === key.slice(0, dot));
  const rule = key.slice(dot + 1);
  if (dot <= 0 || format === undefined || !isRuleKey(rule)) return 'unknown_key';
  if (value === undefined || (value === null && !ruleOf(rule).optional)) return 'bad_value';
  const next = formatPack.safeParse(withRule(format, rule, value));
  if (!next.success) return 'bad_value';
  return { ...pack, formats: pack.formats.map((entry) => (entry === format ? next.data : entry)) };
}

/** undefined for what is not JSON: it fits no schema. */
function readJson(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    // Not JSON: reported by the caller as a bad value.
    return undefined;
  }
}

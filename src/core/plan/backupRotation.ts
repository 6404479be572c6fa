/** What rotation needs to know of a copy. Time in milliseconds since 1970. */
export type Generation = { readonly name: string; readonly madeAt: number; readonly reason: string };

/** Newest copies kept whatever their age, then one per earlier day, up to this many days. */
export const NEWEST = 5;
export const DAYS = 10;
/** Copies made before something irreversible are kept apart from the timer's. */
export const BEFORE_SOMETHING = 6;
/** After a change, the timer's next copy is made when the last one is this old, in milliseconds. */
export const BACKUP_AFTER = 30 * 60_000;

/** When a copy was made, told by its name (`20261122T120000123Z.timer.db`): milliseconds since 1970; NaN for no such name. */
export const madeAtOf = (name: string): number =>
  Date.parse(name.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z.*$/, '$1-$2-$3T$4:$5:$6.$7Z'));

const MS_PER_DAY = 86_400_000;

/**
 * Which copies to keep: the newest five, the last one of each of the ten latest days, and the last six made before a
 * migration, restore or import. Pure, so that what is dropped can be tested without a disk.
 */
export function keptBackups(all: readonly Generation[]): readonly string[] {
  const newestFirst = [...all].sort((a, b) => b.madeAt - a.madeAt);
  const kept = new Set(newestFirst.slice(0, NEWEST).map(({ name }) => name));
  const days = new Map<number, string>();
  for (const { name, madeAt } of newestFirst) {
    const day = Math.floor(madeAt / MS_PER_DAY);
    if (!days.has(day) && days.size < DAYS) days.set(day, name);
  }
  for (const name of days.values()) kept.add(name);
  for (const { name } of newestFirst
    .filter(({ reason }) => reason !== 'timer' && reason !== 'manual')
    .slice(0, BEFORE_SOMETHING))
    kept.add(name);
  return newestFirst.map(({ name }) => name).filter((name) => kept.has(name));
}

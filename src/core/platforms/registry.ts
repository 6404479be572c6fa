import { err, type Failure, failure, ok, type Result } from '../result';
import type { WallDate } from '../time/wall';
import type { Format, PlatformPack } from './pack';

/** Looking formats up among packs. The packs are values: the shipped ones, or those with a team's own figures. */

/** Every format of every pack, in the packs' order. */
export const formatsOf = (packs: readonly PlatformPack[]): readonly Format[] =>
  packs.flatMap((platform) =>
    platform.formats.map((format) => ({ ref: `${platform.id}/${format.id}`, platform, format })),
  );

/** The format called `weibo/post`; null when no pack knows it. */
export function findFormat(packs: readonly PlatformPack[], ref: string): Format | null {
  const [platformId, formatId] = ref.split('/', 2);
  const platform = packs.find((pack) => pack.id === platformId);
  const format = platform?.formats.find((entry) => entry.id === formatId);
  return platform === undefined || format === undefined
    ? null
    : { ref: `${platform.id}/${format.id}`, platform, format };
}

/** The pack of a platform; null when unknown. */
export const findPlatform = (packs: readonly PlatformPack[], id: string): PlatformPack | null =>
  packs.find((pack) => pack.id === id) ?? null;

/**
 * The formats meant by a list of names: `all`, a platform (`x`: all its formats) or one format (`weibo/post`), each
 * once, in the order asked. `unknown_format` names the first that no pack knows.
 */
export function selectFormats(
  packs: readonly PlatformPack[],
  names: readonly string[],
): Result<readonly Format[], Failure> {
  const all = formatsOf(packs);
  const chosen = new Map<string, Format>();
  for (const name of names) {
    const wanted = name === 'all' ? all : all.filter(({ ref, platform }) => ref === name || platform.id === name);
    if (wanted.length === 0) return err(failure('unknown_format', { format: name }));
    for (const format of wanted) chosen.set(format.ref, format);
  }
  return ok([...chosen.values()]);
}

const FRESH_MONTHS = 6;

/** Whether a pack's figures were last checked more than six months before `today`. */
export const isStale = (pack: Pick<PlatformPack, 'checkedOn'>, today: WallDate): boolean =>
  today > addMonths(pack.checkedOn, FRESH_MONTHS);

/** The same day `months` later, or the last day of that month. */
function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), index % 12];
  const lastDay = new Date(Date.UTC(toYear, toMonth + 1, 0)).getUTCDate();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${toYear}-${two(toMonth + 1)}-${two(Math.min(day, lastDay))}`;
}

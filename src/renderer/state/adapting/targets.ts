import type { PlacementCard } from '../../../contract';
import type { Account, Piece } from '../../../core/model/records';

/** One wording of the piece: a format, and the account whose voice and language it takes. */
export type Target = {
  readonly key: string;
  readonly format: string;
  readonly accountId: string | null;
  /** Has a day in the plan; then the format is not merely wished for. */
  readonly placed: boolean;
};

/** Names one wording among those of a piece. */
export const targetKey = (format: string, accountId: string | null): string => `${format} ${accountId ?? ''}`;

const target = (format: string, accountId: string | null, placed: boolean): Target => ({
  key: targetKey(format, accountId),
  format,
  accountId,
  placed,
});

/** The format a target's key names. */
export const formatOf = (key: string): string => key.split(' ', 1)[0] ?? key;

export const platformOf = (format: string): string => format.slice(0, format.indexOf('/'));

/**
 * The formats a piece goes out in: where it is planned, and what was chosen for it. A piece nobody decided about shows
 * the usual format of every open account, so that the panel answers before it is asked.
 */
export function targetsOf(
  piece: Pick<Piece, 'formats' | 'personaId' | 'lang'>,
  placements: readonly Pick<PlacementCard, 'format' | 'accountId' | 'outcome'>[],
  accounts: readonly Account[],
): readonly Target[] {
  const found = new Map<string, Target>();
  const add = (next: Target): void => {
    if (!found.has(next.key)) found.set(next.key, next);
  };
  for (const { format, accountId, outcome } of placements)
    if (format !== null && outcome !== 'skipped') add(target(format, accountId, true));
  const covered = new Set([...found.values()].map(({ format }) => format));
  const open = accounts.filter((account) => !account.closed);
  for (const format of piece.formats)
    if (!covered.has(format)) add(target(format, voiceFor(format, piece, open), false));
  if (piece.formats.length === 0)
    for (const account of open) {
      const format = account.defaultFormat ?? account.formats[0] ?? null;
      if (format !== null && !covered.has(format)) {
        covered.add(format);
        add(target(format, voiceFor(format, piece, open), false));
      }
    }
  return [...found.values()];
}

/** The account that would post it: on that platform, preferably of the piece's persona, then of its language. */
function voiceFor(
  format: string,
  piece: Pick<Piece, 'personaId' | 'lang'>,
  accounts: readonly Account[],
): string | null {
  const able = accounts.filter(({ platform }) => platform === platformOf(format));
  const used = able.filter(({ formats }) => formats.includes(format));
  const from = used.length > 0 ? used : able;
  const best =
    from.find(({ personaId }) => piece.personaId !== null && personaId === piece.personaId) ??
    from.find(({ lang }) => lang === piece.lang) ??
    from[0];
  return best?.id ?? null;
}

/**
 * What to add to and remove from `piece.formats` to switch one format. Until a person chooses, the shown formats are
 * defaults; the first switch writes them down, so that nothing else appears or goes.
 */
export function switchFormat(
  piece: Pick<Piece, 'formats'>,
  shown: readonly Target[],
  format: string,
): { readonly add: readonly string[]; readonly remove: readonly string[] } {
  const on = shown.some((one) => one.format === format);
  if (piece.formats.length > 0)
    return on && piece.formats.includes(format)
      ? { add: [], remove: [format] }
      : { add: on ? [] : [format], remove: [] };
  const defaults = shown.filter(({ placed }) => !placed).map((one) => one.format);
  return { add: on ? defaults.filter((other) => other !== format) : [...defaults, format], remove: [] };
}

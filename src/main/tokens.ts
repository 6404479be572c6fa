import { randomBytes } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { CallName, Chosen } from '../contract/calls';
import { refuse } from '../core/result';

/** What a dialog asked for. A token for one thing is refused where another is wanted. */
export type ChosenKind =
  | 'plan'
  | 'image'
  | 'import'
  | 'calendar'
  | 'media'
  | 'folder'
  | 'plan_target'
  | 'received'
  | 'marks_target'
  | 'slip_target';

/** Which calls take a token, and for what. */
export const tokenFor = {
  'workspace.import': ['plan', 'import'],
  'plan.compare': ['plan', 'import', 'folder'],
  'import.start': ['import', 'folder'],
  'occasion.read': ['calendar', 'import'],
  'occasion.take': ['calendar', 'import'],
  'file.look': ['plan', 'import', 'folder', 'received'],
  'asset.keep': ['image', 'media', 'import'],
  'review.write': ['folder'],
  'review.open': ['received', 'import'],
  'review.save_marks': ['marks_target'],
  'marks.preview': ['received', 'import'],
  'marks.take': ['received', 'import'],
  'slip.write': ['slip_target'],
  'slip.preview': ['received', 'import'],
  'slip.take': ['received', 'import'],
  'export.write': ['folder', 'plan_target'],
} as const satisfies { readonly [N in CallName]?: readonly ChosenKind[] };

export type Tokens = {
  /** Remembers a path the user chose and answers what the screens may know of it. */
  readonly give: (kind: ChosenKind, path: string | readonly string[]) => Chosen;
  /** The path behind a token. Refuses `bad_input` when it was not given in this session for one of these things. */
  readonly take: (kinds: readonly ChosenKind[], token: string) => string;
  /** All paths behind a token: several files may have been chosen in one dialog. */
  readonly takeAll: (kinds: readonly ChosenKind[], token: string) => readonly string[];
};

/** Nobody keeps this many choices open; the oldest are forgotten. */
const MAX_REMEMBERED = 1_000;

/** Screens never name paths: they hold tokens of what the user chose in a dialog since the studio started. */
export function createTokens(random: (bytes: number) => Buffer = randomBytes): Tokens {
  const chosen = new Map<string, { readonly kind: ChosenKind; readonly paths: readonly string[] }>();
  const takeAll: Tokens['takeAll'] = (kinds, token) => {
    const found = chosen.get(token);
    return found === undefined || !kinds.includes(found.kind) ? refuse('bad_input', { field: 'token' }) : found.paths;
  };
  return {
    give: (kind, given) => {
      // Resolved once, at the moment of choosing: a link that is swapped later leads nowhere else.
      const paths = (typeof given === 'string' ? [given] : given).map((path) =>
        kind.endsWith('_target') ? join(realpathSync(dirname(path)), basename(path)) : realpathSync(path),
      );
      const [first] = paths;
      if (first === undefined) return refuse('file_missing');
      const token = random(16).toString('hex');
      chosen.set(token, { kind, paths });
      for (const oldest of chosen.keys()) {
        if (chosen.size <= MAX_REMEMBERED) break;
        chosen.delete(oldest);
      }
      return { token, name: basename(first), count: paths.length };
    },
    take: (kinds, token) => takeAll(kinds, token)[0] ?? refuse('bad_input', { field: 'token' }),
    takeAll,
  };
}

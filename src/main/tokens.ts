import { randomBytes } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { CallName, Chosen } from '../contract/calls';
import { refuse } from '../core/result';

/** What a dialog asked for. A token for one thing is refused where another is wanted. */
export type ChosenKind = 'plan' | 'markdown' | 'image' | 'folder' | 'plan_target';

/** Which calls take a token, and for what. */
export const tokenFor = {
  'workspace.import': ['plan'],
  'piece.import': ['markdown'],
  'asset.import': ['image'],
  'export.write': ['folder', 'plan_target'],
} as const satisfies { readonly [N in CallName]?: readonly ChosenKind[] };

export type Tokens = {
  /** Remembers a path the user chose and answers what the screens may know of it. */
  readonly give: (kind: ChosenKind, path: string) => Chosen;
  /** The path behind a token. Refuses `bad_input` when it was not given in this session for one of these things. */
  readonly take: (kinds: readonly ChosenKind[], token: string) => string;
};

/** Nobody keeps this many choices open; the oldest are forgotten. */
const MAX_REMEMBERED = 200;

/** Screens never name paths: they hold tokens of what the user chose in a dialog since the studio started. */
export function createTokens(random: (bytes: number) => Buffer = randomBytes): Tokens {
  const chosen = new Map<string, { readonly kind: ChosenKind; readonly path: string }>();
  return {
    give: (kind, path) => {
      // Resolved once, at the moment of choosing: a link that is swapped later leads nowhere else.
      const real = kind === 'plan_target' ? join(realpathSync(dirname(path)), basename(path)) : realpathSync(path);
      const token = random(16).toString('hex');
      chosen.set(token, { kind, path: real });
      for (const oldest of chosen.keys()) {
        if (chosen.size <= MAX_REMEMBERED) break;
        chosen.delete(oldest);
      }
      return { token, name: basename(real) };
    },
    take: (kinds, token) => {
      const found = chosen.get(token);
      if (found === undefined || !kinds.includes(found.kind)) return refuse('bad_input', { field: 'token' });
      return found.path;
    },
  };
}

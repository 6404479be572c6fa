import type { Fix } from '../../../core/check/fixes/fix';
import { firstGraphemes } from '../../../core/text/grapheme';
import { fixWords, sayFix } from '../../../core/words/fixes';
import { say } from '../../../core/words/say';
import type { Studio } from '../studio';

type At = { readonly pieceId: string; readonly format: string; readonly accountId: string | null };

/** Writes a fix as one step of undo and says so. Answers whether it was written; why not is said elsewhere. */
export async function applyFix(studio: Pick<Studio, 'getState'>, at: At, fix: Fix): Promise<boolean> {
  const { act, announce, settings } = studio.getState();
  const { lang } = settings;
  const done =
    fix.kind === 'describe'
      ? await act('change.make', {
          label: { code: 'asset_edit', params: {} },
          ops: [{ kind: 'set', type: 'asset', id: fix.asset, register: 'alt', value: fix.alt }],
        })
      : await act('variant.fix', { ...at, act: fix.act, params: clipped(fix.params), fields: fix.fields });
  if (done !== null) announce(say(fixWords, lang, 'done', { fix: sayFix(lang, fix) }));
  return done !== null;
}

/** The step in the history is named by a few words, whatever the text is. */
const clipped = (params: Fix['params']): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? firstGraphemes(value, 40) : value,
    ]),
  );

import { firstUnfit, type ValueChange } from '../../../../core/platforms/edits';
import type { RejectedOverride } from '../../../../core/platforms/overrides';
import type { PlatformPack } from '../../../../core/platforms/pack';
import { isRuleKey } from '../../../../core/platforms/rules';
import { packWords } from '../../../../core/words/packs';
import { sayRule } from '../../../../core/words/ruleNames';
import { say } from '../../../../core/words/say';
import { useLang, useStudio } from '../../../state/StudioProvider';

type Values = Readonly<Record<string, string>>;
const none: Values = {};

/** What a team has set for one platform. */
export const useValues = (platform: string): Values =>
  useStudio((state) => state.outline?.platform.find(({ id }) => id === platform)?.overrides) ?? none;

/** Says why a value is not used: what is wrong and what to do. */
export function useRejection(): (rejected: Pick<RejectedOverride, 'reason' | 'other'>) => string {
  const lang = useLang();
  return ({ reason, other }) =>
    say(packWords, lang, `fault.${reason}`, {
      other: other !== undefined && isRuleKey(other) ? sayRule(lang, other) : (other ?? ''),
    });
}

/**
 * Saves values of one platform as one step of undo. Answers why not in place when they do not fit, and null when they
 * were saved or a notice already says what went wrong.
 */
export function useSaveRules(
  platform: Pick<PlatformPack, 'id' | 'zh' | 'en'>,
): (change: ValueChange, note?: string) => Promise<string | null> {
  const lang = useLang();
  const shipped = useStudio((state) => state.shipped);
  const act = useStudio((state) => state.act);
  const values = useValues(platform.id);
  const why = useRejection();
  return async (change, note) => {
    const unfit = firstUnfit(shipped ?? [], platform.id, values, change);
    if (unfit !== null) return why(unfit);
    await act('platform.set', {
      id: platform.id,
      title: platform[lang],
      values: { ...change },
      ...(note === undefined ? {} : { note }),
    });
    return null;
  };
}

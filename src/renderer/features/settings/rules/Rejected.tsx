import { IconAlertTriangle } from '@tabler/icons-react';
import type { RejectedOverride } from '../../../../core/platforms/overrides';
import { isRuleKey } from '../../../../core/platforms/rules';
import { SCHEDULER_KEY } from '../../../../core/platforms/teamScheduler';
import { sayRule } from '../../../../core/words/ruleNames';
import { rulePackWords } from '../../../../core/words/rulePacks';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { TextButton } from '../../../ui/TextButton';
import classes from './Rules.module.css';
import { useRejection, useSaveRules } from './useRules';

/** Values that came with a plan or from another version and cannot be used: shown until somebody takes them out. */
export function Rejected() {
  const t = useWords(rulePackWords);
  const rejected = useStudio((state) => state.rejectedRules);
  if (rejected.length === 0) return null;
  return (
    <section className={classes.rejected}>
      <h2>
        <IconAlertTriangle size={16} stroke={1.6} aria-hidden="true" />
        {t('rejected', { count: rejected.length })}
      </h2>
      <ul>
        {rejected.map((one) => (
          <Line key={`${one.platform} ${one.key}`} rejected={one} />
        ))}
      </ul>
    </section>
  );
}

function Line({ rejected }: { readonly rejected: RejectedOverride }) {
  const t = useWords(rulePackWords);
  const lang = useLang();
  const why = useRejection();
  const pack = useStudio((state) => state.packs?.get(rejected.platform));
  const { platform: id, key } = rejected;
  const name = pack?.[lang] ?? id;
  const save = useSaveRules({ id, zh: name, en: name });
  const [format = '', ...rest] = key.split('.');
  const rule = rest.join('.');
  const place = isRuleKey(rule)
    ? `${pack?.formats.find((one) => one.id === format)?.[lang] ?? format} · ${sayRule(lang, rule)}`
    : key === SCHEDULER_KEY
      ? t('window')
      : key;
  return (
    <li>
      <span>{t('rejected_line', { platform: name, rule: place, why: why(rejected) })}</span>
      <TextButton onClick={() => void save({ [key]: null })}>{t('rejected_take')}</TextButton>
    </li>
  );
}

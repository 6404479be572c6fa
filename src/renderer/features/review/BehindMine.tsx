import type { SourceRow } from '../../../core/adapt/behind';
import { type Decision, decided } from '../../../core/adapt/decide';
import { fitTitle } from '../../../core/adapt/title';
import { type OverrideField, overrideFields } from '../../../core/adapt/types';
import { fillFields } from '../../../core/brief/fields';
import { reviewWords } from '../../../core/words/review';
import { versionWords } from '../../../core/words/versions';
import { type Outcome, overridesOf } from '../../state/adapting/adaptTask';
import { useLang, useWords } from '../../state/StudioProvider';
import { htmlLang } from '../../ui/adapted/names';
import { DiffText } from '../../ui/DiffText';
import behind from './Behind.module.css';
import { TITLE } from './behindRuns';
import classes from './Review.module.css';

/** The hand-written texts as they will stand, with what the decisions change in them. */
export function Mine({
  outcome,
  rows,
  decisions,
}: {
  readonly outcome: Outcome;
  readonly rows: readonly SourceRow[];
  readonly decisions: ReadonlyMap<number, Decision>;
}) {
  const t = useWords(reviewWords);
  const e = useWords(versionWords);
  const lang = useLang();
  const overrides = overridesOf(outcome.task.variant);
  const title = decisions.get(TITLE);
  const texts = overrideFields.flatMap((field) => {
    const before = overrides[field];
    if (before === undefined) return [];
    return [{ field, before, after: field === 'title' ? titleNow(before, title, outcome) : textNow(field, before) }];
  });
  function textNow(field: OverrideField, before: string): string {
    return field === 'tags' ? before : decided(before, rows, decisions, field === 'body').text;
  }
  return (
    <section className={behind.mine} data-pane="mine" aria-label={t('behind.mine')}>
      <div className={behind.names} aria-hidden="true">
        <span>{t('behind.mine')}</span>
        <span className={classes.quiet}>
          {t('behind.fields', {
            fields: texts.map(({ field }) => e(`field.${field}`)).join(lang === 'zh' ? '、' : ', '),
          })}
        </span>
      </div>
      <dl className={behind.texts} lang={htmlLang(outcome.source.lang)} data-selectable>
        {texts.map(({ field, before, after }) => (
          <div key={field}>
            <dt lang={htmlLang(lang)}>{e(`field.${field}`)}</dt>
            <dd data-field={field}>
              <DiffText before={before} after={after} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Taking the source's title gives the field back: what then stands there is the title as this platform takes it. */
function titleNow(before: string, decision: Decision | undefined, { source, task }: Outcome): string {
  if (decision?.kind === 'write') return decision.text;
  if (decision?.kind !== 'take') return before;
  const title = fillFields(source.title, source.brief);
  return task.pack.format.title === 'field' ? fitTitle(title, source, task.pack.format).title : title;
}

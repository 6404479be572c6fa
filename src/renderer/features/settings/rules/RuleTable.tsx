import { useState } from 'react';
import { confidences, type Fact, type FormatPack, type PlatformPack } from '../../../../core/platforms/pack';
import { type RuleKey, ruleGroups, ruleKeys, ruleOf, ruleValue } from '../../../../core/platforms/rules';
import { printRule } from '../../../../core/platforms/ruleText';
import { sayChoice, sayRuleUnit } from '../../../../core/words/packs';
import { platformWords } from '../../../../core/words/platforms';
import { ruleNames, sayRule } from '../../../../core/words/ruleNames';
import { rulePackWords } from '../../../../core/words/rulePacks';
import { useLang, useWords } from '../../../state/StudioProvider';
import { TextButton } from '../../../ui/TextButton';
import { RuleField } from './RuleField';
import classes from './Rules.module.css';
import { useValues } from './useRules';

/** Every rule of a format: what ships, what the team says instead, and what the shipped value rests on. */
export function RuleTable({
  pack,
  format,
  base,
}: {
  readonly pack: PlatformPack;
  readonly format: FormatPack;
  /** The format without the team's single values. */
  readonly base: FormatPack;
}) {
  const t = useWords(rulePackWords);
  const w = useWords(ruleNames);
  const lang = useLang();
  const [all, setAll] = useState(false);
  const values = useValues(pack.id);
  const isSet = (key: RuleKey): boolean =>
    (isThere(ruleValue(base, key)) && !isMoot(base, key)) || values[`${format.id}.${key}`] !== undefined;
  const hidden = ruleKeys.filter((key) => !isSet(key)).length;
  const shown = ruleKeys.filter((key) => all || isSet(key));
  return (
    <>
      <table className={classes.table} aria-label={t('table', { name: `${pack[lang]} · ${format[lang]}` })}>
        <thead>
          <tr>
            <th scope="col">{t('column_rule')}</th>
            <th scope="col">{t('column_shipped')}</th>
            <th scope="col">{t('column_own')}</th>
            <th scope="col">{t('column_basis')}</th>
          </tr>
        </thead>
        {ruleGroups.map((group) => {
          const keys = shown.filter((key) => ruleOf(key).group === group);
          return keys.length === 0 ? null : (
            <tbody key={group}>
              <tr className={classes.group}>
                <th colSpan={4} scope="rowgroup">
                  {w(`group.${group}`)}
                </th>
              </tr>
              {keys.map((key) => (
                <RuleRow key={key} rule={key} pack={pack} format={format} base={base} />
              ))}
            </tbody>
          );
        })}
      </table>
      {hidden > 0 && (
        <TextButton aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('hide_rest') : t('show_rest', { count: hidden })}
        </TextButton>
      )}
      <Facts format={base} pack={pack} />
    </>
  );
}

const isThere = (value: unknown): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0);

/** A title's length where there is no title. */
const isMoot = ({ title, limits }: FormatPack, key: RuleKey): boolean =>
  key === 'title_max' && title !== 'field' && limits.title_max === 0;

function RuleRow({
  rule,
  pack,
  format,
  base,
}: {
  readonly rule: RuleKey;
  readonly pack: PlatformPack;
  readonly format: FormatPack;
  readonly base: FormatPack;
}) {
  const t = useWords(rulePackWords);
  const lang = useLang();
  const changed = useValues(pack.id)[`${format.id}.${rule}`] !== undefined;
  const spec = ruleOf(rule);
  const facts = base.facts.filter(({ field }) => spec.facts.includes(field));
  return (
    <tr data-changed={changed || undefined}>
      <th scope="row">{sayRule(lang, rule)}</th>
      <td className={classes.shipped}>{useShown(rule, base)}</td>
      <td>
        <RuleField rule={rule} pack={pack} format={format} base={base} />
      </td>
      <td className={classes.basis}>
        {facts.length === 0 ? (
          <span className={classes.faint}>{isThere(ruleValue(base, rule)) ? t('no_source') : ''}</span>
        ) : (
          <Basis facts={facts} pack={pack} />
        )}
      </td>
    </tr>
  );
}

/** A value as it is read: 2,000 半角 · 留在正文 · 3:4 9:16. */
function useShown(rule: RuleKey, format: FormatPack): string {
  const t = useWords(rulePackWords);
  const lang = useLang();
  const spec = ruleOf(rule);
  const value = ruleValue(format, rule);
  if (!isThere(value)) return t('no_value');
  const { value: how } = spec;
  if (how.kind === 'number')
    return `${Number(value).toLocaleString('en-US')} ${sayRuleUnit(lang, how.unit, format)}`.trim();
  const text = printRule(spec, value);
  return how.kind === 'choice' || how.kind === 'flag' || how.kind === 'numbering' ? sayChoice(lang, rule, text) : text;
}

/** The weakest confidence of the facts a figure rests on, and who says so; the notes are in the list of facts. */
function Basis({ facts, pack }: { readonly facts: readonly Fact[]; readonly pack: PlatformPack }) {
  const t = useWords(rulePackWords);
  const w = useWords(platformWords);
  const confidence = confidences.findLast((one) => facts.some((fact) => fact.confidence === one)) ?? 'unverified';
  const notes = facts.flatMap(({ note }) => (note === undefined ? [] : [note]));
  const said = sourcesOf(facts, pack);
  return (
    <span className={classes.basisWords} title={[said, ...notes].join('\n')}>
      <b data-confidence={confidence}>{w(`confidence.${confidence}`)}</b>
      <span lang="en">{said || t('no_source')}</span>
    </span>
  );
}

const sourcesOf = (facts: readonly Fact[], pack: PlatformPack): string =>
  [...new Set(facts.flatMap(({ sources }) => sources))].map((key) => pack.sources[key]?.what ?? key).join('; ');

/** Every fact that was gathered for a format, in full, where its figures contradict each other too. */
function Facts({ format, pack }: { readonly format: FormatPack; readonly pack: PlatformPack }) {
  const t = useWords(rulePackWords);
  const w = useWords(platformWords);
  if (format.facts.length === 0) return null;
  return (
    <details className={classes.facts}>
      <summary>{t('facts', { count: format.facts.length })}</summary>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('fact_field')}</th>
            <th scope="col">{t('fact_value')}</th>
            <th scope="col">{t('fact_source')}</th>
            <th scope="col">{t('column_basis')}</th>
          </tr>
        </thead>
        <tbody>
          {format.facts.map((fact) => (
            <tr key={`${fact.field} ${JSON.stringify(fact.value)}`}>
              <td lang="en">{fact.field}</td>
              <td lang="en">
                {Array.isArray(fact.value) ? fact.value.join(', ') : String(fact.value ?? t('no_value'))}
                {fact.note !== undefined && <span className={classes.factNote}>{fact.note}</span>}
              </td>
              <td className={classes.basis} lang="en">
                {fact.sources.map((key) => pack.sources[key]?.ref ?? key).join('; ') || t('no_source')}
              </td>
              <td className={classes.basis}>
                <b data-confidence={fact.confidence}>{w(`confidence.${fact.confidence}`)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

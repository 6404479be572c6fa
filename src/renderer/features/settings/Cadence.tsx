import { levelOf, planChecks, planCodes, planGroups } from '../../../core/cadence/codes';
import { planCheckLevels } from '../../../core/model/vocabulary';
import type { PlatformPack } from '../../../core/platforms/pack';
import type { WallDate } from '../../../core/time/wallDate';
import { cadenceWords } from '../../../core/words/cadence';
import { sayDate } from '../../../core/words/dates';
import { planCheckWords } from '../../../core/words/planCheck';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { HoursRow } from './HoursRow';
import { ChoiceRow, NumberRow, Row } from './Row';
import classes from './Settings.module.css';
import { useRecordEdit } from './useRecordEdit';

/** The team's thresholds, how seriously it takes each check, and what the platforms' own schedulers take. */
export function Cadence() {
  const t = useWords(cadenceWords);
  const p = useWords(planCheckWords);
  const workspace = useStudio((state) => state.outline?.workspace[0] ?? null);
  const edit = useRecordEdit('workspace', workspace?.id ?? '', 'plan_check_edit', workspace?.name ?? '');
  if (workspace === null) return null;
  return (
    <>
      <p className={classes.note}>{t('lead')}</p>
      <NumberRow
        label={t('gap')}
        value={workspace.quietGap}
        unit={t('minutes')}
        note={t('gap.note')}
        max={10_080}
        onSave={(minutes) => edit.set('quietGap', minutes ?? 0)}
      />
      <HoursRow
        label={t('hours')}
        from={workspace.quietFrom}
        to={workspace.quietTo}
        note={t('hours.note')}
        onSave={edit.set}
      />
      <NumberRow
        label={t('same')}
        value={workspace.sameTextDays}
        unit={t('days')}
        note={t('same.note')}
        max={365}
        onSave={(days) => edit.set('sameTextDays', days ?? 0)}
      />
      <NumberRow
        label={t('empty')}
        value={workspace.emptyDays}
        unit={t('days')}
        note={t('empty.note')}
        max={365}
        onSave={(days) => edit.set('emptyDays', days ?? 0)}
      />
      <h2>{t('windows')}</h2>
      <p className={classes.note}>{t('windows.note')}</p>
      <Windows />
      <h2>{t('checks')}</h2>
      <p className={classes.note}>{t('checks.note')}</p>
      {planGroups.flatMap((group) =>
        planCodes
          .filter((code) => planChecks[code].group === group)
          .map((code) => (
            <ChoiceRow
              key={code}
              label={p(`name.${code}`)}
              value={levelOf(code, workspace.planChecks)}
              options={planCheckLevels.map((level) => ({
                value: level,
                label:
                  level === planChecks[code].severity
                    ? t('level.shipped', { level: t(`level.${level}`) })
                    : t(`level.${level}`),
              }))}
              onSave={(level) => edit.set(`planChecks.${code}`, level)}
            />
          )),
      )}
    </>
  );
}

/** What each platform's scheduler takes, with where the figure comes from. */
function Windows() {
  const t = useWords(cadenceWords);
  const lang = useLang();
  const packs = useStudio((state) => state.packs);
  const known = [...(packs?.values() ?? [])].filter(({ scheduler }) => scheduler !== undefined);
  if (known.length === 0) return <p className={classes.note}>{t('windows.none')}</p>;
  return known.map((pack) => (
    <Row key={pack.id} said label={pack[lang]} note={sourceOf(pack)}>
      {limitsOf(pack).join(lang === 'zh' ? '，' : ', ') || t('windows.any')}
    </Row>
  ));

  function limitsOf({ scheduler }: PlatformPack): readonly string[] {
    const { leastMinutes, mostDays, perDay } = scheduler ?? {};
    return [
      ...(leastMinutes === undefined ? [] : [t('windows.least', { minutes: leastMinutes })]),
      ...(mostDays === undefined ? [] : [t('windows.most', { days: mostDays })]),
      ...(perDay === undefined ? [] : [t('windows.perDay', { count: perDay })]),
    ];
  }
  function sourceOf({ scheduler, sources, checkedOn }: PlatformPack): string {
    if (scheduler?.confidence === 'team') return t('windows.team');
    const refs = (scheduler?.sources ?? []).map((id) => sources[id]?.ref ?? id);
    return t('windows.source', { source: refs.join('; '), day: sayDate(lang, checkedOn as WallDate) });
  }
}

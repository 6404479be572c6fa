import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CascadeTemplateEntry } from '../../../contract';
import { mapPattern } from '../../../core/cascade/mapping';
import { printRule } from '../../../core/cascade/ruleText';
import { addDays, isWallTime, type WallDate, type WallTime } from '../../../core/time/wallDate';
import { campaignWords } from '../../../core/words/campaign';
import { sayDay } from '../../../core/words/dates';
import { sayPhase, sayRole } from '../../../core/words/kinds';
import { todayOf, useAccounts } from '../../state/plan';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { PlatformTile } from '../../ui/PlatformTile';
import classes from './Campaign.module.css';
import { DateInput, Field } from './fields';
import fields from './fields.module.css';
import { usePlatformName } from './platformName';
import tables from './Tables.module.css';

/** From today so far is the zero day of a new campaign, unless it is set: a warm-up of a week and a week to write. */
const AHEAD = 14;

/** Starts a campaign from a cascade: its name and zero day, and which account takes each wave. */
export function TemplateForm({
  template,
  onClose,
}: {
  readonly template: CascadeTemplateEntry;
  readonly onClose: () => void;
}) {
  const t = useWords(campaignWords);
  const lang = useLang();
  const today = useStudio(todayOf);
  const act = useStudio((state) => state.act);
  const notify = useStudio((state) => state.notify);
  const choose = useStudio((state) => state.chooseCampaign);
  const lead = template.pattern.waves[0]?.rule;
  const [name, setName] = useState(template.name);
  const [zeroDay, setZeroDay] = useState<WallDate | null>(addDays(today, AHEAD));
  const [time, setTime] = useState<string>(lead?.kind === 'lead' ? lead.time : '20:00');
  const start = async (): Promise<void> => {
    if (zeroDay === null || name.trim() === '') return;
    const made = await act('cascade.apply', {
      templateId: template.id,
      name: name.trim(),
      zeroDay,
      time: isWallTime(time) ? (time as WallTime) : null,
    });
    if (made === null) return;
    choose(made.campaignId);
    onClose();
    if (made.missing.length === 0) return;
    const waves = made.missing.map(({ wave }) => (lang === 'zh' ? `「${wave}」` : `“${wave}”`));
    notify({
      message: t('template.missing', { name: name.trim(), waves: waves.join(lang === 'zh' ? '' : ', ') }),
      undo: true,
    });
  };
  const forget = async (): Promise<void> => {
    if ((await act('cascade.forget', { id: template.id })) === null) return;
    onClose();
    notify({ message: t('template.forgotten', { name: template.name }), undo: true });
  };
  return (
    <form
      className={classes.page}
      aria-label={template.name}
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose();
      }}
    >
      <h2>{template.name}</h2>
      <p className={classes.note}>{template.about}</p>
      <div className={classes.about}>
        <Field label={t('template.name')}>
          {(id) => (
            <input
              id={id}
              ref={focused}
              type="text"
              className={fields.input}
              maxLength={200}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t('zero')}>{(id) => <DateInput id={id} value={zeroDay} onSave={setZeroDay} />}</Field>
        <Field label={t('template.time')}>
          {(id) => (
            <input
              id={id}
              type="time"
              className={fields.input}
              value={time}
              onChange={(event) => setTime(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      {zeroDay !== null && <Phases template={template} zeroDay={zeroDay} />}
      <Waves template={template} />
      <div className={classes.acts}>
        <Button type="submit" variant="filled" disabled={zeroDay === null || name.trim() === ''}>
          {t('template.make')}
        </Button>
        <Button onClick={onClose}>{t('template.back')}</Button>
        <span className={classes.gap} />
        {template.own && <Button onClick={() => void forget()}>{t('template.forget')}</Button>}
      </div>
    </form>
  );
}

/** The form opens in place of what was there: it begins at its first field. */
const focused = (input: HTMLInputElement | null): void => {
  if (input !== null && document.activeElement !== input && !input.form?.contains(document.activeElement))
    input.focus();
};

function Phases({ template, zeroDay }: { readonly template: CascadeTemplateEntry; readonly zeroDay: WallDate }) {
  const lang = useLang();
  return (
    <ul className={classes.spans}>
      {template.pattern.phases.map(({ kind, name, from, to }) => (
        <li key={`${kind} ${name} ${from}`} data-phase={kind}>
          <b>{name === '' ? sayPhase(lang, kind) : name}</b>
          {sayDay(lang, addDays(zeroDay, from))} – {sayDay(lang, addDays(zeroDay, to))}
        </li>
      ))}
    </ul>
  );
}

function Waves({ template }: { readonly template: CascadeTemplateEntry }) {
  const t = useWords(campaignWords);
  const lang = useLang();
  const packs = useStudio((state) => state.packs);
  const accounts = useAccounts();
  const platform = usePlatformName();
  const mapped = mapPattern(template.pattern, [...accounts.values()]).map((one, index) => ({ ...one, key: index }));
  return (
    <table className={tables.table}>
      <caption className="visually-hidden">{t('template.waves')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('copy.wave')}</th>
          <th scope="col">{t('copy.rule')}</th>
          <th scope="col">{t('copy.account')}</th>
        </tr>
      </thead>
      <tbody>
        {mapped.map(({ wave, account, key }) => (
          <tr key={key}>
            <td>{wave.name}</td>
            <td>{wave.after === null && wave.rule.kind === 'lead' ? t('wave.lead') : printRule(lang, wave)}</td>
            <td>
              <span className={tables.account}>
                <PlatformTile glyph={packs?.get(wave.platform)?.glyph ?? '?'} size="small" />
                {account === null ? (
                  <span data-tone="suggest" className={tables.missing}>
                    {[platform(wave.platform), sayRole(lang, wave.role), t('template.no_account')]
                      .filter((part) => part !== '')
                      .join(' · ')}
                  </span>
                ) : (
                  account.name
                )}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

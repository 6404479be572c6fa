import { useState } from 'react';
import type { Lang } from '../../../core/model/records';
import { applyOverrides } from '../../../core/platforms/overrides';
import type { Fact, FormatPack, PlatformPack } from '../../../core/platforms/pack';
import { sayUnit } from '../../../core/words/platforms';
import { settingsWords } from '../../../core/words/settings';
import { type Say, useLang, useStudio, useWords } from '../../state/StudioProvider';
import { PlatformTile } from '../../ui/PlatformTile';
import classes from './Settings.module.css';

type Words = Say<keyof (typeof settingsWords)['zh']>;

/** What the studio knows about each platform, how sure it is, and where from. To be read; teams set their own later. */
export function RulePacks() {
  const t = useWords(settingsWords);
  const lang = useLang();
  const packs = useStudio((state) => state.packs);
  const overrides = useStudio((state) => state.outline?.platform ?? none);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      <p className={classes.note}>{t('rules.note')}</p>
      <ul className={classes.packs}>
        {applyOverrides([...(packs?.values() ?? [])], overrides).packs.map((pack) => {
          const own = Object.keys(overrides.find(({ id }) => id === pack.id)?.overrides ?? {}).length;
          return (
            <li key={pack.id}>
              <button
                type="button"
                className={classes.pack}
                aria-expanded={open === pack.id}
                onClick={() => setOpen(open === pack.id ? null : pack.id)}
              >
                <PlatformTile glyph={pack.glyph} />
                <b>{pack[lang]}</b>
                <span>{t('rules.formats', { count: pack.formats.length })}</span>
                {own > 0 && <span className={classes.own}>{t('rules.overridden')}</span>}
                <span className={classes.checked}>{t('rules.checked', { date: pack.checkedOn })}</span>
              </button>
              {open === pack.id && <PackDetail pack={pack} t={t} lang={lang} />}
            </li>
          );
        })}
      </ul>
    </>
  );
}

const none: readonly never[] = [];

function PackDetail({ pack, t, lang }: { readonly pack: PlatformPack; readonly t: Words; readonly lang: Lang }) {
  return (
    <div className={classes.packDetail}>
      <table className={classes.table} aria-label={t('rules.table', { name: pack[lang] })}>
        <thead>
          <tr>
            {(['format', 'title', 'body', 'tags', 'images', 'links'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`rules.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pack.formats.map((format) => (
            <FormatLine key={format.id} format={format} t={t} lang={lang} />
          ))}
        </tbody>
      </table>
      {pack.formats.map((format) => (
        <details key={format.id} className={classes.facts}>
          <summary>
            {format[lang]} · {t('rules.facts', { count: format.facts.length })}
          </summary>
          <Facts facts={format.facts} sources={pack.sources} t={t} />
        </details>
      ))}
    </div>
  );
}

function FormatLine({ format, t, lang }: { readonly format: FormatPack; readonly t: Words; readonly lang: Lang }) {
  const { limits, count } = format;
  const measured = (max: number | undefined, unit: FormatPack['count']['title']): string =>
    max === undefined ? t('rules.no_limit') : `${max.toLocaleString('en-US')} ${sayUnit(lang, unit)}`;
  const body = limits.body_max ?? limits.total_max;
  return (
    <tr>
      <td>{format[lang]}</td>
      <td>{format.title === 'field' ? measured(limits.title_max, count.title) : t('rules.none')}</td>
      <td>
        {body === undefined && limits.body_max_bytes !== undefined
          ? measured(limits.body_max_bytes, 'utf8_bytes')
          : measured(body, count.body)}
      </td>
      <td>
        {format.tags.syntax === 'none'
          ? t('rules.none')
          : limits.tags_max === undefined
            ? t('rules.no_limit')
            : t('rules.tags_count', { count: limits.tags_max })}
      </td>
      <td>
        {limits.images_max === undefined ? t('rules.no_limit') : t('rules.images_count', { count: limits.images_max })}
      </td>
      <td>{t(`rules.link_${format.links.policy}`)}</td>
    </tr>
  );
}

function Facts({
  facts,
  sources,
  t,
}: {
  readonly facts: readonly Fact[];
  readonly sources: PlatformPack['sources'];
  readonly t: Words;
}) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('rules.fact_field')}</th>
          <th scope="col">{t('rules.fact_value')}</th>
          <th scope="col">{t('rules.fact_confidence')}</th>
          <th scope="col">{t('rules.sources')}</th>
        </tr>
      </thead>
      <tbody>
        {facts.map((fact) => (
          <tr key={`${fact.field} ${JSON.stringify(fact.value)}`} lang="en">
            <td>{fact.field}</td>
            <td>
              {Array.isArray(fact.value) ? fact.value.join(', ') : String(fact.value ?? t('rules.none'))}
              {fact.note !== undefined && <span className={classes.factNote}>{fact.note}</span>}
            </td>
            <td data-confidence={fact.confidence}>{t(`rules.confidence_${fact.confidence}`)}</td>
            <td className={classes.source}>{fact.sources.map((key) => sources[key]?.what ?? key).join('; ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

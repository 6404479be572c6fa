import { IconArrowRight } from '@tabler/icons-react';
import type { ChangeGroup } from '../../../../core/article/survival';
import { count } from '../../../../core/platforms/counters';
import type { Format } from '../../../../core/platforms/pack';
import type { WallDate } from '../../../../core/time/wall';
import { articleWords } from '../../../../core/words/article';
import { sayDate } from '../../../../core/words/dates';
import { sayChange } from '../../../../core/words/survival';
import { useLang, useWords } from '../../../state/StudioProvider';
import classes from './ArticleSheet.module.css';

/** Places named with a change; more are only counted. */
const NAMED = 3;

/** What the platform's editor would take away, what is copied instead, and where that is known from. */
export function CheckPart({
  format,
  html,
  changes,
}: {
  readonly format: Format;
  readonly html: string;
  readonly changes: readonly ChangeGroup[];
}) {
  const t = useWords(articleWords);
  const lang = useLang();
  const { platform } = format;
  const { limits, count: units } = format.format;
  const size = count(units.body, html);
  const limit = limits.body_max;
  return (
    <>
      <p className={classes.lead}>{t(changes.length === 0 ? 'check.none' : 'check.some', { count: changes.length })}</p>
      {changes.length > 0 && (
        <ul className={classes.changes}>
          {changes.map((group) => (
            <li key={`${group.code} ${group.what}`}>
              <span className={classes.said}>
                {sayChange(lang, group)}
                {group.count > 1 && <span className={classes.times}>×{group.count}</span>}
              </span>
              {group.places.length > 0 && <Places places={group.places} />}
            </li>
          ))}
        </ul>
      )}
      <p className={classes.count} data-over={(limit !== undefined && size > limit) || undefined}>
        {t('check.size', {
          value: size.toLocaleString('en-US'),
          limit: limit === undefined ? '–' : limit.toLocaleString('en-US'),
        })}
      </p>
      <details className={classes.sources}>
        <summary>{t('check.sources', { day: sayDate(lang, platform.checkedOn as WallDate) })}</summary>
        <ul>
          {sourcesOf(format).map((ref) => (
            <li key={ref}>{ref}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

export function Places({ places }: { readonly places: readonly string[] }) {
  const t = useWords(articleWords);
  const more = places.length - NAMED;
  return (
    <span className={classes.places} dir="auto">
      <IconArrowRight size={12} stroke={1.6} aria-hidden="true" />
      {places.slice(0, NAMED).join(' · ')}
      {more > 0 && ` ${t('places.more', { more })}`}
    </span>
  );
}

/** Where the rules of the editor are known from. */
function sourcesOf({ platform, format }: Format): readonly string[] {
  const named = format.facts.filter(({ field }) => field.startsWith('paste.')).flatMap(({ sources }) => sources);
  const refs = [...new Set(named)].flatMap((name) => platform.sources[name]?.ref ?? []);
  return refs;
}

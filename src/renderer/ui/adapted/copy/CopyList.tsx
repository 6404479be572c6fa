import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useMemo } from 'react';
import type { Finding, Variant } from '../../../../core/adapt/types';
import type { Format } from '../../../../core/platforms/pack';
import { copyWords } from '../../../../core/words/copy';
import { sayFinding } from '../../../../core/words/findings';
import { say } from '../../../../core/words/say';
import type { Command } from '../../../commands/command';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { FindingMark } from '../../FindingMark';
import { Keys } from '../../Keys';
import { CountLine } from '../CountLine';
import classes from './CopyList.module.css';
import { PublishButton } from './PublishButton';
import { blockedBy, type CopyPart, copyParts, sayPart } from './parts';
import { useCopy } from './useCopy';

/** Keys 1 to 9 copy the first nine. */
const KEYED = 9;

/**
 * A version's texts, each with a button that copies it, and the way to the platform's own page. With `keys`, number keys
 * copy while nobody types. A version that cannot be fitted gives nothing away and says why.
 */
export function CopyList({
  adapted,
  format,
  findings = adapted.findings,
  html,
  keys = false,
}: {
  readonly adapted: Variant;
  readonly format: Format;
  readonly findings?: readonly Finding[];
  /** The formatted text to copy, when it is not the version's own (cleaned for the platform's editor). */
  readonly html?: string | undefined;
  readonly keys?: boolean;
}) {
  const t = useWords(copyWords);
  const lang = useLang();
  const parts = useMemo(() => copyParts(adapted, format, lang, html), [adapted, format, lang, html]);
  const blocked = blockedBy(findings);
  const { last, copy } = useCopy();
  const take = (part: CopyPart): void => void copy(part.key, sayPart(lang, part), part.text, part.html);
  useNumberKeys(keys && blocked === null ? parts : none, take);
  const why = blocked === null ? null : sayFinding(lang, blocked);
  return (
    <section className={classes.copy} aria-label={t('title')}>
      <h4 className={classes.title}>
        {t('title')}
        {keys && blocked === null && parts.length > 0 && <span className={classes.quiet}>{t('keys')}</span>}
      </h4>
      {why !== null && (
        <p className={classes.blocked} role="status">
          <FindingMark severity="error" />
          <span>
            {t('blocked', { reason: why.title })}
            <span className={classes.remedy}>{why.remedy}</span>
          </span>
        </p>
      )}
      {parts.length === 0 && <p className={classes.quiet}>{t('empty')}</p>}
      <ul className={classes.parts}>
        {parts.map((part, index) => {
          const what = sayPart(lang, part);
          const done = last === part.key;
          return (
            <li key={part.key}>
              <button
                type="button"
                className={classes.part}
                data-copy={part.key}
                aria-disabled={blocked !== null || undefined}
                title={blocked === null ? undefined : t('blocked', { reason: why?.title ?? '' })}
                onClick={() => {
                  if (blocked === null) take(part);
                }}
              >
                {done ? <IconCheck size={15} stroke={1.8} /> : <IconCopy size={15} stroke={1.6} />}
                <span className={classes.name}>
                  <span className="visually-hidden">{t('label', { what: '' })}</span>
                  {what}
                  {part.html !== undefined && <span className={classes.quiet}> {t('rich')}</span>}
                </span>
                <span className={classes.words} dir="auto">
                  {done ? t('copied.short') : oneLine(part.text)}
                </span>
                <span>
                  <CountLine counts={part.counts.slice(0, 1)} />
                </span>
                {keys && index < KEYED && <Keys keys={`${index + 1}`} />}
              </button>
            </li>
          );
        })}
      </ul>
      <PublishButton platform={format.platform} />
    </section>
  );
}

const none: readonly CopyPart[] = [];
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 120);

/** Number keys for as long as the list stands; also in the palette, by name. */
function useNumberKeys(parts: readonly CopyPart[], take: (part: CopyPart) => void): void {
  const offer = useStudio((state) => state.offerCommands);
  const takeNow = useEffectEvent(take);
  useEffect(() => {
    if (parts.length === 0) return;
    const commands = parts.slice(0, KEYED).map(
      (part, index): Command => ({
        id: `copy.${index + 1}`,
        group: 'edit',
        label: (lang) => say(copyWords, lang, 'command', { what: sayPart(lang, part) }),
        keys: [`${index + 1}`],
        run: () => takeNow(part),
      }),
    );
    return offer('copy', commands);
  }, [offer, parts]);
}

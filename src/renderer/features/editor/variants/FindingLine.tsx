import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Finding } from '../../../../core/adapt/types';
import type { Fix } from '../../../../core/check/fixes/fix';
import type { Lang } from '../../../../core/model/records';
import { sayFinding } from '../../../../core/words/findings';
import { sayFix } from '../../../../core/words/fixes';
import { sayField } from '../../../../core/words/platforms';
import { versionWords } from '../../../../core/words/versions';
import { useWords } from '../../../state/StudioProvider';
import { FindingMark } from '../../../ui/FindingMark';
import { Keys } from '../../../ui/Keys';
import { FIX_KEYS } from '../editorCommands';
import classes from './Variants.module.css';

/** What is wrong, in one line, with the act that mends it beside it. */
export function FindingLine({
  finding,
  others = 0,
  whole = false,
  current = false,
  fix = null,
  lang,
  onFix,
  onMend,
}: {
  readonly finding: Finding;
  /** How many more there are. */
  readonly others?: number;
  /** With the remedy in words below. */
  readonly whole?: boolean;
  /** F8 came here: the key of the fix belongs to it. */
  readonly current?: boolean;
  /** What one key does about it; without one a person goes where it is mended. */
  readonly fix?: Fix | null;
  readonly lang: Lang;
  readonly onFix?: () => void;
  readonly onMend: (finding: Finding) => void;
}) {
  const t = useWords(versionWords);
  const { title, remedy } = sayFinding(lang, finding);
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div ref={line} className={classes.finding} data-current={current || undefined}>
      <FindingMark severity={finding.severity} />
      <span className={classes.findingText} title={remedy}>
        {title}
        {others > 0 && <span className={classes.quiet}> {t('variants.more_findings', { count: others })}</span>}
        {whole && (
          <span className={classes.remedy}>
            {sayField(lang, finding.field)} · {remedy}
          </span>
        )}
      </span>
      {fix === null ? (
        <Button className={classes.mend ?? ''} size="compact-xs" onClick={() => onMend(finding)}>
          {t(fixWord(finding.field))}
        </Button>
      ) : (
        <Button
          className={classes.mend ?? ''}
          size="compact-xs"
          aria-keyshortcuts={current ? 'Shift+F8' : undefined}
          rightSection={current ? <Keys keys={FIX_KEYS} /> : undefined}
          onClick={onFix}
        >
          {sayFix(lang, fix)}
        </Button>
      )}
    </div>
  );
}

function fixWord(field: string) {
  if (field.startsWith('brief')) return 'fix.brief';
  const words = {
    title: 'fix.title',
    body: 'fix.body',
    tags: 'fix.tags',
    images: 'fix.images',
    link: 'fix.link',
    links: 'fix.link',
    digest: 'fix.digest',
  } as const;
  return Object.hasOwn(words, field) ? words[field as keyof typeof words] : 'fix.source';
}

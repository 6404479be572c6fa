import { Button } from '@mantine/core';
import type { Finding } from '../../../../core/adapt/types';
import type { Lang } from '../../../../core/model/records';
import { sayFinding } from '../../../../core/words/findings';
import { versionWords } from '../../../../core/words/versions';
import { useWords } from '../../../state/StudioProvider';
import { FindingMark } from '../../../ui/FindingMark';
import classes from './Variants.module.css';

/** What is wrong, in one line, with the act that mends it beside it. */
export function FindingLine({
  finding,
  others = 0,
  whole = false,
  lang,
  onMend,
}: {
  readonly finding: Finding;
  /** How many more there are. */
  readonly others?: number;
  /** With the remedy in words below. */
  readonly whole?: boolean;
  readonly lang: Lang;
  readonly onMend: (finding: Finding) => void;
}) {
  const t = useWords(versionWords);
  const { title, remedy } = sayFinding(lang, finding);
  return (
    <div className={classes.finding}>
      <FindingMark severity={finding.severity} />
      <span className={classes.findingText} title={remedy}>
        {title}
        {others > 0 && <span className={classes.quiet}> {t('variants.more_findings', { count: others })}</span>}
        {whole && <span className={classes.remedy}>{remedy}</span>}
      </span>
      <Button className={classes.mend ?? ''} size="compact-xs" onClick={() => onMend(finding)}>
        {t(fixWord(finding.field))}
      </Button>
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

import type { Severity } from '../adapt/types';
import type { Lang } from '../model/records';
import { exporterWords } from '../words/exporters';
import { sayFindingLine } from '../words/findings';
import { sayField } from '../words/platforms';
import { say } from '../words/say';
import type { ExportEntry } from './types';

/** What is to settle before posting, with its remedy, one line each: worst first, then in the order it was found. */
export const findingLines = ({ variant }: ExportEntry, lang: Lang): readonly string[] =>
  [...variant.findings]
    .sort((a, b) => RANK[a.severity] - RANK[b.severity])
    .map((finding) =>
      say(exporterWords, lang, 'finding', {
        severity: say(exporterWords, lang, `severity.${finding.severity}`),
        field: sayField(lang, finding.field),
        text: sayFindingLine(lang, finding),
      }),
    );

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

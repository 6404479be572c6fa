import type { Finding, Severity, Source, Variant, Voice } from '../adapt/types';
import type { Format } from '../platforms/pack';
import type { FindingCode } from './codes';
import { rules } from './rules';

/** A variant with what it was made from. Rules read it; none of them changes a text. */
export type CheckContext = {
  readonly source: Source;
  readonly format: Format;
  readonly variant: Omit<Variant, 'findings' | 'trace'>;
  readonly voice?: Voice | undefined;
};

/** Where a rule found something and what its sentence names. The rule's severity holds unless the hit has its own. */
export type Hit = {
  readonly field: string;
  readonly params?: Finding['params'] | undefined;
  readonly severity?: Severity | undefined;
};

export type Rule = {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly run: (context: CheckContext) => readonly Hit[];
};

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** What every rule has to say about a variant, errors first, otherwise in the order of the table. */
export function check(context: CheckContext): readonly Finding[] {
  const found = rules.flatMap(({ code, severity, run }) =>
    run(context).map((hit) => ({
      code,
      severity: hit.severity ?? severity,
      field: hit.field,
      params: hit.params ?? {},
    })),
  );
  return mergeFindings(found);
}

/** Joins findings of several origins: the same one is said once, errors come first. */
export function mergeFindings(...lists: readonly (readonly Finding[])[]): readonly Finding[] {
  const seen = new Map<string, Finding>();
  for (const finding of lists.flat()) {
    const key = JSON.stringify([finding.code, finding.field, finding.params]);
    if (!seen.has(key)) seen.set(key, finding);
  }
  return [...seen.values()].sort((a, b) => rank[a.severity] - rank[b.severity]);
}

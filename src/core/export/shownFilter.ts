import type { Lang, Outcome, PieceKind, PieceState } from '../model/vocabulary';
import type { FindingKind } from '../schedule/filter';
import { kindWords } from '../words/kinds';
import { say } from '../words/say';
import { shownFilterWords } from '../words/shownFilter';

/** What an export was narrowed to; names as people call them, empty lists for all. */
export type NarrowedTo = {
  readonly campaigns: readonly string[];
  readonly platforms: readonly string[];
  readonly accounts: readonly string[];
  readonly personas: readonly string[];
  readonly kinds: readonly PieceKind[];
  readonly states: readonly PieceState[];
  readonly outcomes: readonly Outcome[];
  readonly findings: readonly FindingKind[];
  /** How many placements or pieces were picked by hand; 0 for none. */
  readonly picked: number;
};

/** The filter in words, one condition a line: `平台：微博、小红书`. */
export function sayFilter(lang: Lang, narrowed: NarrowedTo): readonly string[] {
  const { campaigns, platforms, accounts, personas, kinds, states, outcomes, findings, picked } = narrowed;
  const named = {
    campaigns,
    platforms,
    accounts,
    personas,
    kinds: kinds.map((kind) => say(kindWords, lang, `kind.${kind}`)),
    states: states.map((state) => say(kindWords, lang, `state.${state}`)),
    outcomes: outcomes.map((outcome) => say(kindWords, lang, `outcome.${outcome}`)),
    findings: findings.map((finding) => say(shownFilterWords, lang, `finding.${finding}`)),
  } as const;
  const lines = (Object.keys(named) as (keyof typeof named)[]).flatMap((name) =>
    named[name].length === 0
      ? []
      : [say(shownFilterWords, lang, name, { names: named[name].join(lang === 'zh' ? '、' : ', ') })],
  );
  return picked === 0 ? lines : [...lines, say(shownFilterWords, lang, 'picked', { count: picked })];
}

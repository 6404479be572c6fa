import type { CopyStatus } from '../campaign/copies';
import type { Gap } from '../campaign/coverage';
import { type AutoResult, firstOpen, type GateResult } from '../campaign/gates';
import type { Stage } from '../campaign/stage';
import type { Lang, Phase } from '../model/records';
import { campaignWords } from './campaign';
import { checkWords } from './campaignChecks';
import { sayKind, sayPhase, sayRole } from './kinds';
import { say } from './say';

/** A phase by the team's own name, else by its kind's. */
export const sayPhaseName = (lang: Lang, { kind, name }: Pick<Phase, 'kind' | 'name'>): string =>
  name === '' ? sayPhase(lang, kind) : name;

/** `爆发 第 2/7 天`, `Starts in 3 days`. */
export function sayStage(lang: Lang, stage: Stage): string {
  switch (stage.kind) {
    case 'undated':
      return say(campaignWords, lang, 'stage.undated');
    case 'upcoming':
      return say(campaignWords, lang, 'stage.upcoming', { days: stage.days });
    case 'over':
      return say(campaignWords, lang, 'stage.over', { days: stage.days });
    case 'running':
      return stage.phase === null
        ? say(campaignWords, lang, 'stage.running')
        : say(campaignWords, lang, 'stage.running_in', {
            phase: sayPhaseName(lang, stage.phase),
            day: stage.day,
            of: stage.of,
          });
  }
}

export const sayCopy = (lang: Lang, { code, errors }: CopyStatus): string =>
  say(checkWords, lang, `copy.${code}`, { count: errors });

/** Why a computed check is open. */
export function sayOpen(lang: Lang, { check, open }: AutoResult): string {
  if (open.length === 0 && (check === 'planned' || check === 'figures'))
    return say(checkWords, lang, `open.${check}_none`);
  return say(checkWords, lang, `open.${check}`, { count: open.length });
}

/** `入口检查 4/5` and `微博抽奖缺截止时间`; all passed: `入口检查 5/5` and nothing. */
export function sayGateParts(lang: Lang, gate: GateResult): { readonly count: string; readonly open: string } {
  const side = say(checkWords, lang, `side.${gate.side}`);
  const { done, total } = gate;
  const open = firstOpen(gate);
  const count = say(checkWords, lang, 'gate', { side, done, total });
  return { count, open: open === null ? '' : open.kind === 'own' ? open.name : sayOpen(lang, open) };
}

/** Both in one line. */
export function sayGate(lang: Lang, gate: GateResult): string {
  const { count, open } = sayGateParts(lang, gate);
  return open === '' ? count : say(checkWords, lang, 'gate.open', { count, what: open });
}

/** `platform` names a platform by its id. */
export function sayGap(lang: Lang, gap: Gap, platform: (id: string) => string): string {
  switch (gap.kind) {
    case 'role':
      return say(checkWords, lang, 'gap.role', { role: gap.name ?? sayRole(lang, gap.role) });
    case 'platform':
      return say(checkWords, lang, 'gap.platform', { platform: platform(gap.platform) });
    case 'piece_kind':
      return say(checkWords, lang, 'gap.kind', { what: sayKind(lang, gap.what) });
  }
}

import type { CascadeTemplateEntry, MissingAccount } from '../../../contract';
import { mapPattern } from '../../../core/cascade/mapping';
import { patternOf, type Unkept } from '../../../core/cascade/pattern';
import { cascadeShelf, isShelfId } from '../../../core/cascade/shelf';
import type { Json } from '../../../core/model/json';
import { type Lang, langs, type Phase } from '../../../core/model/records';
import { createOp, type Op } from '../../../core/plan/ops';
import { refuse } from '../../../core/result';
import { accountsById } from '../../../core/schedule/planned';
import { addDays, type WallDate, type WallTime } from '../../../core/time/wall';
import type { StoreContext } from '../context';
import type { WriteDb } from '../database';
import { listViews, readView } from '../rows';
import { workspaceOf } from '../workspace';
import { campaignOf, setOp, wavesOf } from './cascades';

/** Cascades to start campaigns from: those that come with the studio, and the workspace's own, which are records. */
export function listCascades(db: WriteDb, lang: Lang): readonly CascadeTemplateEntry[] {
  const own = listViews(db, 'cascadeTemplate').map(
    ({ id, name, about, lang: its, pattern }): CascadeTemplateEntry => ({
      id,
      own: true,
      name,
      about,
      lang: its,
      pattern,
    }),
  );
  return [
    ...own.sort((a, b) => a.name.localeCompare(b.name, lang)),
    ...cascadeShelf(lang).map((entry) => ({ ...entry, own: false })),
  ];
}

/** In the language the workspace writes in: what is made from it is content. */
function readCascade(db: WriteDb, id: string): CascadeTemplateEntry {
  const { lang } = workspaceOf(db);
  const found = isShelfId(id)
    ? cascadeShelf(lang).find((entry) => entry.id === id)
    : (readView(db, 'cascadeTemplate', id) ?? undefined);
  if (found === undefined) return refuse('not_found', { where: `cascade template ${id}` });
  const { name, about, lang: its, pattern } = found;
  return { id, own: !isShelfId(id), name, about, lang: its, pattern };
}

export type Applying = {
  readonly templateId: string;
  readonly name: string;
  readonly zeroDay: WallDate;
  readonly time: WallTime | null;
};
export type Applied = {
  readonly ops: readonly Op[];
  readonly campaignId: string;
  readonly missing: readonly MissingAccount[];
};

/** A campaign with its phases around the zero day and its waves on the team's accounts. */
export function applyOps(store: StoreContext, { templateId, name, zeroDay, time }: Applying): Applied {
  const { db } = store;
  const { pattern } = readCascade(db, templateId);
  const workspace = workspaceOf(db);
  const mapped = mapPattern(pattern, listViews(db, 'account'));
  const campaignId = store.newId('c');
  const waveIds = pattern.waves.map(() => store.newId('w'));
  const starts = pattern.phases.map(({ from }) => from);
  const ends = pattern.phases.map(({ to }) => to);
  const ops: Op[] = [
    createOp('campaign', campaignId, {
      name,
      product: workspace.product,
      zeroDay,
      start: addDays(zeroDay, Math.min(0, ...starts)),
      end: addDays(zeroDay, Math.max(0, ...ends)),
      leadWaveId: waveIds[0] ?? null,
      order: orderAfter(listViews(db, 'campaign').map(({ order }) => order)),
    }),
    ...pattern.phases.map((phase, index) =>
      createOp('phase', store.newId('f'), {
        campaignId,
        kind: phase.kind,
        name: phase.name,
        start: addDays(zeroDay, phase.from),
        end: addDays(zeroDay, phase.to),
        order: orderAt(index),
        entryChecks: undone(phase.entry),
        exitChecks: undone(phase.exit),
      }),
    ),
    ...mapped.map(({ wave, account }, index) =>
      createOp('wave', waveIds[index] ?? '', {
        campaignId,
        name: wave.name,
        accountId: account?.id ?? null,
        // Another platform's format would be refused by the account's own.
        format: account !== null && wave.format?.startsWith(`${account.platform}/`) === true ? wave.format : null,
        rule: index === 0 && time !== null ? { kind: 'lead', time } : wave.rule,
        onlyWorkdays: wave.onlyWorkdays,
        afterWaveId: wave.after === null || wave.after === 0 ? null : (waveIds[wave.after] ?? null),
        order: orderAt(index),
      }),
    ),
  ];
  const missing = mapped.flatMap(({ wave, account }) =>
    account === null ? [{ wave: wave.name, role: wave.role, platform: wave.platform }] : [],
  );
  return { ops, campaignId, missing };
}

const undone = (checks: readonly string[]): Readonly<Record<string, boolean>> =>
  Object.fromEntries(checks.map((check) => [check, false]));

/** Keys that stand in this order as text, with room before, between and after. */
const orderAt = (index: number): string => `m${String(index).padStart(4, '0')}n`;
const orderAfter = (orders: readonly string[]): string => `${[...orders].sort().at(-1) ?? 'm'}n`;

export type Keeping = {
  readonly campaignId: string;
  readonly name: string;
  readonly about: string;
  readonly over: string | null;
};

/** A campaign's cascade as a template of one's own, or over one; what could not be kept is named. */
export function keepOps(
  store: StoreContext,
  id: string,
  { campaignId, name, about, over }: Keeping,
): { readonly ops: readonly Op[]; readonly unkept: readonly Unkept[] } {
  const { db } = store;
  const campaign = campaignOf(db, campaignId);
  const phases = listViews(db, 'phase').filter((phase: Phase) => phase.campaignId === campaignId);
  const accounts = accountsById(listViews(db, 'account'));
  const { pattern, unkept } = patternOf(campaign, phases, wavesOf(db, campaignId), accounts);
  const lang = langs.find((known) => known === workspaceOf(db).lang) ?? 'zh';
  if (over === null) return { ops: [createOp('cascadeTemplate', id, { name, about, lang, pattern })], unkept };
  if (readView(db, 'cascadeTemplate', over) === null) refuse('not_found', { where: `cascade template ${over}` });
  const set = (register: string, value: Json) => setOp('cascadeTemplate', over, register, value);
  return { ops: [set('name', name), set('about', about), set('lang', lang), set('pattern', pattern)], unkept };
}

import type { ExportKind, Outline } from '../../../contract';
import { bulkTarget } from '../../../contract/bulk';
import { exportChoice, exportKinds, exportLooks } from '../../../contract/exports';
import { exportOptions } from '../../../core/export/options';
import { idSchema } from '../../../core/model/ids';
import { langs } from '../../../core/model/records';
import { createOp } from '../../../core/plan/ops';
import { printPlanSetup, readPlanSetup } from '../../../core/schedule/savedView';
import { wallDateSchema } from '../../../core/time/wall';
import type { Studio } from '../../state/studio';
import { type ExportView, type Kept, rangeKinds } from './exportView';

/** What is written again and again, by name: the same forms, of the same choice, with the same options. A view of the plan's own. */
export type Preset = Outline['view'][number];
const SCREEN = 'export';

export const presetsOf = (outline: Outline | null): readonly Preset[] =>
  (outline?.view ?? [])
    .filter(({ screen }) => screen === SCREEN)
    .toSorted((a, b) => (a.order === b.order ? (a.id < b.id ? -1 : 1) : a.order < b.order ? -1 : 1));

/** Days that follow the calendar stay what they are; what other screens showed is remembered as it was. */
export function printPreset(view: ExportView, seen: Kept): string {
  const { kept, ...chosen } = view;
  const rest = { ...chosen, options: exportOptions.parse(view.options) };
  const { filter, placementIds, pieces } = kept ?? seen;
  const more =
    view.range === 'shown'
      ? { filter: JSON.parse(printPlanSetup({ filter, zoom: 'fortnight' })) as object }
      : view.range === 'picked'
        ? { placementIds }
        : view.range === 'library'
          ? { pieces }
          : {};
  return JSON.stringify({ ...rest, ...more });
}

/** Reads a preset over the usual choice: what this version does not know, or cannot read, is left as usual. */
export function readPreset(json: string, usual: ExportView, nothing: Kept): ExportView {
  const stored = asObject(json);
  const read = <T>(name: string, schema: Readable<T>, fallback: T): T => {
    const found = schema.safeParse(stored[name]);
    return Object.hasOwn(stored, name) && found.success ? found.data : fallback;
  };
  const kinds = listIn(stored.kinds).filter((kind): kind is ExportKind => exportKinds.some((known) => known === kind));
  return {
    range: rangeKinds.find((known) => known === stored.range) ?? usual.range,
    campaignId: read('campaignId', idSchema.nullable(), usual.campaignId),
    from: read('from', wallDateSchema, usual.from),
    to: read('to', wallDateSchema, usual.to),
    platforms: listIn(stored.platforms),
    kinds: kinds.length > 0 ? kinds : usual.kinds,
    options: read('options', exportOptions, exportOptions.parse({})),
    plan: read('plan', exportChoice.shape.plan, usual.plan),
    look: exportLooks.find((known) => known === stored.look) ?? usual.look,
    lang: langs.find((known) => known === stored.lang) ?? usual.lang,
    kept: {
      filter: stored.filter === undefined ? nothing.filter : readPlanSetup(JSON.stringify(stored.filter)).filter,
      placementIds: listIn(stored.placementIds),
      pieces: read('pieces', bulkTarget.nullable(), nothing.pieces),
    },
  };
}

type Readable<T> = {
  readonly safeParse: (value: unknown) => { readonly success: true; readonly data: T } | { readonly success: false };
};

const listIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

function asObject(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    // A preset whose text is broken is the usual choice; it can be saved again from there.
    return {};
  }
}

/** Each of these is one step of undo, named after the preset. Answers its id. */
export async function savePreset(studio: Studio, name: string, json: string): Promise<string | null> {
  const { act, outline } = studio.getState();
  const id = `w_${crypto.randomUUID()}`;
  const last = presetsOf(outline).at(-1)?.order ?? '';
  const draft = { name, screen: SCREEN, filter: json, order: `${last || 'n'}n`.slice(-200) };
  const made = await act('change.make', {
    label: { code: 'view_save', params: { name } },
    ops: [createOp('view', id, draft)],
  });
  return made === null ? null : id;
}

export async function updatePreset(studio: Studio, { id, name }: Preset, json: string): Promise<void> {
  await studio.getState().act('change.make', {
    label: { code: 'view_edit', params: { name } },
    ops: [{ kind: 'set', type: 'view', id, register: 'filter', value: json }],
  });
}

export async function deletePreset(studio: Studio, { id, name }: Preset): Promise<boolean> {
  const made = await studio.getState().act('change.make', {
    label: { code: 'view_delete', params: { name } },
    ops: [{ kind: 'delete', type: 'view', id }],
  });
  return made !== null;
}

import { z } from 'zod';
import { outcomes, pieceKinds, pieceStates } from '../model/vocabulary';
import { type Zoom, zooms } from './days';
import { findingKinds, noFilter, type PlanFilter } from './filter';

/** What a saved view of the plan holds: what is left out, and how near one looks. Kept as text in a `view` record. */
export type PlanSetup = { readonly filter: PlanFilter; readonly zoom: Zoom };

const names = z.array(z.string().max(200)).max(500);
const shapes = {
  campaignIds: names,
  kinds: z.array(z.enum(pieceKinds)),
  personaIds: names,
  platforms: names,
  states: z.array(z.enum(pieceStates)),
  outcomes: z.array(z.enum(outcomes)),
  findings: z.array(z.enum(findingKinds)),
} as const satisfies { readonly [K in keyof PlanFilter]: z.ZodType };

/**
 * Reads a setup. A condition that this version does not know, or cannot read, is left out: the view then shows more,
 * never something else.
 */
export function readPlanSetup(json: string): PlanSetup {
  const stored = asObject(json);
  let filter = noFilter;
  for (const [key, shape] of Object.entries(shapes)) {
    const value = shape.safeParse(stored[key]);
    if (value.success) filter = { ...filter, [key]: value.data };
  }
  return { filter, zoom: zooms.find((known) => known === stored.zoom) ?? 'fortnight' };
}

/** Only what is left out, in one order, so that equal setups are equal texts. */
export const printPlanSetup = ({ filter, zoom }: PlanSetup): string =>
  JSON.stringify({
    ...Object.fromEntries(
      Object.keys(shapes).flatMap((key) => {
        const list = filter[key as keyof PlanFilter];
        return list.length === 0 ? [] : [[key, [...list].sort()]];
      }),
    ),
    zoom,
  });

/** Whether the plan opens with this view: kept beside what the view shows. */
export const opensPlan = (json: string): boolean => asObject(json).opens === true;

/** The view's text with that said or taken back. */
export const withOpens = (json: string, opens: boolean): string => {
  const { opens: _, ...setup } = asObject(json);
  return JSON.stringify(opens ? { ...setup, opens } : setup);
};

export const samePlanSetup = (a: PlanSetup, b: PlanSetup): boolean => printPlanSetup(a) === printPlanSetup(b);

function asObject(json: string): Readonly<Record<string, unknown>> {
  const read = z.record(z.string(), z.unknown()).safeParse(parsed(json));
  return read.success ? read.data : {};
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // A view whose text is broken leaves nothing out; it can be kept again from there.
    return null;
  }
}

import { z } from 'zod';
import { canonical } from '../plan/canonical';
import type { WallDate } from '../time/wallDate';
import { type PlanCode, planCodes } from './codes';
import type { PlanFinding } from './finding';

/**
 * A finding the team leaves as it is, with its reason. Kept in the workspace under the finding's key, so it travels in the plan
 * file, is undone like everything else, and can be taken back; what it was about is kept beside it, to be listed when the
 * finding is not there any more.
 */
export type Waiver = {
  readonly code: PlanCode;
  readonly reason: string;
  readonly onDay: string;
  /** What it was about, as it was said then. */
  readonly about: string;
};

const waiver = z.object({
  code: z.enum(planCodes as [PlanCode, ...PlanCode[]]),
  reason: z.string().max(500),
  onDay: z.string().max(10),
  about: z.string().max(500),
});

export const writeWaiver = (given: Waiver): string => canonical({ ...given });

/** Waivers by the key of their finding. What this version cannot read stays in the plan and is not shown. */
export function waiversOf(waived: Readonly<Record<string, string | null>>): ReadonlyMap<string, Waiver> {
  const found = new Map<string, Waiver>();
  for (const [key, text] of Object.entries(waived)) {
    if (text === null) continue;
    const read = waiver.safeParse(readJson(text));
    if (read.success) found.set(key, read.data);
  }
  return found;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Not JSON: a later version's way of writing, left alone.
    return undefined;
  }
}

/** The register of the workspace that holds a finding's waiver. */
export const waiverRegister = (key: string): string => `waived.${key}`;

export const makeWaiver = (
  finding: Pick<PlanFinding, 'code'>,
  reason: string,
  about: string,
  onDay: WallDate,
): Waiver => ({
  code: finding.code,
  reason: reason.slice(0, 500),
  onDay,
  about: about.slice(0, 500),
});

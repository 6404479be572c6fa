import type { RecordState } from '../plan/state';

/** Whether a field of a version was written, or given back, by hand after its approval was. Clocks compare as texts. */
export function isWrittenSince(variant: RecordState | null): boolean {
  const approved = variant?.stamps.approval;
  if (approved === undefined) return false;
  return Object.entries(variant?.stamps ?? {}).some(
    ([register, stamp]) => /^(overrides|kept)\./.test(register) && stamp > approved,
  );
}

import type { ExportView, Kept } from './exportView';
import { printPreset, readPreset } from './presets';

/** What was chosen when something was written: remembered with its folder, from one session to the next. */
export type Setup = {
  readonly view: ExportView;
  /** The preset it came from, which may be gone by now. */
  readonly preset: string | null;
};

export const printSetup = ({ view, preset }: Setup, seen: Kept): string =>
  JSON.stringify({ preset, view: printPreset(view, seen) });

/** Null where it cannot be read; what is unknown in the choice itself is as usual. */
export function readSetup(text: string, usual: ExportView, nothing: Kept): Setup | null {
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found !== 'object' || found === null || !('view' in found) || typeof found.view !== 'string')
      return null;
    const preset = 'preset' in found && typeof found.preset === 'string' ? found.preset : null;
    return { view: readPreset(found.view, usual, nothing), preset };
  } catch {
    // Written by another version, or spoilt: the usual choice stands in, and nothing is lost but a few clicks.
    return null;
  }
}

import { useEffect, useMemo, useState } from 'react';
import type { Outline } from '../../../contract';
import type { Lang } from '../../../core/model/records';
import type { WallDate } from '../../../core/time/wall';
import { useStudio, useStudioHandle } from '../../state/StudioProvider';
import { type ExportView, firstView, nothingSeen } from './exportView';
import { presetsOf, readPreset } from './presets';
import { readSetup } from './setup';

/** What differs from the usual choice, and the preset it came from. */
type Own = { readonly change: Partial<ExportView>; readonly preset: string | null };
const usual: Own = { change: {}, preset: null };

/** By workspace, while the studio runs: who goes to mend a finding comes back to the same choice. */
const kept = new Map<string, Own>();

export type ChosenView = {
  /** Null until the plan is known. */
  readonly view: ExportView | null;
  /** The preset that was taken up, while it is there. */
  readonly preset: string | null;
  readonly change: (change: Partial<ExportView>) => void;
  /** Takes up a preset by its id; null lets go of it and keeps the choice. */
  readonly takeUp: (id: string | null) => void;
  /** What is chosen now was kept under this id. */
  readonly keptAs: (id: string) => void;
};

/** The choice of this screen: as it was left, else as something was written last, in whichever session, else the usual. */
export function useExportView(outline: Outline | null, today: WallDate | null, lang: Lang): ChosenView {
  const { api } = useStudioHandle();
  const workspace = useStudio((state) => state.outline?.workspace[0]?.id ?? null);
  const [own, setOwn] = useState<Own>(() => kept.get(workspace ?? '') ?? usual);
  const base = useMemo(
    () => (outline === null || today === null ? null : firstView(outline, today, lang)),
    [outline, today, lang],
  );
  const isKnown = workspace === null || base === null || kept.has(workspace);
  useEffect(() => {
    if (isKnown || workspace === null || base === null) return;
    let late = false;
    void api.call('export.last', {}).then((answer) => {
      // Who has chosen meanwhile has chosen.
      if (late || kept.has(workspace) || !answer.ok || answer.value === null) return;
      const setup = readSetup(answer.value.setup, base, nothingSeen);
      if (setup !== null) setOwn({ change: setup.view, preset: setup.preset });
    });
    return () => {
      late = true;
    };
  }, [api, workspace, base, isKnown]);
  const set = (next: Own): void => {
    if (workspace !== null) kept.set(workspace, next);
    setOwn(next);
  };
  return {
    view: useMemo(() => (base === null ? null : { ...base, ...own.change }), [base, own.change]),
    preset: presetsOf(outline).some(({ id }) => id === own.preset) ? own.preset : null,
    change: (change) => set({ ...own, change: { ...own.change, ...change } }),
    takeUp: (id) => {
      const found = presetsOf(outline).find((one) => one.id === id);
      set(
        found === undefined || base === null
          ? { ...own, preset: null }
          : { change: readPreset(found.filter, base, nothingSeen), preset: found.id },
      );
    },
    keptAs: (id) => set({ ...own, preset: id }),
  };
}

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Lang } from '../../core/model/records';
import { say, type WordParams, type WordTable } from '../../core/words/say';
import type { Studio, StudioState } from './studio';

const StudioContext = createContext<Studio | null>(null);

export function StudioProvider({ studio, children }: { readonly studio: Studio; readonly children: ReactNode }) {
  return <StudioContext value={studio}>{children}</StudioContext>;
}

/** The whole studio, for work caused by a click: `studio.getState()`, `studio.api`. */
export function useStudioHandle(): Studio {
  const studio = useContext(StudioContext);
  if (studio === null) throw new Error('This part stands outside of StudioProvider.');
  return studio;
}

/** One value of the state. Actions are values too: `const go = useStudio((s) => s.go)`. */
export function useStudio<T>(select: (state: StudioState) => T): T {
  return useStore(useStudioHandle(), select);
}

export const useLang = (): Lang => useStudio((state) => state.settings.lang);

export type Say<K extends string> = (key: K, params?: WordParams) => string;

/** A subject's words in the user's language; follows a change of language at once. */
export function useWords<K extends string>(table: WordTable<K>): Say<K> {
  const lang = useLang();
  return useMemo(() => (key: K, params?: WordParams) => say(table, lang, key, params), [table, lang]);
}

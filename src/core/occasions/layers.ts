import type { Lang } from '../model/vocabulary';

/** What can be shown with the days of a calendar, each switched on or off by itself. */
export const layers = ['statutory', 'lunar', 'terms', 'festivals', 'commerce', 'world', 'own', 'hot'] as const;
export type Layer = (typeof layers)[number];

/** What is on until somebody chooses: without the Chinese calendar in English, without the world's days in Chinese. */
const usual = {
  zh: ['statutory', 'lunar', 'terms', 'festivals', 'commerce', 'own', 'hot'],
  en: ['statutory', 'festivals', 'commerce', 'world', 'own', 'hot'],
} as const satisfies Readonly<Record<Lang, readonly Layer[]>>;

/** The layers in use: those chosen, else those usual in the language. */
export const layersFor = (chosen: readonly Layer[] | null, lang: Lang): readonly Layer[] => chosen ?? usual[lang];

export const hasLayer = (on: readonly Layer[], layer: Layer): boolean => on.includes(layer);

/**
 * What no first screen needs comes when it is first asked for: these hold the readers and writers of files and the
 * adaptation, most of the store's code.
 */
export const late = {
  assetList: () => import('../assets/assetList'),
  assets: () => import('../assets/assets'),
  bulk: () => import('../library/bulk'),
  campaigns: () => import('../plan/campaigns'),
  cascades: () => import('../plan/cascades'),
  cascadeActs: () => import('../plan/cascadeActs'),
  cascadeTemplates: () => import('../plan/cascadeTemplates'),
  assetUses: () => import('../assets/assetUses'),
  conflicts: () => import('../merging/conflicts'),
  desk: () => import('../plan/desk'),
  exports: () => import('../files/exports'),
  occasionFiles: () => import('../plan/occasionFiles'),
  history: () => import('../history/history'),
  sameText: () => import('../pieces/sameText'),
  lookAtFile: () => import('../files/lookAtFile'),
  library: () => import('../library/library'),
  libraryCounts: () => import('../library/libraryCounts'),
  pasteCases: () => import('../pieces/pasteCases'),
  pieceExport: () => import('../pieces/pieceExport'),
  planCheck: () => import('../plan/planCheck'),
  platforms: () => import('../platforms'),
  reports: () => import('../pieces/reports'),
  restore: () => import('../files/restore'),
  siblings: () => import('../pieces/siblings'),
  templates: () => import('../pieces/templates'),
  trash: () => import('../library/trash'),
  variants: () => import('../pieces/variants'),
} as const;

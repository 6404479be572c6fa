/**
 * What no first screen needs comes when it is first asked for: these hold the readers and writers of files and the
 * adaptation, most of the store's code.
 */
export const late = {
  assetList: () => import('../assetList'),
  assets: () => import('../assets'),
  bulk: () => import('../bulk'),
  campaigns: () => import('../campaigns'),
  cascades: () => import('../cascades'),
  cascadeActs: () => import('../cascadeActs'),
  cascadeTemplates: () => import('../cascadeTemplates'),
  assetUses: () => import('../assetUses'),
  desk: () => import('../desk'),
  exports: () => import('../exports'),
  occasionFiles: () => import('../occasionFiles'),
  history: () => import('../history'),
  sameText: () => import('../sameText'),
  library: () => import('../library'),
  libraryCounts: () => import('../libraryCounts'),
  pasteCases: () => import('../pasteCases'),
  pieceExport: () => import('../pieceExport'),
  planCheck: () => import('../planCheck'),
  platforms: () => import('../platforms'),
  reports: () => import('../reports'),
  restore: () => import('../restore'),
  siblings: () => import('../siblings'),
  templates: () => import('../templates'),
  trash: () => import('../trash'),
  variants: () => import('../variants'),
} as const;

export type BackupFile = {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly bytes: number;
  readonly reason: 'timer' | 'migration' | 'before_restore' | 'before_import' | 'before_repair' | 'manual';
  /** Opened again, checked page by page and compared row by row. */
  readonly verified: boolean;
};

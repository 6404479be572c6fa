import { z } from 'zod';
import data from '../../../resources/metric-columns.json';

/**
 * Columns of the exports people download from each platform's creator centre, as dated data in
 * `resources/metric-columns.json`: which header means which figure. Matching is by name or alias, in any order.
 */
/** rate: a share from 0 to 1, however written · seconds: a duration. */
export const columnTypes = ['text', 'int', 'number', 'rate', 'seconds', 'datetime', 'date', 'url'] as const;

const column = z.object({
  name: z.string().min(1),
  /** A canonical key, or the column's own where no platform shares it. */
  key: z.string().min(1),
  type: z.enum(columnTypes),
  note: z.string().optional(),
});

const exportSheet = z.object({
  id: z.string(),
  zh: z.string(),
  file: z.string().optional(),
  /** Row of the header, counted from 1; a platform may put a banner above it. */
  header_row: z.number().int().positive().optional(),
  banner: z.string().optional(),
  confidence: z.enum(['official', 'code', 'secondary', 'unverified']),
  sources: z.array(z.string()),
  columns: z.array(column),
  aliases: z.record(z.string(), z.string()).optional(),
  /** Columns that together tell this export from others. */
  signature: z.array(z.string()).optional(),
  /** Names expected but not seen in a real export. */
  expected: z.array(z.string()).optional(),
  sheets: z.record(z.string(), z.array(z.string())).optional(),
  note: z.string().optional(),
});

export const metricColumns = z.object({
  schema: z.literal(1),
  checkedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  note: z.string(),
  canonical_keys: z.record(z.string(), z.string()),
  general_rules: z.array(z.string()),
  platforms: z.array(z.object({ id: z.string(), zh: z.string(), exports: z.array(exportSheet) })),
});
export type MetricColumns = z.infer<typeof metricColumns>;

let parsed: MetricColumns | null = null;

/** The shipped columns, checked once. A damaged file is a fault of the build and throws. */
export function shippedMetricColumns(): MetricColumns {
  parsed ??= metricColumns.parse(data);
  return parsed;
}

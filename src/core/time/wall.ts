import { z } from 'zod';
import { isWallDate, type WallDate, type WallTime, wallTimeShape } from './wallDate';

export * from './wallDate';

/**
 * Wall time: the date and clock time people plan by, stored with an IANA zone and never as an instant, so that a
 * plan keeps "18:00 in Shanghai" through daylight-saving changes and when the file travels.
 */

export const wallDateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isWallDate) as unknown as z.ZodType<WallDate, WallDate>;
export const wallTimeSchema = z.string().regex(wallTimeShape) as unknown as z.ZodType<WallTime, WallTime>;
export const zoneSchema = z
  .string()
  .regex(/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+){0,2}$/)
  .max(64);

export const wallDate = (value: string): WallDate => wallDateSchema.parse(value);

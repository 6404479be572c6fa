import { z } from 'zod';
import { langs } from '../core/model/records';
import { layers } from '../core/occasions/layers';

export const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];
/** What the user set for this machine; not part of any plan. */
export const studioSettings = z.object({
  lang: z.enum(langs),
  theme: z.enum(themes),
  density: z.enum(['compact', 'normal', 'comfortable']),
  /** Reminders on the desktop when a post is due, and by how many minutes before. */
  remind: z.boolean(),
  remindLead: z.number().int().min(0).max(1_440),
  /** The window's close button leaves the studio running in the system tray, where there is one. */
  closeToTray: z.boolean(),
  /** A zone whose times are shown beside the plan's; absent or empty for none. */
  secondZone: z
    .string()
    .max(64)
    .regex(/^[A-Za-z0-9_+/-]*$/)
    .optional(),
  /** What stands with the days of a calendar; absent until somebody chose, and then as usual in the language. */
  dayLayers: z.array(z.enum(layers)).max(layers.length).readonly().optional(),
});
export type StudioSettings = z.infer<typeof studioSettings>;

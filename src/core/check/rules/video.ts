import type { CheckContext, Hit, Rule } from '../check';

/** Seconds of the shooting script, when the variant has one. */
const scriptSeconds = ({ variant }: CheckContext): number =>
  (variant.extra.script ?? []).reduce((sum, shot) => sum + shot.seconds, 0);

const against =
  (limitName: 'video_max_s' | 'video_min_s', isBroken: (value: number, limit: number) => boolean) =>
  (context: CheckContext): readonly Hit[] => {
    const limit = context.format.format.limits[limitName];
    const value = Math.ceil(scriptSeconds(context));
    return limit !== undefined && value > 0 && isBroken(value, limit)
      ? [{ field: 'script', params: { value, limit } }]
      : [];
  };

export const videoRules: readonly Rule[] = [
  {
    code: 'video_needed',
    severity: 'info',
    run: ({ format }) => {
      const { family, limits } = format.format;
      return family === 'video' ? [{ field: 'video', params: { limit: limits.video_max_s ?? 0 } }] : [];
    },
  },
  { code: 'script_too_long', severity: 'error', run: against('video_max_s', (value, limit) => value > limit) },
  { code: 'script_too_short', severity: 'warning', run: against('video_min_s', (value, limit) => value < limit) },
];

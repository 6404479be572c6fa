import { chaptersOf, printChapters } from '../chapters';
import { compose, plainSheet } from '../compose';
import { type Context, type Draft, entry, type Step, traced, withExtra } from '../draft';
import { countIn } from '../measure';
import { bodyRoom } from '../room';
import { type Script, shootingScript } from '../shots';
import { speakingRate } from '../speech';
import { srtOf } from '../srt';
import type { Shot, Timing } from '../types';
import { coverOf, withCover } from './cover';

/** A film: the shooting script with its subtitles and its length, chapters where the platform has them, the cover's words. */
export const video: Step = (draft, context) => {
  const script = shootingScript(draft.all, context);
  const filmed = withScript(draft, context, script.shots);
  const scripted = traced(filmed === draft ? draft : withExtra(filmed, { spoken: script.spoken }), script.trace);
  return withCover(withChapters(scripted, context, script), context);
};

/** A script with all that follows from it. */
export const withScript = (draft: Draft, { source, format }: Context, script: readonly Shot[]): Draft =>
  script.length === 0
    ? draft
    : withExtra(draft, {
        script,
        srt: srtOf(script, source.lang, format.format.subtitles),
        timing: timingOf(script, format.format),
      });

const timingOf = (script: readonly Shot[], { limits, speech = speakingRate }: Context['format']['format']): Timing => ({
  seconds: script.reduce((sum, { seconds }) => sum + seconds, 0),
  rate: speech,
  min: limits.video_min_s ?? null,
  max: limits.video_max_s ?? null,
});

function withChapters(draft: Draft, context: Context, script: Script): Draft {
  const rules = context.format.format.chapters;
  if (rules === undefined || script.headings.every((heading) => heading === '')) return draft;
  const chapters = chaptersOf(script, coverOf(context), rules);
  if (chapters.length === 0) return traced(draft, [entry('parts', 'removed', 'too_few_chapters')]);
  if (rules.where !== 'body') return withExtra(draft, { chapters });
  const text = printChapters(chapters);
  const whole = `${compose(plainSheet(draft.lines), draft)}\n\n${text}`;
  return bodyRoom(context, draft.title).every(({ unit, max }) => countIn(unit)(whole) <= max)
    ? withExtra(draft, { chapters })
    : traced(draft, [entry('parts', 'removed', 'no_room_chapters', { before: text })]);
}

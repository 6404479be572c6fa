import { fitTitle } from '../../../core/adapt/title';
import { fillFields } from '../../../core/brief/fields';
import { count } from '../../../core/platforms/counters';
import type { CounterId } from '../../../core/platforms/pack';
import { type AdaptTask, type Outcome, overridesOf } from '../../state/adapting/adaptTask';

/** One title on the bench: as its platform counts it, and whether another row reads the same. */
export type BenchRow = {
  readonly key: string;
  readonly task: AdaptTask;
  readonly outcome: Outcome;
  /** The field, or the first line where the format has no field. */
  readonly title: string;
  readonly isFirstLine: boolean;
  readonly isEdited: boolean;
  readonly unit: CounterId;
  /** null where no limit is known. */
  readonly limit: number | null;
  /** How much of a title the feed shows; null where the pack knows none. */
  readonly fold: number | null;
  /** A lawful title made of its own clauses, when it is too long; null when there is none. */
  readonly shorter: string | null;
  /** The first row above that reads the same. */
  readonly twin: AdaptTask | null;
  /** Both follow the source: to read the same is no mistake of anybody's. */
  readonly isTwinBySource: boolean;
};

/** The versions that have a title, in the order of the tabs. */
export function benchRows(
  tasks: readonly AdaptTask[],
  outcomes: Readonly<Record<string, Outcome>>,
): readonly BenchRow[] {
  const seen = new Map<string, { readonly task: AdaptTask; readonly isEdited: boolean }>();
  return tasks.flatMap((task): BenchRow[] => {
    const outcome = outcomes[task.key];
    const { format } = task.pack;
    if (outcome === undefined || format.title === 'none') return [];
    const { source, adapted } = outcome;
    const written = overridesOf(task.variant).title;
    const isFirstLine = format.title === 'first_line';
    const title = isFirstLine ? (written ?? fillFields(source.title, source.brief)) : (adapted.title ?? '');
    const unit = format.count.title;
    // A format without a field for it has no room for a title of its own: its limit is that of the text.
    const limit = isFirstLine ? format.limits.title_max || null : (format.limits.title_max ?? null);
    const isOver = limit !== null && count(unit, title) > limit;
    const shorter = isOver ? fitTitle(title, source, format).title : '';
    const isEdited = written !== undefined;
    const same = seen.get(title.trim());
    if (same === undefined && title.trim() !== '') seen.set(title.trim(), { task, isEdited });
    return [
      {
        key: task.key,
        task,
        outcome,
        title,
        isFirstLine,
        isEdited,
        unit,
        limit,
        fold: format.limits.title_fold ?? null,
        shorter: shorter || null,
        twin: same?.task ?? null,
        isTwinBySource: same !== undefined && !isEdited && !same.isEdited,
      },
    ];
  });
}

/** Whether a title is over its limit. */
export const isTooLong = ({ unit, limit }: Pick<BenchRow, 'unit' | 'limit'>, title: string): boolean =>
  limit !== null && count(unit, title) > limit;

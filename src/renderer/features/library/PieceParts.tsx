import { IconCheck, IconDots } from '@tabler/icons-react';
import type { PieceCard } from '../../../contract';
import { dateIn } from '../../../core/time/wall';
import { sayDate } from '../../../core/words/dates';
import { libraryWords } from '../../../core/words/library';
import { say } from '../../../core/words/say';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import type { StudioState } from '../../state/studio';
import classes from './marks.module.css';

/** Shows whether a piece is selected. A picture for the mouse: the row itself says it, and Space or X does it. */
export function SelectBox({ on, className }: { readonly on: boolean; readonly className?: string | undefined }) {
  return (
    <span className={className} data-part="check" aria-hidden="true">
      <span className={classes.box} data-on={on || undefined}>
        <IconCheck size={12} stroke={3} />
      </span>
    </span>
  );
}

/** Opens the menu of a piece for the mouse; the menu key does it for the keyboard. */
export function MoreDots({ className }: { readonly className?: string | undefined }) {
  const t = useWords(libraryWords);
  return (
    <span className={className} data-part="more" title={t('row.menu')} aria-hidden="true">
      <span className={classes.more}>
        <IconDots size={16} stroke={1.8} />
      </span>
    </span>
  );
}

/** As many tags as there is room for, whole ones, and how many more there are. */
export function Tags({
  tags,
  most,
  words,
}: {
  readonly tags: readonly string[];
  readonly most: number;
  /** What was searched for, in lower case: a tag that holds it is marked. */
  readonly words: readonly string[];
}) {
  const t = useWords(libraryWords);
  if (tags.length === 0) return null;
  const isHit = (tag: string) => words.some((word) => tag.toLowerCase().includes(word));
  // What was searched for comes first, so that it is not among those that found no room.
  const sorted = words.length === 0 ? tags : [...tags.filter(isHit), ...tags.filter((tag) => !isHit(tag))];
  return (
    <span className={classes.tags} title={tags.length > most ? tags.join(' · ') : undefined}>
      {sorted.slice(0, most).map((tag) => (
        <span key={tag} className={classes.tag} data-hit={isHit(tag) || undefined}>
          {tag}
        </span>
      ))}
      {tags.length > most && <span className={classes.rest}>{t('row.more_tags', { count: tags.length - most })}</span>}
    </span>
  );
}

/** The clock time for today, else the date; in the workspace's zone. */
export function When({ millis }: { readonly millis: number }) {
  const lang = useLang();
  const zone = useStudio((state) => state.outline?.workspace[0]?.zone ?? 'UTC');
  const savedAt = useStudio((state) => state.savedAt);
  if (millis === 0) return null;
  const day = dateIn(zone, millis);
  if (day !== dateIn(zone, savedAt ?? Date.now())) return sayDate(lang, day);
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(millis);
}

export const titleOf = (lang: StudioState['settings']['lang'], { title }: Pick<PieceCard, 'title'>): string =>
  title === '' ? say(libraryWords, lang, 'row.untitled') : title;

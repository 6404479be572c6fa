import { useState } from 'react';
import type { BulkTarget } from '../../../../contract';
import { searchable } from '../../../../core/text/searchable';
import { libraryWords } from '../../../../core/words/library';
import { useWords } from '../../../state/StudioProvider';
import { doBulk } from '../actions';
import type { Desk } from '../desk';
import { useCounts } from '../useCounts';
import classes from './Acts.module.css';

const OFFERED = 6;
/** Tags to take away that are offered for all that match: their commonest. */
const COMMONEST = 20;

/** Adds a tag to pieces, by typing or from those in use; takes away one that they carry. */
export function TagActs({
  desk,
  target,
  onDone,
}: {
  readonly desk: Desk;
  readonly target: BulkTarget;
  readonly onDone: () => void;
}) {
  const t = useWords(libraryWords);
  const counts = useCounts(true);
  const [text, setText] = useState('');
  const carried =
    target.kind === 'matching'
      ? (counts?.tags ?? []).slice(0, COMMONEST).map(({ tag }) => tag)
      : [
          ...new Set(
            [...(desk.layout?.known() ?? [])].filter(({ id }) => target.ids.includes(id)).flatMap(({ tags }) => tags),
          ),
        ];
  const wanted = searchable(text).trim();
  const offered = (counts?.tags ?? [])
    .map(({ tag }) => tag)
    .filter((tag) => searchable(tag).includes(wanted))
    .slice(0, OFFERED);
  const add = (given: string): void => {
    const tag = given.replace(/^[#＃]|[#＃]$/g, '').trim();
    if (tag === '') return;
    setText('');
    onDone();
    void doBulk(desk, { kind: 'tag', tag }, target);
  };
  return (
    <div className={classes.tagActs}>
      <input
        className={classes.tagField}
        data-autofocus
        aria-label={t('bulk.tag_add')}
        placeholder={t('bulk.tag_hint')}
        value={text}
        maxLength={200}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          add(text);
        }}
      />
      <span className={classes.tagRow}>
        {offered.map((tag) => (
          <button key={tag} type="button" className={classes.tag} onClick={() => add(tag)}>
            + {tag}
          </button>
        ))}
      </span>
      {carried.length > 0 && (
        <>
          <span className={classes.tagHead}>{t('bulk.tag_remove')}</span>
          <span className={classes.tagRow}>
            {carried.map((tag) => (
              <button
                key={tag}
                type="button"
                className={classes.tag}
                aria-label={`${t('bulk.tag_remove')} ${tag}`}
                onClick={() => {
                  onDone();
                  void doBulk(desk, { kind: 'untag', tag }, target);
                }}
              >
                − {tag}
              </button>
            ))}
          </span>
        </>
      )}
    </div>
  );
}

import { useState } from 'react';
import { searchable } from '../../../../core/text/searchable';
import { libraryWords } from '../../../../core/words/library';
import { useWords } from '../../../state/StudioProvider';
import { doBulk } from '../actions';
import type { Desk } from '../desk';
import { useCounts } from '../useCounts';
import classes from './Acts.module.css';

const OFFERED = 6;

/** Adds a tag to pieces, by typing or from those in use; takes away one that they carry. */
export function TagActs({
  desk,
  ids,
  onDone,
}: {
  readonly desk: Desk;
  readonly ids: readonly string[];
  readonly onDone: () => void;
}) {
  const t = useWords(libraryWords);
  const counts = useCounts(true);
  const [text, setText] = useState('');
  const chosen = new Set(ids);
  const carried = [
    ...new Set([...(desk.layout?.known() ?? [])].filter(({ id }) => chosen.has(id)).flatMap(({ tags }) => tags)),
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
    void doBulk(desk, { kind: 'tag', tag }, ids);
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
                  void doBulk(desk, { kind: 'untag', tag }, ids);
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

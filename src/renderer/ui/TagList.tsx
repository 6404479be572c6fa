import { IconX } from '@tabler/icons-react';
import { useId, useState } from 'react';
import classes from './TagList.module.css';

/** Words in a row with one more to add: Enter or a comma adds, Backspace in the empty field takes the last one out. */
export function TagList({
  label,
  tags,
  hint,
  removeLabel,
  known = [],
  readOnly = false,
  onAdd,
  onRemove,
}: {
  readonly label: string;
  readonly tags: readonly string[];
  readonly hint: string;
  readonly removeLabel: (tag: string) => string;
  /** Offered while typing. */
  readonly known?: readonly string[];
  readonly readOnly?: boolean;
  readonly onAdd: (tag: string) => void;
  readonly onRemove: (tag: string) => void;
}) {
  const [text, setText] = useState('');
  const listId = useId();
  const add = (): void => {
    const tag = text.replace(/^[#＃]|[#＃]$/g, '').trim();
    if (tag !== '' && !tags.includes(tag)) onAdd(tag);
    setText('');
  };
  return (
    <div className={classes.tags}>
      {tags.map((tag) => (
        <span key={tag} className={classes.tag} data-fixed={readOnly || undefined}>
          <span>{tag}</span>
          {!readOnly && (
            <button type="button" aria-label={removeLabel(tag)} onClick={() => onRemove(tag)}>
              <IconX size={12} stroke={1.8} aria-hidden="true" />
            </button>
          )}
        </span>
      ))}
      {!readOnly && (
        <>
          <input
            className={classes.input}
            aria-label={label}
            placeholder={tags.length === 0 ? hint : '+'}
            title={hint}
            value={text}
            maxLength={200}
            list={known.length > 0 ? listId : undefined}
            onChange={(event) => setText(event.currentTarget.value)}
            onBlur={add}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'Enter' || event.key === ',' || event.key === '，') {
                event.preventDefault();
                add();
              } else if (event.key === 'Backspace' && text === '') {
                const last = tags.at(-1);
                if (last !== undefined) onRemove(last);
              }
            }}
          />
          {known.length > 0 && (
            <datalist id={listId}>
              {known
                .filter((tag) => !tags.includes(tag))
                .map((tag) => (
                  <option key={tag} value={tag} />
                ))}
            </datalist>
          )}
        </>
      )}
    </div>
  );
}

import { type RefObject, useId, useMemo, useState } from 'react';
import { type Completion, complete, completionsAt } from '../../../../core/search/complete';
import { libraryWords } from '../../../../core/words/library';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { SearchBox } from '../../../ui/SearchBox';
import { changeFilter, type Desk } from '../desk';
import { useCounts } from '../useCounts';
import classes from './SearchField.module.css';

/**
 * What is searched for, with the operators and their values offered while typing. Escape closes the list, then clears
 * the words, then goes back to the pieces. Nothing is touched while an input method composes.
 */
export function SearchField({
  desk,
  field,
}: {
  readonly desk: Desk;
  readonly field: RefObject<HTMLInputElement | null>;
}) {
  const t = useWords(libraryWords);
  const listId = useId();
  const query = useStudio((state) => state.library.filter.query);
  const trashed = useStudio((state) => state.library.filter.trashed);
  const [open, setOpen] = useState(false);
  const [caret, setCaret] = useState(query.length);
  const [active, setActive] = useState(-1);
  const options = useCompletions(query, caret, open);
  const shown = open && options.length > 0;

  const put = (text: string, at: number): void => {
    changeFilter(desk, { query: text.slice(0, 200) });
    setCaret(at);
    setActive(-1);
  };
  const take = (option: Completion): void => {
    const { text, caret: at } = complete(query, option);
    put(text, at);
    setOpen(option.goesOn);
    field.current?.focus();
    // The field shows the new text with the next drawing; the caret goes behind what was put in.
    requestAnimationFrame(() => field.current?.setSelectionRange(at, at));
  };
  const press = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const chosen = options[active];
    // One step past either end is the field itself.
    if (shown && step !== 0) setActive(((active + 2 + step + options.length) % (options.length + 1)) - 1);
    else if (shown && (event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) take(chosen);
    else if (event.key === 'Escape' && shown && active >= 0) setActive(-1);
    else if (event.key === 'Escape' && query !== '') put('', 0);
    else if (event.key === 'Escape' || event.key === 'Enter' || event.key === 'ArrowDown') {
      setOpen(false);
      desk.layout?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <SearchBox clear={query === '' ? undefined : { label: t('search.clear'), run: () => put('', 0) }}>
      <input
        ref={field}
        type="search"
        role="combobox"
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown && active >= 0 ? `${listId}-${active}` : undefined}
        aria-label={t('search.label')}
        placeholder={t('search.hint')}
        maxLength={200}
        spellCheck={false}
        value={query}
        onChange={({ currentTarget }) => {
          put(currentTarget.value, currentTarget.selectionStart ?? currentTarget.value.length);
          setOpen(!trashed);
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart ?? 0)}
        onFocus={() => setOpen(!trashed)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
      />
      <div id={listId} role="listbox" aria-label={t('search.suggestions')} className={classes.list} hidden={!shown}>
        {shown &&
          options.map((option, index) => (
            <div
              key={option.insert}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={classes.option}
              // Taken on press: by the time of a click the field has lost the focus and the list is gone.
              onPointerDown={(event) => {
                event.preventDefault();
                take(option);
              }}
            >
              {option.label}
            </div>
          ))}
      </div>
    </SearchBox>
  );
}

function useCompletions(query: string, caret: number, open: boolean): readonly Completion[] {
  const lang = useLang();
  const outline = useStudio((state) => state.outline);
  const counts = useCounts(open);
  return useMemo(
    () =>
      open
        ? completionsAt(
            query,
            caret,
            {
              personas: outline?.persona ?? [],
              campaigns: outline?.campaign ?? [],
              tags: (counts?.tags ?? []).map(({ tag }) => tag),
            },
            lang,
          )
        : [],
    [query, caret, open, outline, counts, lang],
  );
}

import { useEffect, useRef } from 'react';
import { useDraft } from '../useDraft';

/** A text, saved when it is left or, in one line, when Enter is pressed; Escape gives the old one back. */
export function TextInput({
  id,
  className,
  value,
  max,
  rows,
  placeholder,
  isWaiting = false,
  onSave,
}: {
  readonly id: string;
  readonly className?: string | undefined;
  readonly value: string;
  readonly max: number;
  /** Several lines, so many at first; one line when it is left out. */
  readonly rows?: number | undefined;
  readonly placeholder?: string | undefined;
  /** Takes the focus, all of it selected: one line only. */
  readonly isWaiting?: boolean;
  readonly onSave: (value: string) => void;
}) {
  const line = useRef<HTMLInputElement>(null);
  const draft = useDraft({ value, when: 'leaving', onCommit: onSave });
  useEffect(() => {
    if (isWaiting) line.current?.select();
  }, [isWaiting]);
  const props = { id, className, maxLength: max, placeholder, ...draft };
  return rows === undefined ? <input ref={line} type="text" {...props} /> : <textarea rows={rows} {...props} />;
}

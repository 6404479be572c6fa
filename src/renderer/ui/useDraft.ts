import { type ChangeEvent, type CompositionEvent, useRef, useState } from 'react';

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * A text field that never disturbs an input method. `typing` reports every settled key (half-typed pinyin is not
 * reported); `leaving` reports once, when the field is left or Enter is pressed, and Escape gives the old value back.
 */
export function useDraft({
  value,
  when,
  onCommit,
  onLeave,
}: {
  readonly value: string;
  readonly when: 'typing' | 'leaving';
  readonly onCommit: (value: string) => void;
  readonly onLeave?: () => void;
}) {
  const [draft, setDraft] = useState<string | null>(null);
  const composing = useRef(false);
  const settle = (text: string): void => {
    if (when === 'typing') {
      setDraft(null);
      onCommit(text);
    } else setDraft(text);
  };
  const commit = (): void => {
    if (when === 'leaving' && draft !== null && draft !== value) onCommit(draft);
    setDraft(null);
  };
  return {
    value: draft ?? value,
    onChange: (event: ChangeEvent<Field>) => {
      if (composing.current) setDraft(event.currentTarget.value);
      else settle(event.currentTarget.value);
    },
    onCompositionStart: () => {
      composing.current = true;
    },
    onCompositionEnd: (event: CompositionEvent<Field>) => {
      composing.current = false;
      settle(event.currentTarget.value);
    },
    onBlur: () => {
      commit();
      onLeave?.();
    },
    onKeyDown: (event: React.KeyboardEvent<Field>) => {
      if (event.nativeEvent.isComposing || when === 'typing') return;
      if (event.key === 'Enter' && event.currentTarget instanceof HTMLInputElement) commit();
      if (event.key === 'Escape' && draft !== null) {
        event.stopPropagation();
        setDraft(null);
      }
    },
  };
}

import { SegmentedControl } from '@mantine/core';

/** A few words of which one is chosen; arrows choose when it has focus. */
export function Segments<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}) {
  return (
    <SegmentedControl<T>
      aria-label={label}
      size="xs"
      value={value}
      data={options.map((option) => ({ value: option.value, label: option.label }))}
      onChange={onChange}
      transitionDuration={120}
      styles={{
        root: { background: 'var(--jz-canvas)', padding: 2, borderRadius: 8 },
        indicator: { background: 'var(--jz-tile)', boxShadow: 'var(--jz-shadow-1)', borderRadius: 6 },
        label: { fontSize: 12.5, fontWeight: 500, padding: '2px 10px', color: 'var(--jz-ink-2)' },
      }}
    />
  );
}

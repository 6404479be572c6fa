export type Option = { readonly value: string; readonly label: string };

/** One of several names; chosen, it counts at once. */
export function ChoiceInput({
  id,
  className,
  value,
  options,
  onSave,
}: {
  readonly id: string;
  readonly className?: string | undefined;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onSave: (value: string) => void;
}) {
  return (
    <select id={id} className={className} value={value} onChange={(event) => onSave(event.currentTarget.value)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

import { SelectBox } from '../shared/SelectBox.tsx';

/** One of few things, in a list that opens; its label is read out, and is seen in what can be chosen. */
export function Choice({
  label,
  value,
  options,
  onChange,
  isSet = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChange: (value: string) => void;
  /** It leaves something out: to be seen at a glance. */
  readonly isSet?: boolean;
}) {
  return (
    <SelectBox
      compact
      isSet={isSet}
      aria-label={label}
      title={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    >
      {options.map(([option, name]) => (
        <option key={option} value={option}>
          {name}
        </option>
      ))}
    </SelectBox>
  );
}

import { Field, Select } from '@fluentui/react-components'

/** One of several named values, or none; `empty` is what none is called. */
export function ChoiceField<Choice extends string>({
  choices,
  empty,
  label,
  names,
  onChange,
  value,
}: {
  choices: readonly Choice[]
  empty: string
  label: string
  names: Readonly<Record<Choice, string>>
  onChange: (choice: Choice | null) => void
  value: Choice | null
}) {
  return (
    <Field label={label}>
      <Select
        onChange={(_, { value: chosen }) => onChange(choices.find((choice) => choice === chosen) ?? null)}
        value={value ?? ''}
      >
        <option value="">{empty}</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {names[choice]}
          </option>
        ))}
      </Select>
    </Field>
  )
}

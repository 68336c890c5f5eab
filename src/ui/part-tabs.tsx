import { Tab, TabList } from '@fluentui/react-components'

/** A row of tabs that choose one part of a page. */
export function PartTabs<Part extends string>({
  label,
  onSelect,
  parts,
  selected,
}: {
  label: string
  onSelect: (part: Part) => void
  parts: readonly { readonly part: Part; readonly label: string }[]
  selected: Part
}) {
  return (
    <TabList
      aria-label={label}
      onTabSelect={(_, { value }) => {
        const chosen = parts.find(({ part }) => part === value)
        if (chosen) onSelect(chosen.part)
      }}
      selectedValue={selected}
      size="small"
    >
      {parts.map(({ label: words, part }) => (
        <Tab key={part} value={part}>
          {words}
        </Tab>
      ))}
    </TabList>
  )
}

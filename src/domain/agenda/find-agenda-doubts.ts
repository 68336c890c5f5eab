import type { AgendaFinding, DocumentItem } from './agenda-document.ts'
import type { AgendaHeader } from './read-header.ts'

/** What a secretary should check by eye: doubled or missing numbers, no date, enclosures announced twice (F1-F4). */
export function findAgendaDoubts(header: AgendaHeader, items: readonly DocumentItem[]): readonly AgendaFinding[] {
  return [...headerDoubts(header), ...numberDoubts(items), ...enclosureDoubts(items)]
}

function headerDoubts(header: AgendaHeader): readonly AgendaFinding[] {
  if (header.date !== null) return []
  return [{ rule: 'F1', message: 'Mødets dato står ikke i dokumentet.', place: null, position: null }]
}

function numberDoubts(items: readonly DocumentItem[]): readonly AgendaFinding[] {
  const seen = new Map<string, number>()
  return items.flatMap((item) => {
    if (item.number === null) return []
    const count = (seen.get(item.number) ?? 0) + 1
    seen.set(item.number, count)
    if (count !== 2) return []
    return [
      { rule: 'F2', message: `Flere punkter har nummer ${item.number}.`, place: item.place, position: item.position },
    ]
  })
}

function enclosureDoubts(items: readonly DocumentItem[]): readonly AgendaFinding[] {
  const owners = new Map<number, string>()
  return items.flatMap((item) =>
    item.bilag.flatMap(({ number, title }) => {
      if (number === null) return []
      const owner = owners.get(number)
      owners.set(number, owner ?? title)
      if (owner === undefined || owner === title || items.some((other) => startsOver(other))) return []
      return [
        {
          rule: 'F3',
          message: `Bilag ${number} er nævnt med to titler: "${owner}" og "${title}".`,
          place: item.place,
          position: item.position,
        },
      ]
    }),
  )
}

// Many houses number the enclosures of each item from 1; then a number twice is no doubt.
function startsOver(item: DocumentItem): boolean {
  return item.position > 1 && item.bilag[0]?.number === 1
}

import type { DocumentDesignation, DocumentItem } from './agenda-document.ts'
import { findPersonNames } from './read-person.ts'
import type { ItemSection } from './split-sections.ts'
import { splitSentences } from './split-sentences.ts'

const appointed =
  /\b(?:blev|bliver|er|blev enstemmigt|er blevet)\s+(?:enstemmigt\s+|gen|ny)?(?:udpeget|valgt|genvalgt|nyvalgt|konstitueret)\s+(?:som|til)\s+(?<seat>[^.]+)/iu
const appoints = /\b(?:udpegede|valgte|udpeger|vælger|genvalgte)\s+(?<people>[^.]*?)\s+(?:som|til)\s+(?<seat>[^.]+)/iu
const represents =
  /\b(?:besluttede|aftalt|besluttet),?\s+at\s+(?<people>\p{Lu}[^.]*?)\s+(?:fortsat\s+)?repræsenterer\s+(?<body>[^.]+)/iu
const listed = /^(?<role>\p{Lu}[^:]{4,80}):\s*(?<people>\p{Lu}[^.]+)$/u

/**
 * Seats filled (A1): in a decision, a sentence by which a named person is appointed; in an item that reports appointments
 * as made, a list of "role: person". Appointments told of earlier meetings or other bodies are none.
 */
export function readDesignations(
  items: readonly DocumentItem[],
  sections: readonly (readonly ItemSection[])[],
): readonly DocumentDesignation[] {
  return items.flatMap((item, i) =>
    (sections[i] ?? []).flatMap((section) => {
      const lines = section.lines.map((line) => line.text)
      if (section.role === 'decision' || section.role === 'minutes')
        return lines.flatMap((text) => readDecided(text, item.title))
      return section.role === null ? readReported(lines) : []
    }),
  )
}

function readDecided(text: string, title: string): readonly DocumentDesignation[] {
  return splitSentences(text).flatMap((sentence) => {
    const by = represents.exec(sentence)?.groups
    const name = findPersonNames(by?.['people'] ?? '')[0]
    if (by !== undefined && name !== undefined)
      return [{ person: name, body: by['body']?.trim() ?? '', role: 'repræsentant' }]
    const passive = appointed.exec(sentence)
    if (passive !== null)
      return toSeats(findPersonNames(sentence.slice(0, passive.index)), passive.groups?.['seat'] ?? '', title)
    const active = appoints.exec(sentence)
    return active === null
      ? []
      : toSeats(findPersonNames(active.groups?.['people'] ?? ''), active.groups?.['seat'] ?? '', title)
  })
}

function toSeats(people: readonly string[], seat: string, title: string): readonly DocumentDesignation[] {
  const parted = /^(?<role>.{3,60}?)\s+(?:i|til|for)\s+(?<body>.+)$/u.exec(seat.trim())?.groups
  const body = parted?.['body'] ?? /\b(?:til|i)\s+(?<body>.+)$/u.exec(title)?.groups?.['body'] ?? title
  return people.map((person) => ({ person, body: body.trim(), role: parted?.['role'] ?? seat.trim() }))
}

function readReported(lines: readonly string[]): readonly DocumentDesignation[] {
  const at = lines.findIndex((line) =>
    /\b(?:udpegning|nyudpegning|udpeget|udpegninger)\b.{0,160}\b(?:foretaget|følgende)\b.*:$/iu.test(line),
  )
  if (at < 0) return []
  const head = lines.find((line) => /^(?:orientering om )?.*udpegning\p{L}* til\b/iu.test(line)) ?? lines[at] ?? ''
  const body = /\btil\s+(?<body>[^.:]+)$/u.exec(head)?.groups?.['body'] ?? head
  return lines.slice(at + 1).flatMap((line) => {
    const parts = listed.exec(line)?.groups
    const person = findPersonNames(parts?.['people'] ?? '')[0]
    return parts === undefined || person === undefined
      ? []
      : [{ person, body: body.trim(), role: parts['role']?.trim() ?? null }]
  })
}

import type { DocumentEnclosure, DocumentItem } from './agenda-document.ts'
import type { AgendaLine } from './agenda-line.ts'

type Slot = { readonly item: number; readonly index: number; readonly enclosure: DocumentEnclosure }

/**
 * Text made from a PDF often holds the link addresses in a heap at the end of each page, in the order of the links (B4). An
 * address goes to the enclosure whose number or title its file name bears; one left over between two that found their
 * enclosures goes to the enclosure between those.
 */
export function placeLooseLinks(items: readonly DocumentItem[], lines: readonly AgendaLine[]): readonly DocumentItem[] {
  const urls = looseUrls(lines)
  const slots = items.flatMap((item, i) => item.bilag.map((enclosure, index): Slot => ({ item: i, index, enclosure })))
  if (urls.length === 0 || slots.every(({ enclosure }) => enclosure.url !== null)) return items
  const placed = slots.map(({ enclosure }) =>
    enclosure.url === null ? urls.findIndex((url) => belongs(url, enclosure, slots)) : -1,
  )
  fillBetween(placed, slots, urls)
  return items.map((item, i) => ({
    ...item,
    bilag: item.bilag.map((enclosure, index) => {
      const slot = slots.findIndex((other) => other.item === i && other.index === index)
      return { ...enclosure, url: enclosure.url ?? urls[placed[slot] ?? -1] ?? null }
    }),
  }))
}

/** Addresses that stand alone on a line, each once where it is repeated right after itself. */
function looseUrls(lines: readonly AgendaLine[]): readonly string[] {
  const urls: string[] = []
  for (const line of lines) {
    const url = /^<?(https?:\/\/[^\s<>]+)>?$/iu.exec(line.text)?.[1]
    if (url !== undefined && urls.at(-1) !== url) urls.push(url)
  }
  return urls
}

function belongs(url: string, enclosure: DocumentEnclosure, slots: readonly Slot[]): boolean {
  const name = fileNameOf(url)
  const number = /^bilag[-_ ]?(\d{1,3})(?!\d)/u.exec(name)?.[1]
  const isOnly = slots.filter((slot) => slot.enclosure.number === enclosure.number).length === 1
  if (number !== undefined && isOnly) return Number(number) === enclosure.number
  return sharedWords(name, toFileName(enclosure.title)) >= 0.6
}

function fileNameOf(url: string): string {
  const path = url.replace(/[?#].*$/u, '').replace(/\/$/u, '')
  return toFileName(path.slice(path.lastIndexOf('/') + 1).replace(/\.[a-z]{3,4}$/iu, ''))
}

// Servers write "hoeringssvar" for "høringssvar".
function toFileName(text: string): string {
  return text.toLowerCase().replace(/æ/gu, 'ae').replace(/ø/gu, 'oe').replace(/å/gu, 'aa')
}

function sharedWords(name: string, title: string): number {
  const words = title.split(/[^a-z0-9]+/u).filter((word) => word.length > 3)
  const inName = new Set(name.split(/[^a-z0-9]+/u))
  return words.length < 2 ? 0 : words.filter((word) => inName.has(word)).length / words.length
}

function fillBetween(placed: number[], slots: readonly Slot[], urls: readonly string[]): void {
  placed.forEach((at, i) => {
    if (at >= 0 || slots[i]?.enclosure.url !== null) return
    const before = placed[i - 1] ?? -1
    const after = placed[i + 1] ?? -1
    const isOneLeft = before >= 0 && after === before + 2 && urls[before + 1] !== undefined
    if (isOneLeft) placed[i] = before + 1
  })
}

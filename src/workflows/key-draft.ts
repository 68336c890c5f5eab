import type { AgendaDraft, DraftItem } from '../domain/agenda/agenda-draft.ts'
import { foldText, wordsOf } from '../domain/calendar/fold-text.ts'
import type { EnclosureKey, ItemKey, MeetingKey } from '../shared/ids.ts'
import { keyOfParts } from '../shared/key-of-parts.ts'

/**
 * Gives a draft keys made of what it is: meeting, title and which of that title. Agenda and minutes of one meeting, read
 * today or next year, by one computer or two at once, give the same item the same key, and a list holds a key once.
 */
export async function keyByContent(draft: AgendaDraft, meetingKey: MeetingKey): Promise<AgendaDraft> {
  const seen = new Map<string, number>()
  const items: DraftItem[] = []
  for (const item of draft.items) {
    const title = wordsOf(foldText(item.title)).join(' ')
    const turn = (seen.get(title) ?? 0) + 1
    seen.set(title, turn)
    const key = (await keyOfParts('item', meetingKey, title, String(turn))) as ItemKey
    items.push({ ...item, key, enclosures: await keyEnclosures(item, key) })
  }
  const attendanceKey = (await keyOfParts('attendance', meetingKey)) as ItemKey
  return { ...draft, items, attendanceKey }
}

async function keyEnclosures(item: DraftItem, itemKey: ItemKey): Promise<DraftItem['enclosures']> {
  return Promise.all(
    item.enclosures.map(async (enclosure, at) => {
      const place = enclosure.number === null ? `at ${at}` : String(enclosure.number)
      return { ...enclosure, key: (await keyOfParts('enclosure', itemKey, place, enclosure.title)) as EnclosureKey }
    }),
  )
}

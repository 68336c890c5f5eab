import type { XmlElement } from '../xml/read-xml.ts'
import { childNamed, childrenNamed } from '../xml/walk-xml.ts'
import { isOn, readNumber } from './run-look.ts'

/** What an old form field (`w:fldChar` with `w:ffData`) shows by itself: a box, or the chosen entry; null for none. */
export function readFormField(fieldStart: XmlElement): string | null {
  const data = childNamed(fieldStart, 'w:ffData')
  const box = childNamed(data, 'w:checkBox')
  if (box !== null) return isOn(childNamed(box, 'w:checked') ?? childNamed(box, 'w:default')) ? '☒' : '☐'
  const list = childNamed(data, 'w:ddList')
  if (list === null) return null
  const chosen = readNumber(list, 'w:result') ?? readNumber(list, 'w:default') ?? 0
  return childrenNamed(list, 'w:listEntry')[chosen]?.attributes['w:val'] ?? null
}

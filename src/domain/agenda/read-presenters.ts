import { readPresenterNames } from './read-item-title.ts'
import { findPersonNames } from './read-person.ts'
import type { ItemSection } from './split-sections.ts'

const opens =
  /^.{0,170}?\b(?:indledte|indleder|indledes af|orienterede|orienterer|præsenterede|præsenterer|fremlagde|fremlægger|gennemgik|gennemgår|holdt (?:et )?oplæg|holder (?:et )?oplæg|gav (?:en )?(?:kort )?(?:status|opfølgning|orientering|præsentation)|giver (?:en )?(?:kort |opdateret )?(?:mundtlig )?(?:status|opfølgning|orientering|uddybning|præsentation|oplæg)|give (?:en )?(?:kort )?(?:mundtlig )?(?:status|uddybning|orientering)|deltager under (?:punktet|sagen)|indledt af|redegjorde)\b/iu
const passive = /\b(?:blev|bliver|er)\s+(?:indledt|præsenteret|fremlagt)\s+a[ft]\s+(?<people>\p{Lu}[^.;]{3,80})/u
const byLine = /(?:^|\s)\/?\s?(?:v\s?\/|v\.?)\s+(?<people>\p{Lu}[^.;]{3,90})$/u

/**
 * Who opens or presents the item (N1): named after "v/" in its title, under Ansvarlig, or as the subject of a sentence that
 * opens, presents or briefs. Whoever only speaks in the debate does not count.
 */
export function readPresenters(fromTitle: readonly string[], sections: readonly ItemSection[]): readonly string[] {
  const found = [...fromTitle]
  const add = (names: readonly string[]): void => {
    for (const name of names) if (!found.includes(name)) found.push(name)
  }
  for (const section of sections) {
    if (section.role === 'presenters') {
      for (const line of section.lines.slice(0, 3)) add(readPresenterNames(line.text))
      continue
    }
    if (section.role === 'enclosures' || section.role === 'recommendation' || section.role === 'decision') continue
    section.lines.forEach(({ text }) => {
      add(readSentences(text))
    })
  }
  return found
}

function readSentences(text: string): readonly string[] {
  const byEnd = text.length < 200 ? byLine.exec(text)?.groups?.['people'] : undefined
  if (byEnd !== undefined) return findPersonNames(byEnd).slice(0, 2)
  const first = text.split(/(?<=[.!?])\s+(?=\p{Lu})/u).slice(0, 40)
  return first.flatMap((sentence) => {
    const named = passive.exec(sentence)?.groups?.['people']
    if (named !== undefined) return findPersonNames(named).slice(0, 1)
    const verb = opens.exec(sentence)
    if (verb === null) return []
    const names = findPersonNames(verb[0])
    return names.length === 0 || /\b(?:i|på|til)\s+(?:\p{L}+\s+){0,3}orienter/iu.test(verb[0]) ? [] : names.slice(-1)
  })
}

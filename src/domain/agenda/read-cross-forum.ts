import type { LocalDate } from '../../shared/ids.ts'
import { findDanishDates, resolveDate } from '../time/read-danish-date.ts'
import type { DocumentItem, DocumentReferral } from './agenda-document.ts'
import { letterKey } from './clean-text.ts'
import type { ItemSection } from './split-sections.ts'
import { splitSentences } from './split-sentences.ts'

const forumName =
  /(?<![\p{L}-])(?:(?:KKR|KD)[- ](?:Midtjylland|Syddanmark|Nordjylland|Sjælland|Hovedstaden|[Nn]et)|\p{Lu}\p{L}*(?:styregruppen|udvalget|rådet|forum|bestyrelsen|direktionen|samrådet)|(?:\p{Lu}\p{L}+\s)+(?:[Ff]orum|[Nn]iveau)|Byrådet|Regionsrådet|Kommunalbestyrelsen|Hovedbestyrelsen|\p{Lu}{3,6})(?![\p{L}-])/gu
const passes =
  /\b(?:dagsordenssætte\p{L}*|dagsordenssat|fremlægges|forelægges|forelagt|behandles|behandlet|løftes(?: ind)?|drøftes|præsenteres|orienteres|godkendes|besluttes|aftales|sendes (?:til|videre)|oversendes|samler op|tages op|prioritere|videresendes|godkendelse på)\b|\bpå dagsordenen i\b|\bhar møde\b/iu
const meetingOn = /\bmøde(?:t)?\b/iu
const notForums: ReadonlySet<string> = new Set(
  'BUA PPR PRO IT OK DHRD KEU STIME FUT CGI PCR UTH COVID KOL AUH AMK PPL IV FSC GAIN KL PDF CVR EU'.split(' '),
)

/**
 * What goes to other forums (X5): in a decision, or in the case with a dated or next meeting, a sentence that passes the
 * matter to a named standing forum. One entry for each forum named.
 */
export function readCrossForum(
  items: readonly DocumentItem[],
  sections: readonly (readonly ItemSection[])[],
  meeting: { readonly forum: string | null; readonly date: LocalDate | null },
): readonly DocumentReferral[] {
  return items.flatMap((_, i) =>
    (sections[i] ?? []).flatMap((section) => {
      if (section.role === 'recommendation' || section.role === 'enclosures') return []
      const decided = section.role === 'decision' || section.role === 'minutes'
      return section.lines.flatMap((line) =>
        splitSentences(line.text).flatMap((sentence) =>
          readSentence(sentence, decided && section.role === 'decision', meeting),
        ),
      )
    }),
  )
}

function readSentence(
  sentence: string,
  decided: boolean,
  meeting: { readonly forum: string | null; readonly date: LocalDate | null },
): readonly DocumentReferral[] {
  if (!passes.test(sentence) || /\b(?:såfremt|hvis der er opbakning|blev|drøftede)\b/iu.test(sentence)) return []
  const dates = findDanishDates(sentence).map((mention) => resolveDate(mention, meeting.date))
  const ahead = dates.find((date) => date !== null && (meeting.date === null || date >= meeting.date)) ?? null
  const onMeeting = meetingOn.test(sentence) && (ahead !== null || /\bnæste møde\b/iu.test(sentence))
  if (!decided && !onMeeting) return []
  if (dates.length > 0 && ahead === null) return []
  const own = letterKey(meeting.forum ?? '')
  const names = [
    ...new Set([...sentence.matchAll(forumName)].map((match) => match[0]).filter((name) => !notForums.has(name))),
  ]
  const others = names.filter((name) => letterKey(name) !== own || onMeeting)
  return others.slice(0, 3).map((to) => ({ to, date: ahead, text: sentence }))
}

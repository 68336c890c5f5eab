import type { AgendaLine } from './agenda-line.ts'
import { isChapterTitle, isRecurringTitle, type LineFacts } from './item-candidate.ts'
import type { ItemHypothesis } from './item-start.ts'
import type { AgendaHeader } from './read-header.ts'

/** What a document is, with a Danish sentence saying why it is no agenda where it is none. */
export type DocumentClass = { readonly kind: 'dagsorden' | 'referat' | 'none'; readonly reason: string | null }

const agendaWord =
  /(?:^|[^\p{L}])(?:dagsorden(?:en)?|dagsordner|punkter til mødet|mødeindkaldelse|dagsordenspunkter)(?:$|[^\p{L}])/iu
const minutesWord =
  /(?:^|[^\p{L}])(?:referat(?:et)?|mødereferat|beslutningsreferat|beslutningsprotokol|protokol|protokollat|kortreferat)(?:$|[^\p{L}])/iu
const meetingWord = /(?:møde\b|mødet\b|\bmøde|generalforsamling)/iu
const coreRoles: ReadonlySet<string> = new Set(['recommendation', 'case', 'decision', 'minutes', 'divider'])

// Minutes that call themselves nothing tell in the past: an agenda looks forward.
const pastMeeting =
  /\b(?:blev|var) (?:godkendt|vedtaget|valgt|genvalgt|enighed|besluttet|taget til efterretning)\b|\b(?:orienterede|besluttede|gennemgik|fremlagde|aflagde|takkede|godkendte)\b/iu

type Evidence = {
  readonly items: number
  readonly recurring: number
  readonly chapters: number
  readonly labels: number
  readonly decisions: number
  /** Sentences that tell what was done at the meeting. */
  readonly told: number
}

/**
 * Tells agenda, minutes and neither apart (C1-C4): the words of the head and the file name, titles that return from meeting
 * to meeting, labels of items - against chapters of a report, paragraphs of a statute, the prose of a letter.
 */
export function classifyDocument(
  lines: readonly AgendaLine[],
  facts: LineFacts,
  hypothesis: ItemHypothesis | null,
  header: AgendaHeader,
  fileName: string,
  participantCount: number,
): DocumentClass {
  const evidence = weighItems(lines, facts, hypothesis)
  const head = headText(lines, hypothesis)
  const reason = reasonAgainst(evidence, head, header, fileName, participantCount, hypothesis)
  if (reason !== null) return { kind: 'none', reason }
  const treated =
    hypothesis?.name.startsWith('ad') === true && !head.some((text) => agendaWord.test(text) && text.length <= 40)
  return { kind: treated || isMinutes(head, fileName, evidence) ? 'referat' : 'dagsorden', reason: null }
}

function weighItems(lines: readonly AgendaLine[], facts: LineFacts, hypothesis: ItemHypothesis | null): Evidence {
  const starts = hypothesis?.starts ?? []
  const labels = facts.labels.filter(
    (label, at) => label !== null && coreRoles.has(label.role) && lines[at]?.role === 'body',
  )
  return {
    items: starts.length,
    recurring: starts.filter((start) => isRecurringTitle(start.printed)).length,
    chapters: starts.filter((start) => isChapterTitle(start.printed) && !isRecurringTitle(start.printed)).length,
    labels: labels.length,
    decisions: labels.filter((label) => label?.role === 'decision' || label?.role === 'minutes').length,
    told: lines.filter((line, at) => at > (starts[0]?.at ?? lines.length) && pastMeeting.test(line.text)).length,
  }
}

function headText(lines: readonly AgendaLine[], hypothesis: ItemHypothesis | null): readonly string[] {
  const first = Math.min(hypothesis?.overview[0]?.at ?? Number.MAX_SAFE_INTEGER, hypothesis?.starts[0]?.at ?? 40)
  return lines
    .filter(
      (line, at) =>
        (at <= Math.min(first, 60) || line.role === 'header' || line.role === 'footer') && line.text.length <= 200,
    )
    .map((line) => line.text)
}

function reasonAgainst(
  evidence: Evidence,
  head: readonly string[],
  header: AgendaHeader,
  fileName: string,
  participantCount: number,
  hypothesis: ItemHypothesis | null,
): string | null {
  const named = head.some(
    (text) => text.length <= 90 && !inSentence.test(text) && (agendaWord.test(text) || minutesWord.test(text)),
  )
  const inFileName =
    agendaWord.test(fileName.replace(/[_\d-]+/gu, ' ')) || minutesWord.test(fileName.replace(/[_\d-]+/gu, ' '))
  if (evidence.items === 0) return 'Der blev ikke fundet punkter i dokumentet, så det er ikke læst som en dagsorden.'
  const score =
    (named ? 2.5 : 0) +
    (inFileName ? 1 : 0) +
    (header.date !== null && head.some((text) => meetingWord.test(text)) ? 1 : 0) +
    (header.start !== null ? 0.7 : 0) +
    (participantCount >= 2 ? 1 : 0) +
    Math.min(4, 1.3 * evidence.recurring) +
    Math.min(3, 0.5 * evidence.labels) -
    1.2 * evidence.chapters -
    (head.slice(0, 3).some((text) => namesOther(text)) ? 3 : 0) -
    (hypothesis?.name.startsWith('paragraph') ? 2 : 0) -
    (evidence.items < 2 ? 1.5 : 0)
  if (score >= 3.2) return null
  if (evidence.chapters > 0)
    return 'Dokumentet er inddelt i kapitler som en rapport eller et regelsæt og ikke i dagsordenspunkter.'
  return 'Dokumentet ligner ikke en dagsorden eller et referat: der er nummererede afsnit, men ingen møde, punkter eller beslutninger.'
}

// "Der udsendes dagsorden og referat." speaks of agendas and is none.
const inSentence = /\b(?:udsendes|sendes|skrives|udarbejdes|skal|kan|holder|holdes|laver)\b.*[.!]$/iu
const otherPapers =
  /^(?:kommissorium|vedtægt|forretningsorden|samarbejdsaftale|handle?plan|handlingsplan|projektbeskrivelse|årsrapport|årsberetning|pressemeddelelse|nyhedsbrev|høringssvar|lejekontrakt|kontrakt|retningslinje|vejledning|politik for|strategi|stillingsopslag|kursus|rapport|evaluering|spørgeskema|faktura|tidsplan|procesplan|funktionsbeskrivelse|opgavebeskrivelse)/iu

/** The head calls the paper something that is neither agenda nor minutes (C3). */
function namesOther(text: string): boolean {
  return otherPapers.test(text) && text.length <= 120 && !agendaWord.test(text) && !minutesWord.test(text)
}

/** Minutes name themselves so, or hold decisions; an agenda's heading outranks a mention of the last minutes (C4). */
function isMinutes(head: readonly string[], fileName: string, evidence: Evidence): boolean {
  const short = head.filter(
    (text) =>
      text.length <= 120 && !/\b(?:godkendelse|underskrift|udkast til referat af|sidste|forrige)\b/iu.test(text),
  )
  const name = fileName.replace(/[_\d-]+/gu, ' ')
  // "Dagsorden og referat" is printed over both.
  const one = short.filter((text) => !(minutesWord.test(text) && agendaWord.test(text)))
  const saysMinutes = one.filter((text) => minutesWord.test(text)).length + (minutesWord.test(name) ? 1 : 0)
  const saysAgenda = one.filter((text) => agendaWord.test(text)).length + (agendaWord.test(name) ? 1 : 0)
  if (saysMinutes > 0 && saysAgenda === 0) return true
  if (saysMinutes > 0) return evidence.decisions > 0 || saysMinutes >= saysAgenda
  if (saysAgenda === 0) return evidence.decisions > 0 || evidence.told >= 2
  return evidence.decisions >= 0.4 * evidence.items
}

import { findPersonNames } from './read-person.ts'

/** A title without what is printed around it, and what that said. */
export type ItemTitle = {
  readonly title: string
  readonly closed: boolean
  readonly durationMinutes: number | null
  readonly presenters: readonly string[]
}

type Trim = { readonly pattern: RegExp; readonly reads?: 'closed' | 'minutes' | 'presenters' }

const longestTitle = 400
const clock = '\\d{1,2}(?:[.:]\\d{2})?'
const brackets = (inner: string): string => `[([]\\s*(?:${inner})\\s*[)\\]]`
const openWords = 'åben(?:t|e)?(?: (?:sag|punkt|dagsorden))?'
const closedWords = 'lukket(?:e)?(?: (?:sag|punkt|dagsorden))?|fortrolig(?:t)?'
const purposeMarks =
  '[obdegi](?:\\s*[/,+&]\\s*[obdegi])*(?:[\\s,]+\\d+\\s*min\\.?)?|orient(?:ering|\\.)?|drøft(?:else|\\.)?|beslut(?:ning|\\.)?|godk(?:endelse|\\.)?'

// What secretaries print before and after a title. The scorer of nobody: each is a form, none a document's wording (I6).
const trims: readonly Trim[] = [
  { pattern: /^\(?(?:kl\.?\s*)?\d{1,2}[.:]\d{2}\s*(?:[-–—]|til)\s*(?:kl\.?\s*)?\d{1,2}[.:]\d{2}\)?\s*[:–-]?\s*/iu },
  { pattern: new RegExp(`^kl\\.?\\s*${clock}(?:\\s*[-–]\\s*${clock})?\\s*[:–-]?\\s+`, 'iu') },
  { pattern: new RegExp(`^${brackets(closedWords)}\\s*[:–-]?\\s*`, 'iu'), reads: 'closed' },
  { pattern: new RegExp(`^(?:${closedWords})\\s*[:–—-]\\s*`, 'iu'), reads: 'closed' },
  { pattern: new RegExp(`^(?:${brackets(openWords)}\\s*[:–-]?|(?:${openWords})\\s*[:–—-])\\s*`, 'iu') },
  { pattern: new RegExp(`^${brackets(purposeMarks)}\\s*`, 'iu') },
  { pattern: new RegExp(`\\s*[-–—,]?\\s*${brackets(closedWords)}$`, 'iu'), reads: 'closed' },
  { pattern: new RegExp(`\\s*[-–—]\\s*(?:${closedWords})$`, 'iu'), reads: 'closed' },
  { pattern: new RegExp(`\\s*(?:[-–—,]?\\s*${brackets(openWords)}|[-–—]\\s*(?:${openWords}))$`, 'iu') },
  { pattern: new RegExp(`\\s*${brackets(purposeMarks)}$`, 'iu') },
  {
    pattern: new RegExp(
      `\\s*[,–—-]?\\s*${brackets('(?:ca\\.?\\s*)?(?<minutes>\\d{1,3})\\s*min(?:utter|\\.)?[^()]*')}$`,
      'iu',
    ),
    reads: 'minutes',
  },
  { pattern: /\s*[,–—-]\s*(?:ca\.?\s*)?(?<minutes>\d{1,3})\s*min(?:utter|\.)?$/iu, reads: 'minutes' },
  {
    pattern: new RegExp(
      `\\s*${brackets('\\d{4}-\\d{4,}|\\d{2}/\\d{3,6}|sagsnr\\.?[^()]*|(?:se )?bilag[^()]*|bilag vedlagt|vedlagt')}$`,
      'iu',
    ),
  },
  { pattern: new RegExp(`\\s*[,(]?\\s*kl\\.?\\s*${clock}(?:\\s*[-–]\\s*${clock})?\\)?$`, 'iu') },
  { pattern: new RegExp(`\\s*\\(${clock}\\s*[-–]\\s*${clock}\\)$`, 'iu') },
  {
    pattern:
      /\s*[,–—-]?\s*[([]?\s*(?:\bv\s?\/|\bv\.\s|\bved:\s|\bansvarlig:|\boplæg v\/|\boplægsholder:)\s*(?<people>[^()]*(?:\([^()]*\)[^()]*)*?)[)\]]?$/iu,
    reads: 'presenters',
  },
  {
    pattern:
      /\s*[,–—-]\s*(?:oplæg |orientering |indledning )?ved (?<people>(?:\p{Ll}+ )?\p{Lu}\p{L}+ \p{Lu}[^,;()]*)$/u,
    reads: 'presenters',
  },
  // "10.40-11.25 (uden direktion)": a slot of the day and a note on it.
  {
    pattern: /\s*[,–—-]?\s*(?<![\d.])\d{1,2}[.:]\d{2}\s*[-–—]\s*\d{1,2}[.:]\d{2}(?:\s*\([^()]*\))?$/u,
  },
  { pattern: /\s+LUKKET(?: PUNKT| SAG)?$/u, reads: 'closed' },
  // "Meddelelser fra", "..., herunder": what leads in the list below.
  { pattern: /,?\s+(?:herunder|fra|ved|om|til|af|med|for|på|i):?$/u },
  { pattern: /\s*[:;]$/u },
]

/** Takes number-free title text apart: time slot, "(Åben)", "(O)", "(10 min.)", "v/ Name" leave the title. */
export function readItemTitle(printed: string): ItemTitle {
  let title = printed.replace(/\t+/gu, ' ').trim()
  if (title.length > longestTitle) return { title, closed: false, durationMinutes: null, presenters: [] }
  let closed = false
  let durationMinutes: number | null = null
  const presenters: string[] = []
  for (let before = ''; before !== title; ) {
    before = title
    for (const trim of trims) {
      const match = trim.pattern.exec(title)
      const left = match === null ? '' : title.replace(trim.pattern, '').trim()
      if (match === null || left === '') continue
      title = left
      if (trim.reads === 'closed') closed = true
      if (trim.reads === 'minutes') durationMinutes = Number(match.groups?.['minutes'])
      if (trim.reads === 'presenters') presenters.push(...readPresenterNames(match.groups?.['people'] ?? ''))
    }
  }
  return { title, closed: closed || /^lukke(?:t|de) (?:punkt|sag)/iu.test(title), durationMinutes, presenters }
}

/** The names in "Lis Kaas, direktør, og Bo Fyn" or "formanden"; parts without a name stay as printed when short. */
export function readPresenterNames(text: string): readonly string[] {
  const names = findPersonNames(text)
  if (names.length > 0) return names
  return text
    .split(/\s*(?:,|\/|&|;| og )\s*/u)
    .map((part) => part.replace(/[.:]$/u, '').trim())
    .filter((part) => part !== '' && part.length <= 40)
}

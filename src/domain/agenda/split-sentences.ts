import { readMonthWord } from '../time/danish-calendar-words.ts'

const shortenings =
  /(?:\b(?:bl\.a|f\.eks|d|kl|nr|pkt|ca|evt|inkl|ekskl|mv|m\.v|m\.m|jf|vedr|ift|pga|stk|mio|mia|kr|hhv|pr|fx|dvs|osv|tlf|afd|kap|max|min|sek|div|ang|mht|gl|sct|dr|hr|st|udg|red|v|o\.l|m\.fl|alm|ad|ref|stud|cand|prof|adj|ph\.d|mag|lic)|\b\p{Lu})\.$/iu

/** The sentences of a paragraph; shortenings ("bl.a.", "kl.") and ordinals before a month ("3. maj") end none. */
export function splitSentences(text: string): readonly string[] {
  const sentences: string[] = []
  let from = 0
  for (const match of text.matchAll(/[.!?:]\s+(?=[\p{Lu}"“”'’(])/gu)) {
    const end = (match.index ?? 0) + 1
    const before = text.slice(from, end)
    const nextWord = /^\p{L}+/u.exec(text.slice(end).trimStart())?.[0] ?? ''
    if (match[0].startsWith(':')) continue
    if (match[0].startsWith('.') && shortenings.test(before)) continue
    if (/\d\.$/u.test(before) && readMonthWord(nextWord) !== null) continue
    sentences.push(before.trim())
    from = end
  }
  const rest = text.slice(from).trim()
  if (rest !== '') sentences.push(rest)
  return sentences
}

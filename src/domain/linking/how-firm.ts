import { expects, thinks } from './move-context-words.ts'

type Place = { readonly from: number; readonly to: number }

/** How firmly a verb of moving is said: told, expected, or only thought about or asked. `small`: the sentence in small letters. */
export function howFirm(verb: Place, small: string): 'told' | 'expected' | 'thought' {
  if (small.includes('?')) return 'thought'
  const clauses = splitClauses(small)
  const at = clauses.findIndex((clause) => verb.from < clause.to)
  const own = clauses[at]?.text ?? small
  // "Det foreslås, at mødet flyttes": the clause hangs on the one before.
  const text = /^\s*(?:at|om|hvorvidt|that|whether)\s/u.test(own) ? `${clauses[at - 1]?.text ?? ''} ${own}` : own
  // "Vi følger Ullas forslag om ...": a proposal that was taken.
  const isTaken =
    /(?<!\p{L})(?:følger|fulgt|accepter\p{L}*|imødekom\p{L}*|vedtag\p{L}*|tilslut\p{L}*|(?:efter|på) (?:\p{L}+ )?forslag|(?<!ikke (?:endeligt? )?)besluttet)(?!\p{L})/u.test(
      text,
    )
  if (
    (thinks.test(text) && !isTaken) ||
    /^\s*(?:om|hvorvidt|whether|skulle (?:det|der|vi|mødet)(?!\p{L})|(?:kan|skal|må|bør|vil) (?:vi|i|du|jeg))\s/u.test(
      own,
    )
  )
    return 'thought'
  const isCondition = (clause: { readonly text: string }) =>
    /(?:^|\s)(?:hvis|såfremt|medmindre|if|unless)\s|^\s*(?:skulle|bliver) (?:det|der|vi|mødet)\s/u.test(clause.text)
  if (clauses.slice(0, at).some(isCondition)) return 'thought'
  // "..., sig til, hvis det giver problemer" is no condition of the move.
  const behind = clauses.slice(at + 1)
  const asksBack = /(?:sig|giv|skriv|meld|ring|kontakt|send|kom|let|please)\s/u.test(
    behind.map(({ text: one }) => one).join(' '),
  )
  if (behind.some(isCondition) && !asksBack) return 'expected'
  return expects.test(text) ? 'expected' : 'told'
}

function splitClauses(small: string): { readonly text: string; readonly to: number }[] {
  const clauses: { text: string; to: number }[] = []
  let from = 0
  for (const match of small.matchAll(/[,;](?=\s)|\s[-–—]\s|$/gu)) {
    clauses.push({ text: small.slice(from, match.index), to: match.index + Math.max(1, match[0].length) })
    from = match.index + match[0].length
  }
  return clauses
}
